import type { Outputs } from '../api.ts'
import type { Bilingual } from '../texts/use-texts.ts'

export type Row = Outputs['cases']['planUndo']['steps'][number]['before'][number]

/**
 * What becomes of one row. `replaced`: it leaves and another one has its time; `moved`: it stays, and only its days change.
 */
export interface RowChange {
  readonly key: string
  readonly type: 'replaced' | 'changed' | 'gone' | 'new' | 'moved'
  readonly person: string
  readonly entity: string
  readonly was: Row | null
  readonly becomes: Row | null
  readonly cells: readonly Cell[]
  /** What stays marked, and takes no part in what counts. */
  readonly proof: Row | null
}

export interface Cell {
  readonly column: string
  readonly before: CellValue | null
  readonly after: CellValue | null
}

/** A value as the register has it, and what it is called where it is a code. */
export interface CellValue {
  readonly value: string
  readonly name: Bilingual | undefined
}

interface Pair {
  readonly was: Row | null
  readonly is: Row | null
}

/** By place: `before[i]` becomes `after[i]`, what `after` has beyond is new. A marked row is proof, not a change. */
export const compareRows = (
  before: readonly Row[],
  after: readonly Row[],
): readonly RowChange[] => {
  const pairs: readonly Pair[] = [
    ...before.map((was, index) => ({ was, is: after[index] ?? null })),
    ...after.slice(before.length).map((is) => ({ was: null, is })),
  ]
  return [...Map.groupBy(pairs, groupOf).values()].flatMap(changesIn)
}

const groupOf = ({ was, is }: Pair) => {
  const row = was ?? is
  return row === null ? '' : `${row.person} ${row.entity}`
}

const isValid = (row: Row | null): row is Row => row !== null && row.mark === null

const changesIn = (pairs: readonly Pair[]): readonly RowChange[] => {
  const leaving = pairs.filter(({ was, is }) => isValid(was) && !isValid(is))
  const staying = pairs.filter(({ was, is }) => isValid(was) && isValid(is))
  const coming = pairs.filter(({ was, is }) => !isValid(was) && isValid(is))
  const loose = pairs.flatMap(({ was, is }) => (was === null && is?.mark != null ? [is] : []))

  const replaced = new Map<Pair, Pair>()
  for (const pair of leaving) {
    const taken = new Set(replaced.values())
    const heir = heirOf(
      pair,
      [...staying, ...coming].filter((one) => !taken.has(one)),
    )
    if (heir !== undefined) replaced.set(pair, heir)
  }
  const heirs = new Set(replaced.values())
  const rest = [...staying, ...coming].filter((pair) => !heirs.has(pair))
  return [
    ...leaving.map((pair) => toLeaving(pair, replaced.get(pair)?.is ?? null)),
    ...rest.map((pair) => toStaying(pair, loose)),
  ].filter(({ cells, proof }) => cells.length > 0 || proof !== null)
}

/** Who has the time of a row that leaves: a new row, or a neighbour that grows over it. */
const heirOf = ({ was }: Pair, others: readonly Pair[]): Pair | undefined => {
  if (was === null) return undefined
  const heirs = others.filter((other) => !isValid(other.was) || growsOver(other, was))
  return heirs.toSorted((one, other) => likeness(other.is, was) - likeness(one.is, was))[0]
}

const growsOver = ({ was, is }: Pair, gone: Row): boolean =>
  was !== null &&
  is !== null &&
  ((isSameDay(was.end, gone.start) && isSameDay(is.end, gone.end)) ||
    (isSameDay(was.start, gone.end) && isSameDay(is.start, gone.start)))

const isSameDay = (one: string | null, other: string | null) =>
  one?.slice(0, 8) === other?.slice(0, 8)

const likeness = (row: Row | null, gone: Row): number =>
  Object.entries(row?.columns ?? {}).filter(([column, value]) => gone.columns[column] === value)
    .length

const toLeaving = ({ was, is }: Pair, heir: Row | null): RowChange =>
  change(heir === null ? 'gone' : 'replaced', { was, is: heir }, is)

const toStaying = (pair: Pair, loose: readonly Row[]): RowChange => {
  const { was, is } = pair
  if (!isValid(was)) return change('new', { was: null, is }, null)
  const isProof = ({ columns, start }: Row) =>
    isSameDay(start, was.start) && isSameContent(columns, was.columns)
  const proof = loose.find(isProof) ?? null
  const isMoved = is !== null && isSameContent(is.columns, was.columns)
  return change(isMoved ? 'moved' : 'changed', pair, isChanged(pair) ? proof : null)
}

const isSameContent = (one: Row['columns'], other: Row['columns']) =>
  Object.keys({ ...one, ...other }).every(
    (column) => (one[column] ?? null) === (other[column] ?? null),
  )

const isChanged = ({ was, is }: Pair) => cellsThatDiffer(was, is).length > 0

const change = (type: RowChange['type'], { was, is }: Pair, proof: Row | null): RowChange => {
  const one = was ?? is
  const person = one?.person ?? ''
  const entity = one?.entity ?? ''
  const key = [type, person, entity, ...Object.values(one?.columns ?? {}), one?.start].join(' ')
  return { key, type, person, entity, was, becomes: is, cells: cellsThatDiffer(was, is), proof }
}

const cellsThatDiffer = (was: Row | null, is: Row | null): readonly Cell[] => {
  const [now, then] = [cellsOf(was), cellsOf(is)]
  return [...new Set([...Object.keys(now), ...Object.keys(then)])]
    .map((column) => ({
      column,
      before: now[column] ?? null,
      after: then[column] ?? null,
    }))
    .filter(({ before, after }) => before?.value !== after?.value)
}

const cellsOf = (row: Row | null): Readonly<Record<string, CellValue>> => {
  if (row === null) return {}
  const { columns, start, end, names } = row
  return Object.fromEntries(
    Object.entries({ ...columns, start, end }).flatMap(([column, value]) =>
      value === null ? [] : [[column, { value, name: names[column] }]],
    ),
  )
}
