import { Button } from '@navikt/ds-react'
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'

import type { Outputs } from '../api.ts'
import { useTexts } from '../texts/use-texts.ts'
import { ChartEdge } from './chart-edge.tsx'
import { type ChartMarks, markOf } from './chart-marks.ts'

export type DrawnChart = Outputs['catalogue']['chart']
type DrawnState = DrawnChart['states'][number]

interface ChartDrawingProps {
  readonly chart: DrawnChart
  readonly marks: ChartMarks
  readonly title: string
  /** Begins as wide as its frame. */
  readonly isFittedFirst: boolean
  readonly onChoose?: (stateId: string) => void
}

const scales = [0.35, 0.5, 0.7, 0.85, 1, 1.25, 1.6] as const
const usual = 3
const margin = 4

/** The drawing is for the eye; the list beside it says the same to everybody. */
export const ChartDrawing = (props: ChartDrawingProps) => {
  const { chart, marks, title, isFittedFirst, onChoose } = props
  const { t } = useTexts()
  const frame = useRef<HTMLDivElement>(null)
  const [zoom, setZoom] = useState(usual)
  const [isFitted, setFitted] = useState(isFittedFirst)
  const wide = useWidth(frame)
  const whole = chart.width + 2 * margin
  const fitting = Math.min(1, wide / whole)
  const scale = isFitted ? fitting : (scales[zoom] ?? 1)
  const change = (step: number) => {
    const next = scales.findIndex((one) => one > fitting) - (step > 0 ? 0 : 1)
    setFitted(false)
    setZoom(isFitted ? Math.max(0, next) : zoom + step)
  }
  // What is going on now is what the reader came for.
  useEffect(() => {
    const state = frame.current?.querySelector('[data-here]')
    if (frame.current !== null && state != null) centre(frame.current, state)
  }, [chart, scale])
  return (
    <div>
      <div className="buttons chart-tools">
        <Tool disabled={!isFitted && zoom === 0} onClick={() => change(-1)}>
          {t('chart.zoomOut')}
        </Tool>
        <Tool disabled={!isFitted && zoom === scales.length - 1} onClick={() => change(1)}>
          {t('chart.zoomIn')}
        </Tool>
        <Tool disabled={isFitted} onClick={() => setFitted(true)}>
          {t('chart.fit')}
        </Tool>
        <Legend />
      </div>
      <div
        ref={frame}
        className="scroll chart"
        role="group"
        aria-label={t('chart.scroll')}
        tabIndex={0}
      >
        <svg
          role="img"
          aria-label={title}
          width={whole * scale}
          height={(chart.height + 2 * margin) * scale}
          viewBox={`${-margin} ${-margin} ${whole} ${chart.height + 2 * margin}`}
        >
          <Arrowheads />
          {chart.states.map((state) => (
            <StateBox key={state.id} state={state} marks={marks} onChoose={onChoose} />
          ))}
          {chart.transitions.map((transition) => (
            <ChartEdge key={transition.id} transition={transition} marks={marks} />
          ))}
        </svg>
      </div>
    </div>
  )
}

/** Of the room inside, also when the window changes. */
const useWidth = (frame: RefObject<HTMLElement | null>): number => {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    if (frame.current === null) return undefined
    const seen = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0))
    seen.observe(frame.current)
    setWidth(frame.current.clientWidth)
    return () => seen.disconnect()
  }, [frame])
  return width
}

/** Scrolls the frame alone: the page stays where it is. */
const centre = (frame: HTMLElement, state: Element) => {
  const outer = frame.getBoundingClientRect()
  const inner = state.getBoundingClientRect()
  frame.scrollLeft += inner.x + inner.width / 2 - outer.x - outer.width / 2
  frame.scrollTop += inner.y + inner.height / 2 - outer.y - outer.height / 2
}

interface ToolProps {
  readonly disabled: boolean
  readonly children: string
  readonly onClick: () => void
}

const Tool = (props: ToolProps) => <Button size="xsmall" variant="tertiary" {...props} />

const Arrowheads = () => (
  <defs>
    {(['taken', 'open'] as const).map((kind) => (
      <marker
        key={kind}
        id={`arrow-${kind}`}
        viewBox="0 0 8 8"
        refX="7"
        refY="4"
        markerWidth="7"
        markerHeight="7"
        orient="auto"
      >
        <path d="M0 0 8 4 0 8z" className={`arrow-${kind}`} />
      </marker>
    ))}
  </defs>
)

const Legend = () => {
  const { t } = useTexts()
  return (
    <span className="legend">
      {(['active', 'visited', 'unvisited'] as const).map((mark) => (
        <span key={mark}>
          <span className={`swatch swatch-${mark}`} aria-hidden /> {t(`chart.${mark}`)}
        </span>
      ))}
    </span>
  )
}

interface StateBoxProps {
  readonly state: DrawnState
  readonly marks: ChartMarks
  readonly onChoose: ((stateId: string) => void) | undefined
}

const StateBox = ({ state, marks, onChoose }: StateBoxProps) => {
  const { text } = useTexts()
  const { x, y, width, height, kind } = state
  const mark = markOf(marks, state.id)
  const isLeaf = kind === 'atomic' || kind === 'final'
  const words = `${mark === 'visited' && isLeaf ? '✓ ' : ''}${text(state.name)}${kind === 'parallel' ? ' ∥' : ''}`
  return (
    <g
      className={`state state-${mark} state-${kind}`}
      data-here={isLeaf && mark === 'active' ? true : undefined}
      onClick={onChoose === undefined ? undefined : () => onChoose(state.id)}
    >
      <rect x={x} y={y} width={width} height={height} rx={5} />
      {kind === 'final' && (
        <rect x={x + 3} y={y + 3} width={width - 6} height={height - 6} rx={3} />
      )}
      {isLeaf ? (
        <text x={x + width / 2} y={y + height / 2} textAnchor="middle" dominantBaseline="central">
          {words}
        </text>
      ) : (
        <text x={x + 10} y={y + 18} className="state-title">
          {words}
        </text>
      )}
    </g>
  )
}
