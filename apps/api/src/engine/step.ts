import type { Message } from '@sagsgang/machines'
import type { Transaction } from 'kysely'

import type { Database } from '../database/schema.ts'
import { adopt, refuseNewer } from '../upgrade/adopt-case.ts'
import { CaseNeedsMigration } from '../upgrade/case-needs-migration.ts'
import { CaseOfNewerVersion } from '../upgrade/case-of-newer-version.ts'
import { keepBooks } from './bookkeeping.ts'
import { lockCase } from './case-row.ts'
import { commandAtOnce } from './command-at-once.ts'
import { type Held, isWanted } from './effect-queue.ts'
import type { EngineDeps } from './engine-deps.ts'
import { takeKey } from './idempotency.ts'
import { KEYED, KEYLESS, withPatience } from './patience.ts'
import type { Looked, SendCommand, Stepped, StoredCase } from './ports.ts'
import { answerPure, type Course, standing, take } from './transition.ts'
import { type Claim, type GoesOn, LeaseLost, writeStep, type WrittenStep } from './write-step.ts'

/** Undoes the transaction, the key taken in it included, and is the answer. */
class Refused extends Error {
  override name = 'Refused'
  readonly answer: Extract<Stepped, { type: 'refused' }>

  constructor(answer: Extract<Stepped, { type: 'refused' }>) {
    super(answer.reason)
    this.answer = answer
  }
}

/** A message from a person: all or nothing, and once per key. */
export async function sendCommand(deps: EngineDeps, command: SendCommand): Promise<Stepped> {
  try {
    const patience = command.idempotencyKey === null ? KEYLESS : KEYED
    const once = async () =>
      (await commandAtOnce(deps, command, (stored) => commandEntry(deps, command, stored))) ??
      (await deps.db.transaction().execute((trx) => commandIn(trx, deps, command)))
    const stepped = await withPatience(deps.timers, once, patience)
    if (stepped.type === 'stepped') deps.hints.tell()
    return stepped
  } catch (error) {
    const refused = refusalFor(error)
    if (refused === null) throw error
    return refused
  }
}

function refusalFor(error: unknown): Refused['answer'] | null {
  if (error instanceof Refused) return error.answer
  if (error instanceof CaseOfNewerVersion) return { type: 'refused', reason: 'caseOfNewerVersion' }
  if (error instanceof CaseNeedsMigration) return { type: 'refused', reason: 'caseNeedsMigration' }
  return null
}

async function commandIn(
  trx: Transaction<Database>,
  deps: EngineDeps,
  command: SendCommand,
): Promise<Stepped> {
  const { caseId, message, actor, expectedVersion } = command
  // In this order, as a step takes them: the case, and then the key.
  const stored = await lockCase(trx, caseId)
  if (!stored) throw new Refused({ type: 'refused', reason: 'caseNotFound' })
  if (await isRepeated(trx, deps, command)) return { type: 'repeated', case: stored }
  refuseNewer(deps, stored)
  if (expectedVersion !== null && expectedVersion !== stored.version) {
    throw new Refused({ type: 'refused', reason: 'versionConflict', case: stored })
  }
  const audit = [commandEntry(deps, command, stored)]
  const author = { user: actor.user }
  const moved = await move(trx, deps, { stored, message, author, claim: null, audit })
  if (!moved) throw new Refused({ type: 'refused', reason: 'commandNotAllowed', case: stored })
  await command.record?.(trx)
  return { type: 'stepped', case: moved.case }
}

async function isRepeated(
  trx: Transaction<Database>,
  deps: EngineDeps,
  { caseId, message, actor, expectedVersion, idempotencyKey: key }: SendCommand,
): Promise<boolean> {
  if (key === null) return false
  const body = { caseId, expectedVersion, message }
  const use = await takeKey(trx, { actor, key, body, caseId, now: deps.clock.realNow() })
  if (use.type === 'otherBody')
    throw new Refused({ type: 'refused', reason: 'idempotencyKeyReused' })
  return use.type === 'again'
}

function commandEntry(
  deps: EngineDeps,
  { actor, message }: SendCommand,
  stored: StoredCase,
): string {
  return deps.auditor.toJson({
    actor,
    action: `case.${message.type}`,
    outcome: 'done',
    caseId: stored.id,
    purpose: stored.purpose,
  })
}

/**
 * A message that no person sent and no effect answers: one case telling another, as long as it wants to. A worker that
 * was asleep meanwhile would have a case hold still for an undo that is over.
 */
export async function deliver(
  deps: EngineDeps,
  caseId: string,
  message: Message,
  errand: Held,
): Promise<void> {
  const heard = await deps.db.transaction().execute(async (trx) => {
    const stored = await lockCase(trx, caseId)
    if (!(await isWanted(trx, errand))) throw new LeaseLost(`"${message.type}" is no longer said`)
    const silent = { author: null, claim: null, audit: [] } as const
    return stored && (await move(trx, deps, { stored, message, ...silent }))
  })
  if (heard) deps.hints.tell()
}

export interface Move {
  readonly stored: StoredCase
  readonly message: Message
  /** What the register showed on the way. */
  readonly looked?: Looked | null
  /** Null where no person did it. */
  readonly author: { readonly user: string } | null
  readonly claim: Claim | null
  readonly goesOn?: GoesOn | null
  readonly audit: readonly string[]
}

interface Moved {
  readonly case: StoredCase
  readonly step: WrittenStep
  readonly course: Course
}

/** The case after the message, the pure effects answered and everything written; undefined when it was not heard. */
export async function move(
  trx: Transaction<Database>,
  deps: EngineDeps,
  { stored, message, looked = null, author, claim, goesOn = null, audit }: Move,
): Promise<Moved | undefined> {
  const adopted = await adopt(trx, deps, stored)
  const taken = take(standing(adopted, looked), message, author?.user ?? 'system')
  if (taken.entries.length === 0) return undefined
  const course = await answerPure(trx, deps.handlers, taken)
  const step = await writeStep(trx, deps, {
    course,
    books: keepBooks(adopted.snapshot, course),
    from: adopted.version,
    claim,
    key: null,
    goesOn,
    editedBy: author?.user ?? null,
    audit,
  })
  const editedBy = author?.user ?? stored.editedBy
  const moved = { ...course.case, editedBy, changedAt: deps.clock.realNow() }
  return { case: moved, step, course }
}
