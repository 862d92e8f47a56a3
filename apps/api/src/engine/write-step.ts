import { type EffectClass, effectClasses } from '@sagsgang/machines'
import { CompiledQuery, type Kysely } from 'kysely'

import type { Database } from '../database/schema.ts'
import type { Books } from './bookkeeping.ts'
import { searchableOf } from './case-row.ts'
import { definitionHash } from './definition-hash.ts'
import { dueOf } from './due.ts'
import { type EngineDeps, releaseOf } from './engine-deps.ts'
import { morningOf } from './paid-look-ups.ts'
import type { Course } from './transition.ts'

type Timing = Pick<EngineDeps, 'clock' | 'settleSeconds' | 'release'>

/** The holder of an effect's lease, as the queue knows it. */
export interface Claim {
  readonly effectId: string
  readonly fence: bigint
  /** The answer gives the case its turn: the step is not written where another case has it. */
  readonly takesTurn?: boolean
}

/** The key that the step is taken under. */
export interface TakenKey {
  readonly owner: string
  readonly key: string
  readonly requestHash: string
}

/** A worker that carries on with the case it has in hand. */
export interface GoesOn {
  readonly worker: string
  readonly classes: readonly EffectClass[]
}

/** Everything that a step changes. */
export interface Written {
  readonly course: Course
  readonly books: Books
  /** The version that the course began at; null: it opens the case. */
  readonly from: number | null
  readonly claim: Claim | null
  readonly key: TakenKey | null
  /** Who goes on with what the step asks for first, where it is theirs to do; null leaves it to the queue. */
  readonly goesOn: GoesOn | null
  /** Set when a person did it. */
  readonly editedBy: string | null
  /** Audit rows, ready for the inbox. */
  readonly audit: readonly string[]
}

/** Another worker holds the effect by now, or the case no longer wants it: nothing may be written. */
export class LeaseLost extends Error {
  override name = 'LeaseLost'
}

/** As the database's function takes it. */
export interface StepText {
  readonly caseId: string
  readonly text: string
}

/** What keeps a step from being written, by the errors that `write_step` fails with. */
type Obstacle = 'leaseLost' | 'keyUsed' | 'turnTaken'
const obstacles: Readonly<Record<string, Obstacle>> = {
  SG001: 'leaseLost',
  SG002: 'keyUsed',
  SG003: 'turnTaken',
}

/** Null where it was something else. */
export function obstacleIn(error: unknown): Obstacle | null {
  const isCoded = error instanceof Error && 'code' in error && typeof error.code === 'string'
  return isCoded ? (obstacles[String(error.code)] ?? null) : null
}

const WRITE = `select written.number, taken
  from jsonb_array_elements($1::jsonb) as step cross join lateral write_step(step) as written`

/** What was taken on of what a step asks for. */
interface Taken {
  readonly id: string
  readonly fence: string
  /** So many lookups of the case have been paid for today, or since it was last resumed. */
  readonly paid: number
}

export interface WrittenStep {
  readonly number: string
  readonly taken: Taken | null
}

/**
 * All of them in one statement. Undefined where a case had moved on and its step was not written. Fails for all where
 * another thing keeps one of them.
 */
export async function writeSteps(
  db: Kysely<Database>,
  steps: readonly StepText[],
): Promise<readonly (WrittenStep | undefined)[]> {
  const { rows } = await db.executeQuery<WrittenStep | { readonly number: null }>(
    CompiledQuery.raw(WRITE, [`[${steps.map(({ text }) => text).join(',')}]`]),
  )
  return rows.map((row) => (row.number === null ? undefined : row))
}

/** In a transaction that holds the case; fails when the case or the lease was lost meanwhile. */
export async function writeStep(
  trx: Kysely<Database>,
  deps: Timing,
  written: Written,
): Promise<WrittenStep> {
  const { id } = written.course.case
  try {
    const [step] = await writeSteps(trx, [toStepText(deps, written)])
    if (step) return step
  } catch (error) {
    if (obstacleIn(error) !== 'leaseLost') throw error
    throw new LeaseLost(`effect ${written.claim?.effectId ?? ''} of ${id}`, { cause: error })
  }
  throw new Error(`case ${id} was moved while it was locked`)
}

export function toStepText(deps: Timing, written: Written): StepText {
  const { audit, course } = written
  const caseId = course.case.id
  const text = JSON.stringify({
    ...caseRow(deps, written),
    ...(written.from === null && { opening: openingOf(written.course, deps) }),
    ...courseRows(written, deps),
    ...(written.goesOn && { worker: written.goesOn.worker, morning: morningOf(deps.clock) }),
    settle_seconds: deps.settleSeconds,
    ...orderOf(written),
    ...booksOf(written),
  })
  // Entries for the audit trail are texts already.
  if (audit.length === 0) return { caseId, text }
  return { caseId, text: `${text.slice(0, -1)},"audit":[${audit.join(',')}]}` }
}

function caseRow(deps: Timing, { course, from, editedBy }: Written) {
  const { id, event, snapshot, version } = course.case
  const { status, stuckCause, assignee, deadline } = searchableOf(snapshot)
  return {
    id,
    was: from ?? 0,
    version,
    snapshot,
    status,
    stuck_cause: stuckCause,
    assignee,
    deadline,
    edited_by: editedBy,
    at: deps.clock.realNow(),
    definition_hash: definitionHash(event),
    machine_version: releaseOf(deps).version,
  }
}

function openingOf({ case: opened }: Course, { clock }: Timing) {
  return {
    year: clock.realNow().getUTCFullYear(),
    event: opened.event,
    authority: opened.authority,
    parent_id: opened.parentId,
    parent_effect: opened.parentEffect,
    follow_on: opened.followOn,
    purpose: opened.purpose,
  }
}

function courseRows({ course, claim, goesOn }: Written, deps: Timing) {
  const dropped = course.dropped.filter((id) => id !== claim?.effectId)
  return {
    entries: course.entries.map(({ snapshot, ...entry }) => ({
      ...entry,
      state: snapshot.value,
      status: searchableOf(snapshot).status,
    })),
    ...(course.asked.length > 0 && { asks: asksOf(course, goesOn, deps) }),
    ...(dropped.length > 0 && { dropped }),
  }
}

/** The effects for the queue, each with its clock and when it is due; the first that can be is gone on with. */
function asksOf({ asked }: Course, goesOn: GoesOn | null, { clock, settleSeconds }: Timing) {
  const asks = asked.map((effect) => {
    const due = dueOf(effect, clock, settleSeconds)
    return { effect, class: effectClasses[effect.type], clock: due.clock, due: due.at }
  })
  const first = asks.find((ask) => ask.clock === 'real' && goesOn?.classes.includes(ask.class))
  return asks.map((ask) => (ask === first ? { ...ask, takes: true } : ask))
}

function orderOf({ key, claim }: Written) {
  return {
    ...(key && { key: { owner: key.owner, key: key.key, request_hash: key.requestHash } }),
    ...(claim && { effect_id: claim.effectId, fence: String(claim.fence) }),
    ...(claim?.takesTurn === true && { takes_turn: true }),
  }
}

function booksOf({ course, books }: Written) {
  const { looked } = course
  return {
    ...(looked && { view: looked.view, looked_up_at: looked.at }),
    ...(books.persons && { persons: books.persons }),
    ...(books.givesTurn && { gives_turn: true }),
    ...(books.asksTurn && { asks_turn: books.asksTurn }),
    ...(books.forgetsView && { forgets_view: true }),
  }
}
