import type { Value } from '../effects.ts'

type Prefill = Readonly<Record<string, Value>>

/** A name change begins with the name that stands, from the day of the event that gives the occasion. */
export function nameThatStands(party: string, dateField: string, ground: string): Prefill {
  const current = (column: string): Value => ({ current: 'name', of: party, column })
  return {
    nameDate: { field: dateField },
    ground,
    firstNames: current('firstNames'),
    middleName: current('middleName'),
    lastName: current('lastName'),
  }
}

/** The same for one of a couple that a wedding may give a common name. */
export function namePrefill(party: string, dateField: string, spouse: Value): Prefill {
  return { ...nameThatStands(party, dateField, 'WEDDING'), spousePersonnummer: spouse }
}
