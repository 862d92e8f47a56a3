import { pointer, rowHolds, weightyKinds } from '@sagsgang/events'
import type { PersonView, RegisterRow, RegisterView } from '@sagsgang/events'

import type { SavedReport } from './saved-reports.ts'
import type { PersonRow } from './turn.ts'

type Kept = Pick<SavedReport, 'changes' | 'stamps'> & Partial<Pick<SavedReport, 'node'>>

/** What other reports wrote on a number that this one gave or revived: even on the day that it did. */
export function lifeOfItsOwn(report: Kept, { people }: RegisterView): readonly PersonRow[] {
  const seenBefore = (pnr: string) => report.node?.view.people[pnr]?.rows ?? []
  return report.changes.flatMap(({ change, columns, pnr }) => {
    const person = pnr === null ? null : people[pnr]
    if (!person || pnr === null) return []
    const isLater = pointer in columns ? isNew(seenBefore(pnr)) : isWeighty
    const isMeant = change === 'create' || pointer in columns
    const rows = isMeant
      ? person.rows.filter((row) => isLater(row) && !isOwn(row, person, report))
      : []
    return rows.map((row) => ({ person: pnr, row }))
  })
}

/** Whatever a number that is revived bears beside what came back with it. */
function isNew(before: readonly RegisterRow[]): (row: RegisterRow) => boolean {
  const known = new Set(before.map(({ timestamp }) => timestamp))
  return ({ mark, timestamp }) => mark === null && !known.has(timestamp)
}

function isWeighty({ entity, mark }: RegisterRow): boolean {
  return mark === null && weightyKinds.includes(entity)
}

/** Written by the report, which was the first on the number, or put right since. */
function isOwn(row: RegisterRow, person: PersonView, report: Kept): boolean {
  if (isOfReport(row, person, report)) return true
  // The proof of what was wrong has the row's old stamp, and the row a new one.
  return person.rows.some(
    (proof) => proof.mark === 'K' && isHeir(row, proof) && isOfReport(proof, person, report),
  )
}

function isOfReport(row: RegisterRow, { pnr }: PersonView, { changes, stamps }: Kept): boolean {
  const isSaid = changes.some(
    (one) =>
      one.pnr === pnr &&
      one.entity === row.entity &&
      one.start === row.start &&
      rowHolds(row, one.columns),
  )
  const own = stamps.at(-1)
  return isSaid || stamps.includes(row.timestamp) || (own !== undefined && row.timestamp <= own)
}

function isHeir(row: RegisterRow, proof: RegisterRow): boolean {
  const isSame = row.start === proof.start || rowHolds(row, proof.columns)
  return row.entity === proof.entity && row.timestamp > proof.timestamp && isSame
}
