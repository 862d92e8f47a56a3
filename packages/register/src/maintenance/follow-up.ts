import type { Entity } from '@sagsgang/events'

import { addressingNameFrom } from '../addressing-name.ts'
import type { Draft } from '../draft.ts'
import { residenceStatus } from '../geography.ts'
import { currentRow, statusOf } from '../rows.ts'
import type { Columns, StoredRow } from '../rows.ts'

/** What follows from a row that was put right or taken back, and stands in another row. */

const resident = ['01', '03', '05', '07']

/** Who lives here has the status that the home gives. */
export function statusFollowsHome(draft: Draft, pnr: string): void {
  const person = draft.find(pnr)
  const home = person && currentRow(person, 'address')
  const row = person && currentRow(person, 'person')
  if (!home || !row || !resident.includes(statusOf(person))) return
  const { municipalityCode, streetCode } = home.columns
  const status = residenceStatus(municipalityCode ?? '', streetCode ?? '')
  if (row.columns['status'] === status) return
  // Nor does this count as a touch: a move whose home was put right can still be taken back.
  draft.restore(pnr, { ...row, columns: { ...row.columns, status, statusDate: home.start } })
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

/** An addressing name that the wrong name gave becomes the one that the right name gives. */
export function addressingNameFollows(draft: Draft, pnr: string, wrong: Columns): void {
  const person = draft.find(pnr)
  const name = person && currentRow(person, 'name')
  const row = person && currentRow(person, 'addressingName')
  if (!name || !row || row.columns['addressingName'] !== addressingNameFrom(wrong)) return
  // The row keeps its key and its save, so that what gave it can still be taken back.
  draft.restore(pnr, { ...row, columns: { addressingName: addressingNameFrom(name.columns) } })
}
