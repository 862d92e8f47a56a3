import type { Entity } from '@sagsgang/events'

import { addressingNameFrom } from '../addressing-name.ts'
import type { Draft } from '../draft.ts'
import { residenceStatus } from '../geography.ts'
import { currentRow, isValid, statusOf } from '../rows.ts'
import type { Columns, People, Person, StoredRow } from '../rows.ts'
import { rowBefore } from './chain.ts'

/** What follows from a row that was put right or taken back, and stands in another row. */

const resident = ['01', '03', '05', '07']

const statusAt = ({ columns }: StoredRow): string =>
  residenceStatus(columns['municipalityCode'] ?? '', columns['streetCode'] ?? '')

/** The day since when somebody has lived where that status is given, from home to home without a gap. */
function livingThereSince(person: Person, home: StoredRow): string {
  const former = rowBefore(person, home)
  const isSame = former !== undefined && statusAt(former) === statusAt(home)
  return isSame ? livingThereSince(person, former) : home.start
}

/** Since when somebody's status is the one that the home gives; null for those who have no home here. */
export function statusSince(people: People, pnr: string): string | null {
  const person = people.find(pnr)
  const home = person && currentRow(person, 'address')
  return person && home && resident.includes(statusOf(person))
    ? livingThereSince(person, home)
    : null
}

/** Who lives here has the status that the home gives, since the day that it does. */
export function statusFollowsHome(draft: Draft, pnr: string, since: string | null = null): void {
  const person = draft.find(pnr)
  const home = person && currentRow(person, 'address')
  const row = person && currentRow(person, 'person')
  if (!home || !row || !resident.includes(statusOf(person))) return
  const status = statusAt(home)
  const isOfHome = since !== null && row.columns['statusDate'] === since
  if (row.columns['status'] === status && !isOfHome) return
  const statusDate = livingThereSince(person, home)
  // Nor does this count as a touch: a move whose home was put right can still be taken back.
  draft.restore(pnr, { ...row, columns: { ...row.columns, status, statusDate } })
}

const absent: Readonly<Partial<Record<Entity, string>>> = { migration: '80', disappearance: '70' }

/** Who is abroad or has disappeared is so since the day of that row. */
export function statusDayFollows(
  draft: Draft,
  pnr: string,
  { entity, start }: StoredRow,
  to: string,
): void {
  const person = draft.find(pnr)
  const row = person && currentRow(person, 'person')
  if (!row || statusOf(person) !== absent[entity] || row.columns['statusDate'] !== start) return
  draft.restore(pnr, { ...row, columns: { ...row.columns, statusDate: to } })
}

export const referenceTo = (start: string): string => `${start}0000`

/** A separation goes on pointing at the marriage it belongs to, by its first day. */
export function separationsFollow(
  draft: Draft,
  pnr: string,
  { entity, start }: StoredRow,
  to: string,
): void {
  if (entity !== 'civilStatus' || start === to) return
  for (const row of draft.find(pnr)?.rows ?? [])
    if (row.entity === 'separation' && isValid(row))
      if (row.columns['civilStatusReference'] === referenceTo(start))
        draft.restore(pnr, { ...row, columns: { civilStatusReference: referenceTo(to) } })
}

const [everything, localDirectory] = ['00001', '00002']

/** Protection of name and address gives that of the local directory: they begin and end together. */
export function protectionBeside(person: Person, row: StoredRow): StoredRow | undefined {
  if (row.entity !== 'protection' || row.columns['protectionType'] !== everything) return undefined
  return person.rows.find(
    ({ entity, columns, start, end, mark }) =>
      entity === 'protection' &&
      columns['protectionType'] === localDirectory &&
      mark === null &&
      start === row.start &&
      end === row.end,
  )
}

/** An addressing name that the wrong name gave becomes the one that the right name gives. */
export function addressingNameFollows(draft: Draft, pnr: string, wrong: Columns): void {
  const person = draft.find(pnr)
  const name = person && currentRow(person, 'name')
  const row = person && currentRow(person, 'addressingName')
  if (!name || !row || row.columns['addressingName'] !== addressingNameFrom(wrong)) return
  // The row keeps its key and its save, so that what gave it can still be taken back.
  draft.restore(pnr, { ...row, columns: { addressingName: addressingNameFrom(name.columns) } })
}

/** Parents hold parental authority as such: whoever is put in a parent's place holds it in their stead. */
export function authorityFollows(
  draft: Draft,
  child: string,
  { wrong, right }: { readonly wrong: string; readonly right: string },
): void {
  for (const row of draft.find(child)?.rows ?? [])
    if (isOfParent(row) && row.columns['holderPersonnummer'] === wrong)
      draft.restore(child, { ...row, columns: { ...row.columns, holderPersonnummer: right } })
}

const isOfParent = (row: StoredRow): boolean =>
  row.entity === 'parentalAuthority' &&
  isValid(row) &&
  ['00003', '00004'].includes(row.columns['relation'] ?? '')
