import type { Draft } from '../draft.ts'
import { isCurrent } from '../rows.ts'
import type { Columns, StoredRow } from '../rows.ts'
import { rowAfter, rowBefore, twinOf } from './chain.ts'
import type { Twin } from './chain.ts'
import { isOwnRow } from './correction.ts'
import type { Correction } from './correction.ts'
import {
  addressingNameFollows,
  authorityFollows,
  protectionBeside,
  separationsFollow,
  statusDayFollows,
  statusFollowsHome,
  statusSince,
} from './follow-up.ts'
import type { RowMeant } from './row-meant.ts'
import { undoRow } from './undo.ts'

/** Carries a correction out. */

export interface Place {
  readonly pnr: string
  readonly row: StoredRow
}

/** The neighbours' dates follow, so that no gap and no overlap is left. */
function moveNeighbours(draft: Draft, { pnr, row }: Place, to: Correction): void {
  const person = draft.find(pnr)
  if (person === undefined) return
  const [before, after] = [rowBefore(person, row), rowAfter(person, row)]
  if (before !== undefined && to.start !== row.start)
    draft.restore(pnr, { ...before, end: to.start })
  if (after !== undefined && to.end !== null && to.end !== row.end)
    draft.restore(pnr, { ...after, start: to.end })
}

/** The row keeps its place and its history, the proof of what was wrong gets a row of its own. */
export function correctRow(draft: Draft, { pnr, row }: Place, to: Correction): StoredRow {
  moveNeighbours(draft, { pnr, row }, to)
  const proof = draft.append(pnr, {
    entity: row.entity,
    columns: row.columns,
    start: row.start,
    startUncertain: row.startUncertain,
    end: row.start,
    mark: 'K',
    derivedMark: row.derivedMark,
  })
  separationsFollow(draft, pnr, row, to.start)
  const { code, authority, timestamp } = proof
  const right = { ...row, ...to, code, authority, timestamp }
  draft.restore(pnr, right)
  draft.restore(pnr, {
    ...proof,
    code: row.code,
    authority: row.authority,
    timestamp: row.timestamp,
  })
  return right
}

const otherOf = (row: Pick<StoredRow, 'columns' | 'entity'>): string | null =>
  row.columns[row.entity === 'kinship' ? 'personnummer' : 'spousePersonnummer'] ?? null

/** The other person's row says the same thing from the other side. */
function mirrored(pnr: string, twin: Twin, to: Correction): Correction {
  const { columns, entity } = twin.row
  // Each separation names the civil status row of its own person.
  if (entity === 'separation') return { ...to, columns }
  const own =
    entity === 'kinship'
      ? { ...columns, personnummer: pnr }
      : { ...columns, civilStatus: to.columns['civilStatus'] ?? null, spousePersonnummer: pnr }
  return { ...to, columns: own }
}

/** Somebody else was meant: the one named wrongly is freed, the right one gets the row. */
function replaceTwin(draft: Draft, meant: RowMeant, twin: Twin | undefined, to: Correction): void {
  if (twin !== undefined) {
    undoRow(draft, twin.pnr, twin.row)
    const freed = draft.find(twin.pnr)?.rows.find(({ id }) => id === twin.row.id)
    if (freed !== undefined) draft.change(twin.pnr, freed, { mark: 'K' })
  }
  const [wrong, other] = [otherOf(meant.row), otherOf({ ...to, entity: meant.row.entity })]
  if (other === null || draft.find(other) === undefined) return
  draft.replace(other, twinRow(meant, to, twin))
  const isParent = meant.row.entity === 'kinship' && meant.row.columns['relation'] !== 'child'
  if (isParent && wrong !== null) authorityFollows(draft, meant.person.pnr, { wrong, right: other })
}

function twinRow({ person, row }: RowMeant, to: Correction, twin: Twin | undefined) {
  const { entity } = row
  const isMother = row.columns['relation'] === 'mother'
  const columns: Columns =
    entity === 'kinship'
      ? { relation: 'child', personnummer: person.pnr, name: null, birthDate: null }
      : { ...to.columns, spousePersonnummer: person.pnr }
  const derivedMark =
    entity === 'kinship' ? (isMother ? 'NM' : 'NF') : (twin?.row.derivedMark ?? 'ÆG')
  return { entity, columns, start: to.start, startUncertain: to.startUncertain, derivedMark }
}

export function correct(draft: Draft, meant: RowMeant, to: Correction): StoredRow {
  const { person, row } = meant
  const { pnr } = person
  if (isOwnRow(row)) return draft.change(pnr, row, { columns: to.columns })
  const twin = twinOf(draft, pnr, row)
  const since = statusSince(draft, pnr)
  const beside = protectionBeside(person, row)
  const right = correctRow(draft, { pnr, row }, to)
  if (beside !== undefined)
    correctRow(draft, { pnr, row: beside }, { ...to, columns: beside.columns })
  correctTwin(draft, meant, twin, to)
  if (row.entity === 'address') statusFollowsHome(draft, pnr, since)
  if (isCurrent(row)) statusDayFollows(draft, pnr, row, to.start)
  if (row.entity === 'name' && isCurrent(row)) addressingNameFollows(draft, pnr, row.columns)
  return right
}

function correctTwin(draft: Draft, meant: RowMeant, twin: Twin | undefined, to: Correction): void {
  const { person, row } = meant
  const isSame = otherOf(row) === otherOf({ columns: to.columns, entity: row.entity })
  if (!isSame) replaceTwin(draft, meant, twin, to)
  else if (twin !== undefined) correctRow(draft, twin, mirrored(person.pnr, twin, to))
}
