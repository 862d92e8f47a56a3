import type { Outputs } from '../api.ts'

export type History = Outputs['register']['history']
export type HistoryRow = History['rows'][number]
export type Operation = HistoryRow['operations'][number]
export type Kind = Outputs['catalogue']['dataTypes'][number]

type Act = 'correct' | 'undo' | 'report'

const isAct = (word: string | undefined): word is Act =>
  word === 'correct' || word === 'undo' || word === 'report'

/** An operation is called by its kind of data and what it does: `name.correct-current`. */
export const actOf = ({ id }: Pick<Operation, 'id'>): Act | null => {
  const word = id.split('.')[1]?.split('-')[0]
  return isAct(word) ? word : null
}

export const findKindOf = (kinds: readonly Kind[], operation: string): Kind | undefined =>
  kinds.find(({ operations }) => operations.some(({ id }) => id === operation))

/** How an operation takes a row: by itself, not at all, or as the other of current and former. */
type Fit =
  | { readonly type: 'fits' }
  | { readonly type: 'other'; readonly operation: Operation }
  | { readonly type: 'not'; readonly operation: Operation | undefined }

export const fitOf = (row: Pick<HistoryRow, 'operations'>, operation: string): Fit => {
  const act = actOf({ id: operation })
  const found = row.operations.find((one) => actOf(one) === act)
  if (found === undefined || !found.allowed) return { type: 'not', operation: found }
  return found.id === operation ? { type: 'fits' } : { type: 'other', operation: found }
}

interface Fact {
  readonly column: string
  readonly value: string
  readonly name: HistoryRow['names'][string] | undefined
}

/** What a row says, column by column; what is empty is left out. */
export const factsOf = ({
  columns,
  names,
}: Pick<HistoryRow, 'columns' | 'names'>): readonly Fact[] =>
  Object.entries(columns).flatMap(([column, value]) =>
    value === null || value.trim() === '' ? [] : [{ column, value, name: names[column] }],
  )

interface LatePlace {
  /** Rows that began later, newest first. */
  readonly later: readonly HistoryRow[]
  readonly earlier: readonly HistoryRow[]
}

/** Between which rows a late report falls, by the day it begins; all are later where that is not known yet. */
export const latePlaceOf = (
  { rows, late }: Pick<History, 'rows' | 'late'>,
  start: string,
): LatePlace => {
  const standing = rows
    .filter(({ mark, entity }) => mark === null && entity === late)
    .toSorted((one, other) => (other.start ?? '').localeCompare(one.start ?? ''))
  const isEarlier = ({ start: began }: HistoryRow) => start !== '' && (began ?? '') <= start
  return {
    later: standing.filter((row) => !isEarlier(row)),
    earlier: standing.filter(isEarlier),
  }
}

/** Whether a row and a period have a day in common. */
export const overlaps = (
  { start, end }: Pick<HistoryRow, 'start' | 'end'>,
  from: string,
  to: string,
): boolean => (start ?? '') < to && (end === null || end > from)
