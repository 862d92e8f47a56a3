import { textOf } from '../case-data.ts'
import type { CaseData } from '../case-data.ts'
import type { EventDefinition } from '../define-event.ts'
import { entities } from '../entities.ts'
import type { RegisterRow } from '../entities.ts'
import { pointer } from '../expectations.ts'
import type { ExpectedChange } from '../expectations.ts'
import { isCurrent, rowReplaced } from '../person-facts.ts'
import { predict } from '../predict.ts'
import type { RegisterView } from '../register-view.ts'
import { rowHolds } from '../wire/wire-tables.ts'
import { endBy } from './foretell-correction.ts'
import { withRowsReopened } from './reopened-rows.ts'
import { placesOf, withChanged, withNew, withPerson } from './row-place.ts'
import type { PlacedRow } from './row-place.ts'

/** What stands once an event is reported: what it is predicted to write, over what stands. */
export function foretellReport(
  definition: EventDefinition,
  data: CaseData,
  view: RegisterView,
): RegisterView {
  const changes = predict(definition, data, view)
  const written = changes.reduce(
    (now, change) => writers[change.change](now, dated(change, { definition, data, view })),
    view,
  )
  const revived = changes.filter(({ columns }) => pointer in columns)
  return revived.reduce((now, { pnr }) => withRowsReopened(now, view.people[pnr ?? '']), written)
}

interface Reported {
  readonly definition: EventDefinition
  readonly data: CaseData
  readonly view: RegisterView
}

/** Without a day of its own an event is of the day that it is reported. */
function dayOf({ definition, data, view }: Reported, pnr: string | null): string | null {
  return textOf(data, definition.dateField) || (view.people[pnr ?? '']?.asOf ?? null)
}

/** What is written over begins anew on the event's day. */
function dated(change: ExpectedChange, reported: Reported): ExpectedChange {
  const day = dayOf(reported, change.pnr)
  if (change.change !== 'set') return { ...change, start: change.start || day }
  if (change.entity === 'person')
    return { ...change, columns: { ...sinceDay(change, day), ...change.columns } }
  return { ...change, start: change.start ?? day, end: endOf(change, reported) }
}

/** A row keeps its end unless the event says another. */
function endOf({ entity: kind, end, endBefore }: ExpectedChange, { definition }: Reported) {
  const isTold = definition.effects.some(
    ({ entity, operation, until }) => entity === kind && operation === 'set' && until !== undefined,
  )
  return isTold ? end : (endBefore ?? null)
}

/** Another status is so from that day on. */
function sinceDay({ columns, before }: ExpectedChange, statusDate: string | null) {
  const isOther = columns['status'] != null && columns['status'] !== before['status']
  return isOther ? { statusDate } : {}
}

type Writer = (view: RegisterView, change: ExpectedChange) => RegisterView

const writers: Readonly<Record<ExpectedChange['change'], Writer>> = {
  append,
  // A number that is not given yet is nobody's.
  create: (view) => view,
  end: (view, change) =>
    gone(view, change, { columns: change.columns, end: change.end ?? change.start }),
  annul: (view, change) => gone(view, change, { mark: 'A', end: change.start }),
  set: writtenOver,
}

function append(view: RegisterView, change: ExpectedChange): RegisterView {
  const { pnr, entity, start, end } = change
  const person = pnr === null ? null : view.people[pnr]
  if (!person) return view
  const empty = Object.fromEntries(entities[entity].map((column) => [column, null]))
  const columns = { ...empty, ...change.columns }
  const row: RegisterRow = {
    entity,
    columns,
    start: start ?? '',
    startUncertain: false,
    end,
    mark: null,
    timestamp: '',
  }
  const former = rowReplaced(person, entity, columns)
  const place = placesOf(view, person.pnr).find((one) => one.row === former)
  const pushed = place ? withChanged(view, place, { end: endBy(place.row, row.start) }) : view
  return withNew(pushed, person.pnr, row)
}

function gone(
  view: RegisterView,
  { pnr, entity, start, before }: ExpectedChange,
  to: Partial<RegisterRow>,
): RegisterView {
  const [place] = placesOf(
    view,
    pnr ?? '',
    (row, person) =>
      row.entity === entity &&
      isCurrent(row, person) &&
      row.start === start &&
      rowHolds(row, before),
  )
  return place ? withChanged(view, place, to) : view
}

function writtenOver(view: RegisterView, change: ExpectedChange): RegisterView {
  const { pnr, entity, columns } = change
  if (pnr === null) return view
  if (pointer in columns)
    return withPerson(view, pnr, (person) => ({ ...person, validPnr: columns[pointer] ?? pnr }))
  const place = rowSet(view, change)
  if (!place) return append(view, change)
  const { start, end } = change
  const dates = entity === 'person' ? {} : { start: start ?? place.row.start, end }
  const set = withChanged(view, place, { columns: { ...place.row.columns, ...columns }, ...dates })
  const { status } = columns
  if (entity !== 'person' || status == null) return set
  return withPerson(set, pnr, (person) => ({ ...person, status }))
}

function rowSet(
  view: RegisterView,
  { pnr, entity, columns }: ExpectedChange,
): PlacedRow | undefined {
  const person = pnr === null ? null : view.people[pnr]
  const row = person ? rowReplaced(person, entity, columns) : undefined
  return person ? placesOf(view, person.pnr).find((one) => one.row === row) : undefined
}
