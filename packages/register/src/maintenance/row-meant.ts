import { objection } from '../receipts.ts'
import type { Objection } from '../receipts.ts'
import { isValid } from '../rows.ts'
import type { Person, StoredRow } from '../rows.ts'
import { fullAccess } from '../updates/grants.ts'
import type { Call } from '../updates/update-service.ts'
import type { DataType } from './data-types.ts'
import { saveBehind } from './save-behind.ts'

export interface RowMeant {
  readonly person: Person
  readonly row: StoredRow
}

/** The exact row that the keys name. */
export function findRow(type: DataType, { store, keys }: Call): RowMeant | undefined {
  const person = store.find(keys['PNR'] ?? '')
  const row = person?.rows.find(
    ({ timestamp, entity }) => timestamp === keys['TIMSTP'] && type.entities.includes(entity),
  )
  return person === undefined || row === undefined ? undefined : { person, row }
}

/** Only who documents a row, or reported it, may change it; the CPR office may change any. */
function isTheirs(
  type: DataType,
  { store, authority, authorityType }: Call,
  meant: RowMeant,
): boolean {
  const { row } = meant
  // Who reported the end of a row may take that back.
  const reports = [store.findSave(row.save), saveBehind(store, type, meant)]
  const isReporter = reports.some((save) => save?.authority === authority)
  return authorityType === fullAccess || row.authority === authority || isReporter
}

/** What speaks against touching the row at all. */
export function rowFaults(type: DataType, call: Call): readonly Objection[] {
  const found = findRow(type, call)
  if (found === undefined) return [objection('rowUnknown', 'TIMSTP')]
  if (!isValid(found.row)) return [objection('alreadyMarked', 'TIMSTP')]
  return isTheirs(type, call, found) ? [] : [objection('notYours', 'TIMSTP')]
}
