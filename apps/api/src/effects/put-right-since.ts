import { rowHolds } from '@sagsgang/events'
import type { ExpectedChange, RegisterView } from '@sagsgang/events'

/** What an undo should bring back, as far as it is what it was: rows that were put right meanwhile stay so. */
export function asPutRightSince(
  expected: readonly ExpectedChange[],
  now: RegisterView,
): readonly ExpectedChange[] {
  return expected.map(withoutReference).filter((change) => !isPutRight(change, now))
}

/** A separation follows its marriage to another day. */
function withoutReference(change: ExpectedChange): ExpectedChange {
  const { civilStatusReference: _reference, ...columns } = change.columns
  return { ...change, columns }
}

/** The proof of the row that should stand again says what it said. */
function isPutRight(
  { pnr, entity, change, start, columns }: ExpectedChange,
  { people }: RegisterView,
): boolean {
  const rows = (pnr === null ? null : people[pnr])?.rows ?? []
  const proof = rows.find(
    (row) =>
      row.entity === entity && row.mark === 'K' && row.start === start && rowHolds(row, columns),
  )
  return change === 'append' && proof !== undefined
}
