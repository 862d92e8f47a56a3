import type { Value } from '../effects.ts'

/** What the case says that reads back how an event ended the shared residence of somebody in a party. */
export function sharedResidenceEnded(
  party: string,
  how: { readonly dateField: string; readonly reason: string },
): Readonly<Record<string, Value>> {
  const ofRow = (column: string): Value => ({ current: 'sharedResidence', of: party, column })
  return {
    otherParentPersonnummer: ofRow('otherParentPersonnummer'),
    startDate: { detail: 'start', ofRow: 'sharedResidence', of: party },
    endDate: { field: how.dateField },
    agreementKind: ofRow('agreementKind'),
    reason: how.reason,
  }
}
