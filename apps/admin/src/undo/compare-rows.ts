import type { Outputs } from '../api.ts'

type Row = Outputs['cases']['planUndo']['steps'][number]['before'][number]

export interface Cell {
  readonly key: string
  readonly entity: string
  readonly column: string
  readonly before: string | null
  readonly after: string | null
}

type Cells = Readonly<Record<string, string | null>>

const cellsOf = ({ columns, start, end, mark }: Row): Cells => ({ ...columns, start, end, mark })

const groupOf = ({ person, entity }: Row) => `${person} ${entity}`

/** Current rows are compared by kind and person, column by column; what stays the same is left out. */
export const compareRows = (before: readonly Row[], after: readonly Row[]): readonly Cell[] => {
  const groups = new Set([...before, ...after].map(groupOf))
  return [...groups].flatMap((group) =>
    compareGroup(group, currentOf(before, group), currentOf(after, group)),
  )
}

/** The row that counts: unmarked and without an end, else the last one there is. */
const currentOf = (rows: readonly Row[], group: string): Row | undefined => {
  const own = rows.filter((row) => groupOf(row) === group)
  return own.find(({ mark, end }) => mark === null && end === null) ?? own.at(-1)
}

const compareGroup = (group: string, before: Row | undefined, after: Row | undefined): Cell[] => {
  const was = before === undefined ? {} : cellsOf(before)
  const becomes = after === undefined ? {} : cellsOf(after)
  const entity = before?.entity ?? after?.entity ?? ''
  const columns = new Set([...Object.keys(was), ...Object.keys(becomes)])
  return [...columns]
    .map((column) => ({
      key: `${group} ${column}`,
      entity,
      column,
      before: was[column] ?? null,
      after: becomes[column] ?? null,
    }))
    .filter((cell) => cell.before !== cell.after)
}
