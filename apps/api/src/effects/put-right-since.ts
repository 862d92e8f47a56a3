import { rowHolds } from '@sagsgang/events'
import type { ExpectedChange, RegisterView } from '@sagsgang/events'

/** Whether the row that should stand again has been put right meanwhile: its proof says what it said. */
export function isPutRightSince(change: ExpectedChange, { people }: RegisterView): boolean {
  const { pnr, entity, start, columns } = change
  const rows = (pnr === null ? null : people[pnr])?.rows ?? []
  return (
    change.change === 'append' &&
    rows.some(
      (row) =>
        row.entity === entity && row.mark === 'K' && row.start === start && rowHolds(row, columns),
    )
  )
}
