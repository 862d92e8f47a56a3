import type { RegisterRow, RegisterView } from '@sagsgang/events'

import type { SavedReport } from './saved-reports.ts'
import { isSameChain } from './taken-back.ts'

/** The exact row that stands for what was reported, as the register is now. */
export type RowToUndo =
  | { readonly type: 'row'; readonly row: RegisterRow }
  /** Taken back before: nothing is left to do. */
  | { readonly type: 'undone' }
  | { readonly type: 'missing' }
  /** Something later was registered on top of it. */
  | { readonly type: 'buried'; readonly row: RegisterRow }
  /** The number itself is no longer valid. */
  | { readonly type: 'deadNumber' }

const deadNumbers = new Set(['30', '50', '60'])

type Sought = Omit<SavedReport, 'node'>

export function rowToUndo(report: Sought, now: RegisterView): RowToUndo {
  const person = now.people[report.person]
  if (!person) return { type: 'missing' }
  const isOwnNumber = report.changes.some(({ change }) => change === 'create')
  if (deadNumbers.has(person.status)) return { type: isOwnNumber ? 'undone' : 'deadNumber' }
  const own = person.rows.filter((row) => row.entity === report.entity)
  const row = stampedRow(own, report) ?? rowLikeExpected(own, report)
  if (!row) return { type: isMarked(own, report) ? 'undone' : 'missing' }
  return isBuried(row, own) ? { type: 'buried', row } : { type: 'row', row }
}

function stampedRow(own: readonly RegisterRow[], { stamps }: Sought): RegisterRow | undefined {
  const valid = own.filter(({ mark }) => mark === null)
  return stamps
    .map((stamp) => valid.find(({ timestamp }) => timestamp === stamp))
    .find((row) => row !== undefined)
}

/** Where no stamp is known, as after a person's decision: the row that says what was reported. */
function rowLikeExpected(own: readonly RegisterRow[], report: Sought): RegisterRow | undefined {
  if (report.stamps.length > 0) return undefined
  const change = report.changes.find(
    ({ pnr, entity }) => pnr === report.person && entity === report.entity,
  )
  if (!change) return undefined
  return own.find(
    (row) =>
      row.mark === null &&
      (change.start === null || row.start === change.start) &&
      Object.entries(change.columns).every(
        ([name, value]) => (row.columns[name] ?? null) === value,
      ),
  )
}

function isMarked(own: readonly RegisterRow[], { stamps }: Sought): boolean {
  return own.some(({ mark, timestamp }) => mark === 'A' && stamps.includes(timestamp))
}

function isBuried(row: RegisterRow, own: readonly RegisterRow[]): boolean {
  if (row.entity === 'person') return false
  return (
    row.end !== null ||
    own.some(
      (other) => other.mark === null && other.timestamp > row.timestamp && isSameChain(other, row),
    )
  )
}
