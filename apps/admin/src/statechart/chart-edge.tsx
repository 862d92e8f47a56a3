import type { Outputs } from '../api.ts'
import { useTexts } from '../texts/use-texts.ts'
import { arrow, type ChartMarks } from './chart-marks.ts'

type Transition = Outputs['catalogue']['chart']['transitions'][number]

interface ChartEdgeProps {
  readonly transition: Transition
  readonly marks: ChartMarks
}

export const ChartEdge = ({ transition, marks }: ChartEdgeProps) => {
  const { text } = useTexts()
  const { points, label, from, to } = transition
  const kind = marks.taken.has(arrow(from, to)) ? 'taken' : 'open'
  return (
    <g className={`edge edge-${kind}`}>
      <polyline
        points={points.map(({ x, y }) => `${x},${y}`).join(' ')}
        markerEnd={`url(#arrow-${kind})`}
      />
      {label !== null && (
        <text
          x={label.x + label.width / 2}
          y={label.y + label.height / 2}
          textAnchor="middle"
          dominantBaseline="central"
        >
          {text(transition.message)}
        </text>
      )}
    </g>
  )
}
