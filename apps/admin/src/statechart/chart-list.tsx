import type { Outputs } from '../api.ts'
import { useTexts } from '../texts/use-texts.ts'
import { type ChartMarks, markOf } from './chart-marks.ts'

type State = Outputs['catalogue']['chart']['states'][number]

interface ChartListProps {
  readonly states: readonly State[]
  readonly marks: ChartMarks
  readonly onChoose?: (stateId: string) => void
}

/** The chart as a nested list: the same states, the same marks, in words. */
export const ChartList = (props: ChartListProps) => <Level {...props} parent={null} />

const Level = ({ parent, ...props }: ChartListProps & { readonly parent: string | null }) => {
  const children = props.states.filter((state) => state.parent === parent)
  if (children.length === 0) return null
  return (
    <ul className="chart-list">
      {children.map((state) => (
        <Item key={state.id} state={state} {...props} />
      ))}
    </ul>
  )
}

const Item = ({ state, ...props }: ChartListProps & { readonly state: State }) => {
  const { t, text } = useTexts()
  const { marks, onChoose } = props
  const mark = markOf(marks, state.id)
  const name = text(state.name)
  return (
    <li aria-current={mark === 'active' ? 'step' : undefined}>
      <span className={`chart-item chart-item-${mark}`}>
        {onChoose === undefined ? (
          name
        ) : (
          <button
            type="button"
            className="text-button"
            aria-label={t('chart.choose', { state: name })}
            onClick={() => onChoose(state.id)}
          >
            {name}
          </button>
        )}
        {mark !== 'unvisited' && <span className="chart-word">{t(`chart.${mark}`)}</span>}
        {state.kind === 'parallel' && <span className="subtle">{t('chart.parallel')}</span>}
        {state.kind === 'final' && <span className="subtle">{t('chart.final')}</span>}
      </span>
      <Level {...props} parent={state.id} />
    </li>
  )
}
