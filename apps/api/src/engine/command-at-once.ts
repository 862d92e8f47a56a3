import { keepBooks } from './bookkeeping.ts'
import { findCase } from './case-row.ts'
import { definitionHash, isOurs } from './definition-hash.ts'
import { type EngineDeps, releaseOf } from './engine-deps.ts'
import { hashOfBody, keyOwner } from './idempotency.ts'
import type { SendCommand, Stepped, StoredCase } from './ports.ts'
import { answerPure, type Course, standing, take } from './transition.ts'
import { type TakenKey, toStepText } from './write-step.ts'

/**
 * A command in one or two round trips where a transaction takes five: the case is remembered or read without a lock, and
 * the key is taken and the step written as long as the case still has that version. Undefined, with nothing written, for
 * whatever needs more than that, is refused, was said before or lost a race: the transaction finds out which.
 */
export async function commandAtOnce(
  deps: EngineDeps,
  command: SendCommand,
  auditOf: (stored: StoredCase) => string,
): Promise<Extract<Stepped, { type: 'stepped' }> | undefined> {
  if (command.record) return undefined
  const stored = await recall(deps, command)
  if (!stored || !isOurs(releaseOf(deps), stored)) return undefined
  const course = await courseOf(deps, stored, command)
  if (!course) return undefined
  const { user } = command.actor
  const step = toStepText(deps, {
    course,
    books: keepBooks(stored.snapshot, course),
    from: stored.version,
    claim: null,
    key: keyOf(command),
    goesOn: null,
    editedBy: user,
    audit: [auditOf(stored)],
  })
  if (!(await deps.steps.write(step))) return undefined
  const moved = { ...course.case, editedBy: user, changedAt: deps.clock.realNow() }
  deps.cases.keep({ ...moved, definitionHash: definitionHash(stored.event) })
  return { type: 'stepped', case: moved }
}

/** As this process left it, where the caller has seen it no later than that; else as it is stored. */
function recall(
  { db, cases }: EngineDeps,
  { caseId, expectedVersion }: SendCommand,
): Promise<StoredCase | undefined> {
  const kept = cases.take(caseId)
  const isLatest = kept && (expectedVersion === null || expectedVersion === kept.version)
  return isLatest ? Promise.resolve(kept) : findCase(db, caseId)
}

async function courseOf(
  { db, handlers }: EngineDeps,
  stored: StoredCase,
  { message, actor, expectedVersion }: SendCommand,
): Promise<Course | undefined> {
  if (expectedVersion !== null && expectedVersion !== stored.version) return undefined
  const taken = take(standing(stored), message, actor.user)
  return taken.entries.length > 0 ? answerPure(db, handlers, taken) : undefined
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
