import { leavesBooks } from './bookkeeping.ts'
import { findCase } from './case-row.ts'
import { chartIn, definitionHash } from './definition-hash.ts'
import { type EngineDeps, releaseOf } from './engine-deps.ts'
import { hashOfBody, keyOwner } from './idempotency.ts'
import type { SendCommand, Stepped, StoredCase } from './ports.ts'
import { type Course, needsAnswers, standing, take } from './transition.ts'
import { type TakenKey, writeAtOnce } from './write-course.ts'

/**
 * A command in one or two round trips where a transaction takes five: the case is remembered or read without a lock, and
 * one statement takes the key and writes the step as long as the case still has that version. Undefined, with nothing written, for
 * whatever needs more than that, is refused, was said before or lost a race: the transaction finds out which.
 */
export async function stepAtOnce(
  deps: EngineDeps,
  command: SendCommand,
  auditOf: (stored: StoredCase) => string,
): Promise<Extract<Stepped, { type: 'stepped' }> | undefined> {
  if (command.record) return undefined
  const stored = await recall(deps, command)
  if (!stored || !isOurs(deps, stored)) return undefined
  const course = plainCourse(stored, command)
  if (!course) return undefined
  const { user } = command.actor
  const written = {
    course,
    from: stored.version,
    claim: null,
    editedBy: user,
    audit: [auditOf(stored)],
  }
  if (!(await writeAtOnce(deps.db, deps, written, keyOf(command)))) return undefined
  const moved = { ...course.case, editedBy: user, changedAt: deps.clock.realNow() }
  deps.cases?.keep({ ...moved, definitionHash: definitionHash(stored.event) })
  return { type: 'stepped', case: moved }
}

/** As this process left it, where the caller has seen it no later than that; else as it is stored. */
function recall(
  { db, cases }: EngineDeps,
  { caseId, expectedVersion }: SendCommand,
): Promise<StoredCase | undefined> {
  const kept = cases?.take(caseId)
  const isLatest = kept && (expectedVersion === null || expectedVersion === kept.version)
  return isLatest ? Promise.resolve(kept) : findCase(db, caseId)
}

/** Made by this version's chart; one of another is adopted under a lock. */
function isOurs(
  deps: EngineDeps,
  { event, definitionHash: hash, machineVersion }: StoredCase,
): boolean {
  if (machineVersion > releaseOf(deps).version) return false
  return chartIn(hash) === chartIn(definitionHash(event))
}

function plainCourse(
  stored: StoredCase,
  { message, actor, expectedVersion }: SendCommand,
): Course | undefined {
  if (expectedVersion !== null && expectedVersion !== stored.version) return undefined
  const course = take(standing(stored), message, actor.user)
  const isPlain = course.entries.length > 0 && !needsAnswers(course)
  return isPlain && leavesBooks(stored.snapshot, course) ? course : undefined
}

function keyOf({
  caseId,
  message,
  actor,
  expectedVersion,
  ...command
}: SendCommand): TakenKey | null {
  const { idempotencyKey: key } = command
  if (key === null) return null
  const requestHash = hashOfBody({ caseId, expectedVersion, message })
  return { owner: keyOwner(actor), key, requestHash }
}
