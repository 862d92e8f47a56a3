import type { Value } from '../effects.ts'

/** A name change begins with the name that stands, from the day of the event that gives the occasion. */
export function namePrefill(
  party: string,
  dateField: string,
  spouse: Value,
): Readonly<Record<string, Value>> {
  const current = (column: string): Value => ({ current: 'name', of: party, column })
  return {
    nameDate: { field: dateField },
    ground: 'WEDDING',
    spousePersonnummer: spouse,
    firstNames: current('firstNames'),
    middleName: current('middleName'),
    lastName: current('lastName'),
  }
}
