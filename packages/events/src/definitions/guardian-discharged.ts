import type { Value } from '../effects.ts'

/** What the case says that discharges the guardian of somebody in a party, or only the one whose columns are told. */
export function guardianDischarged(
  party: string,
  how: {
    readonly dateField: string
    readonly reason: Value
    readonly row?: Readonly<Record<string, Value>>
  },
): Readonly<Record<string, Value>> {
  const { dateField, reason, ...which } = how
  return {
    guardianRow: { detail: 'timestamp', ofRow: 'guardian', of: party, ...which },
    endDate: { field: dateField },
    reason,
  }
}
