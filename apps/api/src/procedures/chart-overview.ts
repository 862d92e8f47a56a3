import type { ChartView } from '../catalogue-view.ts'

type State = ChartView['states'][number]

/**
 * The chart at a glance: what happens side by side stays open, every other group of states is one box, and lines end at
 * the boxes. Health is left out: it goes on beside everything, and the page says it in words.
 */
export function toOverview(chart: ChartView): ChartView {
  const roots = chart.states.filter((one) => one.parent === null && holdsParallel(one, chart))
  const states = chart.states.filter(({ id }) =>
    roots.some((root) => root.id === id || isInside(id, root.id)),
  )
  const folded = states.filter((state) => isFolded(state, chart)).map(({ id }) => id)
  const shown = states.filter(({ id }) => boxOf(id, folded) === id)
  const isShown = new Set(shown.map(({ id }) => id))
  const transitions = chart.transitions
    .map((one) => ({ ...one, from: boxOf(one.from, folded), to: boxOf(one.to, folded) }))
    .filter(({ from, to }) => from !== to && isShown.has(from) && isShown.has(to))
  return {
    ...chart,
    states: shown.map((state) =>
      folded.includes(state.id) ? { ...state, kind: 'atomic' } : state,
    ),
    transitions,
  }
}

const isInside = (id: string, outer: string) => id.startsWith(`${outer}/`)

/** The outermost folded state around it, or itself. */
const boxOf = (id: string, folded: readonly string[]): string =>
  folded
    .filter((outer) => outer === id || isInside(id, outer))
    .toSorted((one, other) => one.length - other.length)[0] ?? id

const isFolded = (state: State, chart: ChartView): boolean =>
  state.kind === 'compound' && !holdsParallel(state, chart) && !isBesideParallel(state, chart)

const holdsParallel = ({ id, kind }: State, { states }: ChartView): boolean =>
  kind === 'parallel' || states.some((one) => one.kind === 'parallel' && isInside(one.id, id))

/** The course of an accepted case runs beside its follow-ons, if it has any: the two are read together. */
const isBesideParallel = ({ parent }: State, { states }: ChartView): boolean => {
  const around = states.find(({ id }) => id === parent)
  if (around?.kind !== 'parallel') return false
  const regions = states.filter((one) => one.parent === parent)
  const isFollowOn = states.some(({ id, kind }) => id === around.parent && kind === 'parallel')
  return (regions.length === 1 && !isFollowOn) || regions.some(({ kind }) => kind === 'parallel')
}
