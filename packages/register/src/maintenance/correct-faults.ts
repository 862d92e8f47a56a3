import { birthDateOf } from '../personnummer.ts'
import { objection } from '../receipts.ts'
import type { Objection } from '../receipts.ts'
import { currentRow, isCurrent, statusOf } from '../rows.ts'
import type { Columns, Person, StoredRow } from '../rows.ts'
import type { Store } from '../store.ts'
import { houseFaults } from '../updates/house-faults.ts'
import type { Call } from '../updates/update-service.ts'
import { rowAfter, rowBefore } from './chain.ts'
import { correctionOf, isOwnRow, misplacedFaults } from './correction.ts'
import type { Correction } from './correction.ts'
import type { DataType } from './data-types.ts'
import type { RowMeant } from './row-meant.ts'

/** What speaks against a correction. */

function timeFaults(call: Call, { person, row }: RowMeant, to: Correction): readonly Objection[] {
  if (isOwnRow(row)) return to.start === row.start ? [] : [objection('unknownField', 'STARTDATO')]
  const today = call.store.clock.today()
  if (to.start > today) return [objection('future', 'STARTDATO')]
  if (isBeforeBirth(person, to)) return [objection('beforeBirth', 'STARTDATO')]
  if (to.end !== null && to.end < to.start) return [objection('endBeforeStart', 'SLUTDATO')]
  return neighbourFaults({ person, row }, to, today)
}

/** Neighbours can be moved, not swallowed. */
function neighbourFaults(
  { person, row }: RowMeant,
  to: Correction,
  today: string,
): readonly Objection[] {
  const [before, after] = [rowBefore(person, row), rowAfter(person, row)]
  if (before !== undefined && to.start < before.start) return [objection('overlaps', 'STARTDATO')]
  const isTooLong = after !== undefined && to.end !== null && to.end > (after.end ?? today)
  return isTooLong ? [objection('overlaps', 'SLUTDATO')] : []
}

const isBeforeBirth = ({ pnr }: Person, { start, startUncertain }: Correction): boolean =>
  !startUncertain && start < (birthDateOf(pnr) ?? '')

function contentFaults(store: Store, { person, row }: RowMeant, to: Correction) {
  if (row.entity === 'address') return addressFaults(to.columns)
  if (row.entity === 'civilStatus') return spouseFaults(store, person, row, to)
  return row.entity === 'kinship' ? parentFaults(store, row, to) : []
}

const addressFaults = (columns: Columns): readonly Objection[] =>
  houseFaults({
    municipality: columns['municipalityCode'] ?? '',
    road: columns['streetCode'] ?? '',
    house: columns['houseNumber'] ?? '',
  })

const isDeath = (columns: Columns): boolean => columns['civilStatus'] === 'D'

function spouseFaults(
  store: Store,
  person: Person,
  row: StoredRow,
  to: Correction,
): readonly Objection[] {
  if (isDeath(to.columns) !== isDeath(row.columns)) return [objection('wrongCivilStatus', 'CIVST')]
  const [was, spouse] = [row.columns['spousePersonnummer'], to.columns['spousePersonnummer']]
  if (spouse == null || spouse === was) return []
  if (spouse === person.pnr) return [objection('samePerson', 'AEGTEPNR')]
  const other = store.find(spouse)
  return other === undefined
    ? [objection('notInRegister', 'AEGTEPNR')]
    : newSpouseFaults(other, row, to)
}

/** Somebody put in a spouse's place must be free, and only a current row can take them in. */
function newSpouseFaults(other: Person, row: StoredRow, to: Correction): readonly Objection[] {
  const theirs = currentRow(other, 'civilStatus')
  const isFree = ['U', 'F', 'E', 'O', 'L'].includes(theirs?.columns['civilStatus'] ?? '')
  if (!isFree || !isCurrent(row)) return [objection('wrongCivilStatus', 'AEGTEPNR')]
  return to.start < (theirs?.start ?? '') ? [objection('beforeCurrent', 'AEGTEPNR')] : []
}

function parentFaults(store: Store, row: StoredRow, to: Correction): readonly Objection[] {
  const pnr = to.columns['personnummer']
  const field = row.columns['relation'] === 'mother' ? 'MORPNR' : 'FARPNR'
  if (pnr == null || pnr === row.columns['personnummer']) return []
  const parent = store.find(pnr)
  if (parent === undefined) return [objection('notInRegister', field)]
  return ['30', '50', '60'].includes(statusOf(parent)) ? [objection('deadNumber', field)] : []
}

export function correctFaults(type: DataType, call: Call, meant: RowMeant): readonly Objection[] {
  const to = correctionOf(type, meant, call.data)
  const misplaced = misplacedFaults(type, meant.row, call.data)
  if (misplaced.length > 0) return misplaced
  const content = contentFaults(call.store, meant, to)
  return content.length > 0 ? content : timeFaults(call, meant, to)
}
