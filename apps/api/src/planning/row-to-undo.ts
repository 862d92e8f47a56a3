import { isSameChain, rowHolds } from '@sagsgang/events'
import type { ExpectedChange, RegisterRow, RegisterView } from '@sagsgang/events'

import type { SavedReport } from './saved-reports.ts'
import type { PersonRow } from './turn.ts'

/** The exact row that stands for what was reported, as the register is now. */
export type RowToUndo =
  | { readonly type: 'row'; readonly row: RegisterRow }
  /** Taken back before: nothing is left to do. */
  | { readonly type: 'undone' }
  | { readonly type: 'missing' }
  /** Something later was registered on top of it. */
  | { readonly type: 'buried'; readonly row: RegisterRow; readonly by: readonly PersonRow[] }
  /** The number itself is no longer valid. */
  | { readonly type: 'deadNumber' }

const deadNumbers = new Set(['30', '50', '60'])

type Sought = Omit<SavedReport, 'node'> & {
  /** Which relative is meant, where the kind of row names several. */
  readonly relation?: string | null
}

/** By the stamp of the save where it is known, else by what was reported. */
export function rowToUndo(report: Sought, now: RegisterView): RowToUndo {
  const person = now.people[report.person]
  if (!person) return { type: 'missing' }
  const isOwnNumber = report.changes.some(({ change }) => change === 'create')
  if (deadNumbers.has(person.status)) return { type: isOwnNumber ? 'undone' : 'deadNumber' }
  const own = person.rows.filter((row) => isOfKind(row, report))
  const valid = own.filter(({ mark }) => mark === null)
  const row =
    stampedRow(valid, report) ??
    valid.find((one) => saysWhatWasReported(one, report)) ??
    heirOf(own, report)
  if (row && isOpenAgain(row, report)) return { type: 'undone' }
  if (row) return standing(row, own, report)
  const isUndone = own.some((one) => one.mark === 'A' && isOf(one, report))
  return { type: isUndone ? 'undone' : 'missing' }
}

function isOfKind({ entity, columns }: RegisterRow, { entity: sought, relation }: Sought): boolean {
  return entity === sought && (relation == null || columns['relation'] === relation)
}

function stampedRow(valid: readonly RegisterRow[], { stamps }: Sought): RegisterRow | undefined {
  return stamps
    .map((stamp) => valid.find(({ timestamp }) => timestamp === stamp))
    .find((row) => row !== undefined)
}

function isOf(row: RegisterRow, report: Sought): boolean {
  return report.stamps.includes(row.timestamp) || saysWhatWasReported(row, report)
}

/** A receipt may stamp another row of the same save, and a person's decision none: then the content tells. */
function saysWhatWasReported(row: RegisterRow, report: Sought): boolean {
  const change = changeOf(report)
  if (!change) return false
  const { columns, start } = change
  return (start === null || row.start === start) && rowHolds(row, columns)
}

/** The row that it wrote; of an event that wrote none, the one that it ended. */
function changeOf({ changes, person, entity, relation }: Sought): ExpectedChange | undefined {
  const own = changes.filter(
    (one) =>
      one.pnr === person &&
      one.entity === entity &&
      (relation == null || one.columns['relation'] === relation),
  )
  return own.find(({ change }) => change !== 'end') ?? own[0]
}

/** What the report ended stands as it did before. */
function isOpenAgain(row: RegisterRow, report: Sought): boolean {
  const { end = null, endBefore = null } = endOf(report, row) ?? {}
  return row.end === endBefore && end !== endBefore
}

/** Undefined where the report wrote rows of the kind: then its stamp is of one of those. */
export function endOf(
  { changes, person, entity, relation }: Sought,
  row: RegisterRow,
): ExpectedChange | undefined {
  const own = changes.filter(
    (one) =>
      one.pnr === person &&
      one.entity === entity &&
      (relation == null || one.columns['relation'] === relation),
  )
  const isEnding = own.every(({ change }) => change === 'end')
  return isEnding
    ? own.find((one) => one.start === row.start && rowHolds(row, one.before))
    : undefined
}

/** Put right by somebody whose receipt we never saw: the proof bears the stamp, the row in its place another. */
function heirOf(
  own: readonly RegisterRow[],
  { stamps }: Pick<Sought, 'stamps'>,
): RegisterRow | undefined {
  const proof = own.find(({ mark, timestamp }) => mark === 'K' && stamps.includes(timestamp))
  if (!proof) return undefined
  const later = own.filter(({ timestamp }) => timestamp > proof.timestamp)
  const valid = later.filter(({ mark }) => mark === null)
  const heir =
    valid.find(({ start }) => start === proof.start) ??
    valid.find((row) => rowHolds(row, proof.columns))
  if (heir) return heir
  // Put right more than once, each time in another respect.
  const next = later.find((row) => row.mark === 'K' && rowHolds(row, proof.columns))
  return next && heirOf(own, { stamps: [next.timestamp] })
}

function standing(row: RegisterRow, own: readonly RegisterRow[], report: Sought): RowToUndo {
  if (row.entity === 'person') return { type: 'row', row }
  const later = own.filter((other) => isNewerThan(row, other))
  const isEnded = row.end !== null && !isEndedByItself(row, report)
  if (!isEnded && later.length === 0) return { type: 'row', row }
  const by = later.length > 0 ? later : [row]
  return { type: 'buried', row, by: by.map((one) => ({ person: report.person, row: one })) }
}

/** A row that ends as the report says is as the report left it; the day that it ended on may have been put right since. */
function isEndedByItself(row: RegisterRow, report: Sought): boolean {
  const change = changeOf(report)
  if (!change) return false
  const { stamps } = report
  const isPutRight = stamps.includes(row.timestamp) && row.timestamp !== stamps.at(-1)
  return row.end === change.end || (change.change === 'end' && isPutRight)
}

/** What lies before a row and was written after it was put right since, or reported late: it rests on nothing. */
function isNewerThan(row: RegisterRow, other: RegisterRow): boolean {
  if (other.mark !== null || other.timestamp <= row.timestamp) return false
  return isSameChain(other, row) && (other.end === null || other.end > row.start)
}
