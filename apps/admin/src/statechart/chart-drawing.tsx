import { Button } from '@navikt/ds-react'
import { useEffect, useRef, useState } from 'react'

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
  readonly onChoose?: (stateId: string) => void
}

const scales = [0.35, 0.5, 0.7, 0.85, 1, 1.25, 1.6] as const
const usual = 3

/** The drawing is for the eye; the list beside it says the same to everybody. */
export const ChartDrawing = ({ chart, marks, title, onChoose }: ChartDrawingProps) => {
  const { t } = useTexts()
  const frame = useRef<HTMLDivElement>(null)
  const [zoom, setZoom] = useState(usual)
  const [isFitted, setFitted] = useState(false)
  const wide = frame.current?.clientWidth ?? chart.width
  const scale = isFitted ? Math.min(1, wide / chart.width) : (scales[zoom] ?? 1)
  const change = (step: number) => {
    setFitted(false)
    setZoom(zoom + step)
  }
  // What is going on now is what the reader came for.
  useEffect(() => {
    const state = frame.current?.querySelector('[data-here]')
    if (frame.current !== null && state != null) centre(frame.current, state)
  }, [chart, scale])
  return (
    <div>
      <div className="buttons chart-tools">
        <Tool disabled={zoom === 0} onClick={() => change(-1)}>
          {t('chart.zoomOut')}
        </Tool>
        <Tool disabled={zoom === scales.length - 1} onClick={() => change(1)}>
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
          width={chart.width * scale}
          height={chart.height * scale}
          viewBox={`-4 -4 ${chart.width + 8} ${chart.height + 8}`}
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
