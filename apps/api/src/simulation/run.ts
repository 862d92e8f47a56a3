import type { BareRegister } from '@sagsgang/register'
import type { Kysely } from 'kysely'

import type { Database } from '../database/schema.ts'
import type { EffectDeps } from '../effects/deps.ts'
import type { EngineOptions } from '../engine/engine.ts'
import type { EffectHandlers, Engine } from '../engine/ports.ts'
import type { Violation } from '../invariants/violation.ts'
import type { LoggedSubmission } from '../submission-log/submission-log.ts'
import type { Plan } from './plan.ts'
import type { WrittenEffect } from './queue-book.ts'
import type { Stage } from './stage.ts'

/**
 * One seed is one world: `simulate({ seed, stage })` plays it from its first case to its rest. How to look on and to meddle:
 *
 *   const stage = await openStage()                        // one server and one image of the register for many seeds
 *   const run = await simulate({ seed: 7, stage, watch: { committed: cheapChecks, atEnd: allChecks } })
 *   run.violations                                         // what the watch said, and what the world itself noticed
 *   await simulate({ seed: 7, stage, twin: { name: 'no fence', sql: [{ find: 'and fence = $5', replace: '' }] } })
 *   await simulate({ seed: 7, stage, plan: { ...calm, wire: onlyLostReplies } })   // in place of what the seed draws
 *   await simulate({ seed: 7, stage, watch: { at: (point) => point.what === 'save.firstByte' ? 'kill' : 'goOn' } })
 *   await stage.close()
 *
 * Hooks may ask the store (`sight.query`, `sight.db`): they see what is committed, and no virtual time passes meanwhile.
 */
export interface SimulateOptions {
  readonly seed: number
  readonly stage: Stage
  /** In place of what the seed draws. */
  readonly plan?: Partial<Plan>
  readonly twin?: Twin
  readonly watch?: Watch
  /** Keeps the lines of the trace; without, only their fingerprint. */
  readonly keepsTrace?: boolean
}

/** The product with one thing wrong: proof that whoever watches would notice. */
export interface Twin {
  readonly name: string
  /** In every statement's text. A run in which one of them never matched fails. */
  readonly sql?: readonly { readonly find: string | RegExp; readonly replace: string }[]
  readonly handlers?: (handlers: EffectHandlers) => EffectHandlers
  readonly effectDeps?: (deps: EffectDeps) => EffectDeps
  readonly engineOptions?: (options: EngineOptions) => EngineOptions
  readonly engine?: (engine: Engine) => Engine
}

export interface Watch {
  /** After each commit that wrote something, before anybody hears of it. To be cheap. */
  readonly committed?: (sight: Sight, commit: Commit) => Judgement
  /** Before faults stop, when they have, and when the world rests. */
  readonly atEnd?: (sight: Sight) => Judgement
  /** Each place where a process may die or stand still. */
  readonly at?: (point: Point, sight: Sight) => Answered
}

/** `freeze`: it stands still for ten leases, and then goes on as if nothing had been; not within a transaction. */
export type Answered = 'kill' | 'freeze' | 'goOn'

type Judgement = readonly Violation[] | Promise<readonly Violation[]>

export interface Commit {
  readonly number: number
  /** The process. */
  readonly by: string
  /** What its statements do, e.g. `insert submissions`. */
  readonly statements: readonly string[]
}

/**
 * Where a process is. Statements: `insert submissions.before`, `.after`; transactions: `begin.before`, `commit.before`,
 * `commit.after`; calls: `save.connect`, `.firstByte`, `.lastByte`, `.replyHead`, `.replyEnd` and the same of `signOn`,
 * `read`, `initiate`, `validate`, `abort`; the submission log: `log.write.before`, `.after`.
 */
export interface Point {
  readonly process: string
  /** Counts the starts of this process. */
  readonly run: number
  readonly what: string
  /** What its transaction has said so far, e.g. `insert submissions`. */
  readonly statements: readonly string[]
}

/** A look at everything from outside. */
export interface Sight {
  readonly seed: number
  readonly now: Date
  readonly registerNow: Date
  /** What is committed. */
  readonly query: <R>(text: string, values?: readonly unknown[]) => Promise<readonly R[]>
  readonly db: Kysely<Database>
  /** What is committed of the queue. */
  readonly queue: () => readonly WrittenEffect[]
  /** The register's own truth. */
  readonly register: BareRegister
  /** Every save that left a process, in order. */
  readonly saves: readonly CarriedSave[]
  /** Every call that left a process, saves too. */
  readonly calls: readonly CarriedCall[]
  /** What people were told is done. */
  readonly acknowledged: readonly Acknowledged[]
  /** What people decided of saves in doubt. */
  readonly decisions: readonly Decision[]
  /** Conversations of other authorities, each with the case that they came across. */
  readonly others: ReadonlyMap<string, string>
  readonly processes: readonly ProcessSight[]
  readonly failovers: number
  /** False from the moment on at which faults have stopped. */
  readonly isStormy: boolean
}

export interface CarriedCall {
  readonly at: Date
  readonly process: string
  readonly action: 'signOn' | 'read' | 'initiate' | 'validate' | 'save' | 'abort'
  readonly service: string
  readonly fate: string
  /** The number of the last commit when it left. */
  readonly afterCommit: number
  /** The register's answer to a sign-on: null where it never came. */
  readonly signedOn: boolean | null
}

export interface CarriedSave extends CarriedCall {
  /** SHA-256 of its bytes, as the submission has it. */
  readonly requestHash: string
  readonly dialogue: string
  /** How often the register has carried it out by now, and when. */
  readonly applied: readonly Date[]
}

export interface Acknowledged {
  readonly at: Date
  readonly caseId: string
  readonly command: string
  /** What it was to be told at; null: whatever it was. */
  readonly expectedVersion: number | null
  readonly version: number
  readonly idempotencyKey: string
  /** Not done again, as it was done before. */
  readonly repeated: boolean
  /** A failover took it back: the store was told to forget it. */
  readonly isLost: boolean
}

export interface Decision {
  readonly at: Date
  readonly caseId: string
  readonly outcome: 'applied' | 'notApplied'
  /** Whether what the register showed at that moment says so too. */
  readonly isRight: boolean
}

export interface ProcessSight {
  readonly name: string
  readonly role: 'api' | 'worker' | 'all'
  readonly run: number
  readonly isAlive: boolean
  readonly isFrozen: boolean
  /** The lines of its submission log that would survive a power cut. */
  readonly logged: readonly LoggedSubmission[]
  /** What it logged by `log`, as text. */
  readonly said: readonly string[]
}

export interface Run {
  readonly seed: number
  /** SHA-256 of the trace: the same seed has the same one. */
  readonly fingerprint: string
  readonly trace: readonly string[]
  readonly violations: readonly Violation[]
  /** How often what happened: fates, kinds of faults, statuses at the end, outcomes of saves. */
  readonly counts: Readonly<Record<string, number>>
  readonly steps: number
  readonly statements: number
  /** Virtual milliseconds from the first moment to the rest. */
  readonly lasted: number
}
