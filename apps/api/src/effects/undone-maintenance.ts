import { areRowsShown, columnsGiven, rowHolds } from '@sagsgang/events'
import type {
  CaseData,
  Difference,
  Entity,
  EventDefinition,
  Facts,
  Maintenance,
  RegisterRow,
  RegisterView,
} from '@sagsgang/events'

import { entitiesKept, maintainedPerson } from './maintained-row.ts'

/** Where the register is not as it was before a maintenance case that was taken back. */
export function undoneDifferences(
  definition: EventDefinition,
  { data, view }: Pick<Facts, 'data' | 'view'>,
  now: RegisterView,
): readonly Difference[] {
  const { kind } = definition
  if (kind.type !== 'maintenance') return []
  const entities = entitiesKept(definition)
  const seenIn = (one: RegisterView) => seen(one, maintainedPerson(data) ?? '', entities)
  const [was, is] = [seenIn(view), seenIn(now)]
  const differs = { party: 'person', entity: entities[0] ?? 'person' } as const
  if (kind.dataType === 'personnummer') return statusDiffers(differs, was, is)
  const of = { definition, data, before: was.rows, rows: is.rows, status: is.status ?? '' }
  if (isAsBefore[kind.operation](of)) return []
  return [{ ...differs, column: 'content', expected: 'asBefore', found: null }]
}

interface Seen {
  readonly status: string | null
  readonly rows: readonly RegisterRow[]
}

function seen({ people }: RegisterView, pnr: string, entities: readonly Entity[]): Seen {
  const person = people[pnr]
  if (!person) return { status: null, rows: [] }
  return {
    status: person.status,
    rows: person.rows.filter(({ entity }) => entities.includes(entity)),
  }
}

function statusDiffers(
  differs: Pick<Difference, 'party' | 'entity'>,
  { status: expected }: Seen,
  { status: found }: Seen,
): readonly Difference[] {
  return expected === found ? [] : [{ ...differs, column: 'status', expected, found }]
}

interface Undone {
  readonly definition: EventDefinition
  readonly data: CaseData
  /** As they were before the operation, and as they are now that it is taken back. */
  readonly before: readonly RegisterRow[]
  readonly rows: readonly RegisterRow[]
  readonly status: string
}

const isAsBefore: Readonly<Record<Maintenance, (of: Undone) => boolean>> = {
  correctCurrent: standsAgain,
  correctFormer: standsAgain,
  undoCurrent: standsAnew,
  undoFormer: standsAnew,
  reportFormer: isGone,
}

/** The row that was maintained says again what it said, since the same day. */
function standsAgain(undone: Undone): boolean {
  const was = rowMaintained(undone)
  return isSaid(undone, was, (row) => row.start === was?.start)
}

/** What is reported anew and has no day of its own, as a note, begins on the day that it is. */
function standsAnew(undone: Undone): boolean {
  return isSaid(undone, rowMaintained(undone), () => true)
}

function rowMaintained({ data, before }: Undone): RegisterRow | undefined {
  return before.find(({ timestamp, mark }) => timestamp === data['timestamp'] && mark === null)
}

/** What no lookup shows is taken on trust. */
function isSaid(
  { rows, status }: Undone,
  was: RegisterRow | undefined,
  isThen: (row: RegisterRow) => boolean,
): boolean {
  if (!was || !areRowsShown(was.entity, status)) return true
  return rows.some(
    (row) =>
      row.mark === null && row.entity === was.entity && isThen(row) && rowHolds(row, was.columns),
  )
}

/** No valid row says any longer what was reported late. */
function isGone({ definition, data, before, rows }: Undone): boolean {
  const { startDate, endDate } = data
  const says = (row: RegisterRow): boolean =>
    row.mark === null &&
    row.start === startDate &&
    row.end === endDate &&
    rowHolds(row, columnsGiven(definition, data, row))
  return before.some(says) || !rows.some(says)
}
