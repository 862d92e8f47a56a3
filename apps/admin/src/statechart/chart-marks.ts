/** What a case's journal says about the chart of its event. */

export interface ChartMarks {
  readonly active: ReadonlySet<string>
  readonly visited: ReadonlySet<string>
  /** Arrows that were gone along, `from>to`. */
  readonly taken: ReadonlySet<string>
}

export const noMarks: ChartMarks = { active: new Set(), visited: new Set(), taken: new Set() }

export type Mark = 'active' | 'visited' | 'unvisited'

export const markOf = ({ active, visited }: ChartMarks, id: string): Mark =>
  active.has(id) ? 'active' : visited.has(id) ? 'visited' : 'unvisited'

export const arrow = (from: string, to: string): string => `${from}>${to}`

interface Edge {
  readonly from: string
  readonly to: string
}

/** An arrow was taken where one entry leaves its start and the next one enters its end. */
export const takenAlong = (
  stays: readonly (readonly string[])[],
  edges: readonly Edge[],
): ReadonlySet<string> => {
  const taken = stays.slice(1).flatMap((after, index) => {
    const before = stays[index] ?? []
    const entered = new Set(after.filter((id) => !before.includes(id)))
    return edges
      .filter(({ from, to }) => before.includes(from) && entered.has(to))
      .map(({ from, to }) => arrow(from, to))
  })
  return new Set(taken)
}
