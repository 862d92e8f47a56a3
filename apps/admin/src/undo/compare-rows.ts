import type { Outputs } from '../api.ts'
import type { Bilingual } from '../texts/use-texts.ts'

type Row = Outputs['cases']['planUndo']['steps'][number]['before'][number]

export interface Cell {
  readonly key: string
  readonly person: string
  readonly entity: string
  readonly column: string
  readonly before: CellValue | null
  readonly after: CellValue | null
}

/** A value as the register has it, and what it is called where it is a code. */
export interface CellValue {
  readonly value: string
  readonly name: Bilingual | undefined
}

type Cells = Readonly<Record<string, CellValue>>

const cellsOf = (row: Row | undefined): Cells => {
  if (row === undefined) return {}
  const { columns, start, end, mark, names } = row
  const cells = Object.entries({ ...columns, start, end, mark })
  return Object.fromEntries(
    cells.flatMap(([column, value]) =>
      value === null ? [] : [[column, { value, name: names[column] }]],
    ),
  )
}

const groupOf = ({ person, entity }: Row) => `${person} ${entity}`

/** Current rows are compared by kind and person, column by column; what stays the same is left out. */
export const compareRows = (before: readonly Row[], after: readonly Row[]): readonly Cell[] => {
  const groups = Map.groupBy([...before, ...after], groupOf)
  return [...groups].flatMap(([group, [one]]) =>
    one === undefined
      ? []
      : compareCells(one, cellsOf(currentOf(before, group)), cellsOf(currentOf(after, group))),
  )
}

/** The row that counts: unmarked and without an end, else the last one there is. */
const currentOf = (rows: readonly Row[], group: string): Row | undefined => {
  const own = rows.filter((row) => groupOf(row) === group)
  return own.find(({ mark, end }) => mark === null && end === null) ?? own.at(-1)
}

const compareCells = ({ person, entity }: Row, was: Cells, becomes: Cells): readonly Cell[] => {
  const columns = new Set([...Object.keys(was), ...Object.keys(becomes)])
  return [...columns]
    .map((column) => ({
      key: `${person} ${entity} ${column}`,
      person,
      entity,
      column,
      before: was[column] ?? null,
      after: becomes[column] ?? null,
    }))
    .filter((cell) => cell.before?.value !== cell.after?.value)
}
