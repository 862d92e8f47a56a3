import { textOf } from '../case-data.ts'
import type { CaseData } from '../case-data.ts'
import type { RegisterRow } from '../entities.ts'
import { birthDateOf, sexOf } from '../pnr.ts'
import type { PersonView, RegisterView } from '../register-view.ts'
import { currentPlace, withChanged, withNew, withPerson, withStatus } from './row-place.ts'

/** A person goes over to another number: all rows go along, and whoever names the person names the new number. */
export function foretellNewNumber(data: CaseData, view: RegisterView): RegisterView {
  const [from, to] = [textOf(data, 'personnummer'), textOf(data, 'newPersonnummer')]
  const person = view.people[from]
  if (!person || to === '') return view
  const on = textOf(data, 'startDate') || (person.asOf ?? '')
  const people = Object.entries(view.people).map(
    ([pnr, one]) => [pnr, one && withNamesOf(one, { from, to })] as const,
  )
  const named: RegisterView = { ...view, people: Object.fromEntries(people) }
  return leftAs(moved(named, person, to), { person, to, on }, '60')
}

interface Renaming {
  readonly from: string
  readonly to: string
}

function withNamesOf(person: PersonView, { from, to }: Renaming): PersonView {
  const rows = person.rows.map((row) => ({ ...row, columns: renamed(row.columns, from, to) }))
  const validPnr = person.validPnr === from ? to : person.validPnr
  return { ...person, rows, validPnr }
}

function renamed(columns: RegisterRow['columns'], from: string, to: string) {
  return Object.fromEntries(
    Object.entries(columns).map(([column, value]) => [
      column,
      value === from && /personnummer$/i.test(column) ? to : value,
    ]),
  )
}

/** What the number says of its person is said anew. */
function moved(view: RegisterView, { pnr }: PersonView, to: string): RegisterView {
  const person = view.people[pnr]
  if (!person) return view
  const [birthDate, sex] = [birthDateOf(to), sexOf(to)]
  const arrived = { ...person, pnr: to, validPnr: to, birthDate, sex }
  const there = { ...view, people: { ...view.people, [to]: arrived } }
  const own = currentPlace(there, to, 'person')
  return own ? withChanged(there, own, { columns: { ...own.row.columns, birthDate, sex } }) : there
}

/** The number that was left says nothing but that it is changed, or annulled. */
function leftAs(
  view: RegisterView,
  { person, to, on }: { readonly person: PersonView; readonly to: string; readonly on: string },
  status: '60' | '30',
): RegisterView {
  const own = person.rows.find((row) => row.entity === 'person' && row.mark === null)
  const alone = withPerson(view, person.pnr, (one) => ({ ...one, validPnr: to, rows: [] }))
  if (!own) return alone
  const columns = 'occupation' in own.columns ? { ...own.columns, occupation: null } : own.columns
  const kept = withNew(alone, person.pnr, { ...own, columns })
  return withStatus(kept, person.pnr, { status, statusDate: on })
}

/** The change of a number taken back: its person goes back to the old one, and the new one is nobody's. */
export function foretellOldNumber(
  view: RegisterView,
  { from, to }: { readonly from: string; readonly to: string },
): RegisterView {
  const person = view.people[from]
  const old = view.people[to]
  if (!person || !old) return view
  const people = Object.entries(view.people).map(
    ([pnr, one]) => [pnr, one && withNamesOf(one, { from, to })] as const,
  )
  const named: RegisterView = { ...view, people: Object.fromEntries(people) }
  const returned = leftAs(moved(named, person, to), { person, to, on: person.asOf ?? '' }, '30')
  // What the old number said while it was closed stays as proof.
  const proofs = old.rows.map((row) => ({ ...row, end: row.start, mark: 'A' }) as const)
  return withPerson(returned, to, (one) => ({ ...one, rows: [...proofs, ...one.rows] }))
}
