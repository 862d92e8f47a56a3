import type { Draft } from '../draft.ts'
import { currentRow } from '../rows.ts'
import type { Columns, People, Person, StoredRow } from '../rows.ts'
import type { Renumbering, Save } from '../saves.ts'
import type { Store } from '../store.ts'

/** A person goes over to another number: all rows go along, and whoever names the person names the new number. */

interface Passage extends Renumbering {
  /** What the number that is left becomes: changed, or annulled when the change is taken back. */
  readonly status: '60' | '30'
  readonly on: string
  /** What the new number says of its person. */
  readonly identity: Columns
  /** How the stream of updates marks the number that is valid from now on. */
  readonly mark: 'PN' | 'PT'
}

/** The number that is valid in a closed one's place. */
export function validNow(people: People, pnr: string): string {
  const seen = new Set<string>()
  let valid = pnr
  while (!seen.has(valid)) {
    seen.add(valid)
    valid = people.find(valid)?.validPnr ?? valid
  }
  return valid
}

const namesPerson = (column: string): boolean => /personnummer$/i.test(column)

const renamed = (columns: Columns, nameOf: (pnr: string) => string): Columns =>
  Object.fromEntries(
    Object.entries(columns).map(([column, value]) => [
      column,
      value !== null && namesPerson(column) ? nameOf(value) : value,
    ]),
  )

/** Columns of the past, in the numbers of today. */
export const namesNow = (people: People, columns: Columns): Columns =>
  renamed(columns, (pnr) => validNow(people, pnr))

/** What waited for its day is about the same people, whatever number they have by then. */
export const keysNow = (people: People, keys: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(keys).map(([code, value]) => [code, validNow(people, value)]))

const names = ({ columns }: StoredRow, pnr: string): boolean =>
  Object.entries(columns).some(([column, value]) => value === pnr && namesPerson(column))

const parentMarks: Readonly<Record<string, string>> = { mother: 'MO', father: 'FA' }

/** What somebody is to the person whom a row of theirs names. */
function markFor(of: Person, { pnr }: Person, { entity, columns }: StoredRow): string | null {
  if (entity === 'civilStatus') return columns['civilStatus'] === 'P' ? 'PA' : 'ÆG'
  if (entity === 'parentalAuthority') return 'BØ'
  if (entity !== 'kinship') return null
  if (columns['relation'] !== 'child') return 'BØ'
  const back = of.rows.find(
    (row) => row.entity === 'kinship' && row.columns['personnummer'] === pnr,
  )
  return parentMarks[back?.columns['relation'] ?? ''] ?? null
}

/** Written over without a trace in the row itself: the event that wrote it can still be taken back. */
function rename(store: Store, draft: Draft, { from, to }: Renumbering): void {
  const of = store.find(from)
  if (of === undefined) return
  for (const person of store.all())
    for (const row of person.rows.filter((one) => names(one, from))) {
      const columns = renamed(row.columns, (pnr) => (pnr === from ? to : pnr))
      draft.restore(person.pnr, { ...row, columns })
      draft.tell(person.pnr, markFor(of, person, row))
    }
}

/** Former numbers point at the valid one, never at one another. */
function redirect(store: Store, draft: Draft, { from, to }: Renumbering): void {
  for (const { pnr, validPnr } of store.all())
    if (validPnr === from && pnr !== to) draft.redirect(pnr, to)
  draft.redirect(to, to)
}

/** A number that is waiting for its person, or was left by them, gives up what it says of itself. */
function makeRoom(draft: Draft, pnr: string): void {
  const person = draft.find(pnr)
  if (person === undefined) draft.create(pnr)
  for (const row of person?.rows ?? []) draft.change(pnr, row, { mark: 'A', end: row.start })
}

function pass(store: Store, draft: Draft, passage: Passage): StoredRow | undefined {
  const { from, to, status, on, identity, mark } = passage
  const person = store.find(from)
  const own = person && currentRow(person, 'person')
  if (own === undefined) return undefined
  makeRoom(draft, to)
  draft.move(from, to)
  const left = { ...own.columns, occupation: null, status, statusDate: on }
  draft.append(from, { entity: 'person', columns: left, start: own.start })
  const row = { ...own, columns: { ...own.columns, ...identity } }
  draft.restore(to, row)
  rename(store, draft, passage)
  redirect(store, draft, passage)
  draft.tell(to, mark)
  return row
}

/** The change of a number; the answer is the number's own row, which has gone over with the rest. */
export const renumber = (
  store: Store,
  draft: Draft,
  to: Omit<Passage, 'status' | 'mark'>,
): StoredRow | undefined => pass(store, draft, { ...to, status: '60', mark: 'PN' })

/** Everything goes back, with what has been done to it since; the number is never given out again. */
export function takeNumberBack(store: Store, draft: Draft, save: Save): void {
  if (save.renumbered === undefined) return
  const { from, to } = save.renumbered
  const now = store.find(to)
  const own = now && currentRow(now, 'person')
  const was = save.before.find(({ row }) => row.id === own?.id)
  const { birthDate = null, birthDateUncertain = null, sex = null } = was?.row.columns ?? {}
  pass(store, draft, {
    from: to,
    to: from,
    status: '30',
    on: store.clock.today(),
    identity: { birthDate, birthDateUncertain, sex },
    mark: 'PT',
  })
}
