import { placeOf, type PlaceName } from '@sagsgang/machines'

import { outcomesOf } from './check-effects.ts'
import type { AuditedRow, CaseReading, SubmissionRow } from './read-cases.ts'
import type { InvariantId, Violation } from './violation.ts'

/** What the store itself says of its saves: the register is not asked. */
export function checkSubmissions(reading: CaseReading): readonly Violation[] {
  return [
    ...findForgotten(reading),
    ...findUnfounded(reading),
    ...findUnaccepted(reading),
    ...findUnaudited(reading),
  ]
}

function broken(id: InvariantId, caseId: string, says: string): Violation {
  return { id, caseId, says }
}

/** A save that is still said to be on its way, and nobody is carrying it out. */
function findForgotten({ case: { id }, effects, submissions }: CaseReading): readonly Violation[] {
  const open = new Set(
    effects.filter(({ state }) => state === 'open').map(({ effect_id: effect }) => effect),
  )
  return submissions
    .filter(({ state, effect_id: effect }) => state === 'sending' && !open.has(effect))
    .map(({ effect_id: effect }) =>
      broken('I2', id, `save ${effect} is said to be on its way for ever`),
    )
}

/** What a case takes for reported stands on a save that was confirmed, or on somebody's word for it. */
function findUnfounded(reading: CaseReading): readonly Violation[] {
  const { case: row, submissions } = reading
  const { context } = row.snapshot
  if (context.mode === 'derived') return []
  return context.accepted.outputs.flatMap((_, report) => {
    const isConfirmed = submissions.some(
      (one) => one.report === report && one.state === 'confirmed',
    )
    if (isConfirmed || isDecided(reading, 'applied')) return []
    return [broken('I3', row.id, `report ${report} is taken for accepted and no save of it is`)]
  })
}

/** Whoever is still asking the register hears of a proof with its next answer. */
const asking = new Set<PlaceName>(['readingBack', 'settling', 'readingBackAgain'])

function findUnaccepted({ case: row, submissions }: CaseReading): readonly Violation[] {
  const accepted = row.snapshot.context.accepted.outputs.length
  if (asking.has(placeOf(row.snapshot))) return []
  return submissions
    .filter(({ state, report }) => state === 'confirmed' && report >= accepted)
    .map(({ effect_id: effect }) =>
      broken('I3', row.id, `save ${effect} is confirmed and the case does not know`),
    )
}

/** Whether somebody said what came of a save when the evidence did not. */
export function isDecided({ entries }: CaseReading, outcome: 'applied' | 'notApplied'): boolean {
  return entries.some(({ message }) => message.type === 'decide' && message.outcome === outcome)
}

// Answers that only the one who sent the save can give.
const heard = new Set(['saved', 'queued', 'warned', 'refused', 'lapsed'])

/** Noted as intended before it left, with the very bytes, and with what came of it once it was heard. */
function findUnaudited(reading: CaseReading): readonly Violation[] {
  const { case: row, entries, submissions, audited } = reading
  const answers = new Map(outcomesOf(entries).map(({ effect, type }) => [effect, type]))
  return submissions.flatMap((one) => {
    const intended = audited.filter((note) => isOf(note, one, 'update.intended'))
    const results = audited.filter((note) => isOf(note, one, 'update.result'))
    const answer = answers.get(one.effect_id)
    const wanted = answer !== undefined && heard.has(answer) ? 1 : 0
    const noted = { intended, results, wanted }
    const says =
      one.recovered_at === null
        ? complaint(noted)
        : complaintOfRecovered(audited.filter((note) => isOf(note, one, 'update.recovered')))
    return says === null ? [] : [broken('I6', row.id, `save ${one.effect_id} ${says}`)]
  })
}

function isOf(
  row: AuditedRow,
  { effect_id: effect, request_hash: hash }: SubmissionRow,
  action: string,
): boolean {
  return row.action === action && row.effect === effect && row.requestHash === hash
}

interface Noted {
  readonly intended: readonly AuditedRow[]
  readonly results: readonly AuditedRow[]
  readonly wanted: number
}

/** The store came back without it, and without what was noted of it before. */
function complaintOfRecovered({ length }: readonly AuditedRow[]): string | null {
  return length > 0 ? null : 'stands again and was not noted as recovered'
}

function complaint({ intended, results, wanted }: Noted): string | null {
  const [first] = intended
  if (intended.length !== 1) return `was noted as intended ${intended.length} times`
  if (results.length < wanted || results.length > 1)
    return `was noted with its result ${results.length} times`
  const isBefore = results.every(({ position }) => position > (first?.position ?? 0))
  return isBefore ? null : 'was noted as intended after its result'
}
