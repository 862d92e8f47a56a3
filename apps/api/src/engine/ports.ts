import type { CaseData, RegisterView } from '@sagsgang/events'
import type { Effect, EffectType, Message, Outcome, Snapshot } from '@sagsgang/machines'
import type { Kysely, Transaction } from 'kysely'

import type { Database } from '../database/schema.ts'

/** The agreements between the engine and what surrounds it: who acts, what is stored, how an effect is carried out. */

export type RoleName = 'caseworker' | 'senior' | 'operator' | 'auditor' | 'service'

/** Who does something, from the sign-in and never from input. */
export interface Actor {
  readonly user: string
  readonly name: string
  readonly role: RoleName
  /** Four digits: the tenant. */
  readonly authority: string
}

/** Two clocks: real time for leases and audit, register time (an offset in development) for days, deadlines and waiting. */
export interface Clock {
  readonly realNow: () => Date
  readonly registerNow: () => Date
  /** Today in Denmark by register time, YYYYMMDD. */
  readonly today: () => string
}

export interface StoredCase {
  readonly id: string
  readonly number: string
  readonly event: string
  readonly authority: string
  readonly parentId: string | null
  readonly parentEffect: string | null
  readonly followOn: string | null
  readonly snapshot: Snapshot
  readonly version: number
  /** What wrote it last: the version of the machines, and a hash of the event's chart and names. */
  readonly machineVersion: number
  readonly definitionHash: string
  readonly purpose: string
  readonly openedBy: string
  readonly editedBy: string
  readonly openedAt: Date
  readonly changedAt: Date
}

/** What an effect handler sees. Lookup and update handlers run outside any transaction; the engine steps their outcome. */
export interface EffectRun<E extends EffectType = EffectType> {
  readonly case: StoredCase
  readonly effect: Extract<Effect, { type: E }>
  /** The lease's fencing number. */
  readonly fence: bigint
  /** How often it was claimed before. */
  readonly attempts: number
}

/** An outcome without the effect id: the engine adds it. */
export type Answer = DistributiveOmit<Outcome, 'effect'>
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never

/**
 * Carried out beside the case: the outcome is stepped afterwards. `retry` puts the effect back for later; `countsAttempt`
 * is false where the world is closed rather than faulty. A save handler never answers `retry`.
 */
export type Handled = (
  | {
      readonly type: 'answer'
      readonly answer: Answer
      /** What the register showed on the way, to be stored with the outcome. */
      readonly looked?: Looked
      readonly record?: Recording
      /** Written by itself where another worker has taken over meanwhile: evidence, and no outcome. */
      readonly late?: Recording
    }
  | { readonly type: 'retry'; readonly reason: string; readonly countsAttempt: boolean }
) & {
  /** Found out on the way: other cases hear of it before the answer is taken in. */
  readonly renumbered?: readonly Renumbering[]
}

/** What the register showed of the people of a case, and since when it may have changed. */
export interface Looked {
  readonly view: RegisterView
  readonly at: Date
}

/** Somebody has another number in the register. */
export interface Renumbering {
  readonly from: string
  readonly to: string
  /** The case that found it out is about both numbers. */
  readonly exceptFinder: boolean
}

/** Rows written in the same transaction as the outcome. */
export type Recording = (trx: Transaction<Database>) => Promise<void>

export type Handler<E extends EffectType = EffectType> = (run: EffectRun<E>) => Promise<Handled>

/** Pure effects are answered within the step, from the case and its view. */
export type PureHandler<E extends EffectType = EffectType> = (
  db: Kysely<Database>,
  run: PureRun<E>,
) => Promise<Answer>

interface PureRun<E extends EffectType = EffectType> extends Pick<EffectRun<E>, 'case' | 'effect'> {
  /** What the step itself brings; null: the view that is stored, if there is one. */
  readonly view: RegisterView | null
}

export type PureEffectType = 'check' | 'offer'
export type LookupEffectType =
  | 'lookUp'
  | 'initiate'
  | 'validate'
  | 'readBack'
  | 'pollQueue'
  | 'verify'
  | 'plan'
  | 'verifyUndo'

/** Given to the engine by `effects/`. Timers and internal effects are the engine's own; so is a save whose worker died. */
export type EffectHandlers = { readonly [E in LookupEffectType]: Handler<E> } & {
  readonly save: Handler<'save'>
} & { readonly [E in PureEffectType]: PureHandler<E> }

export interface OpenCase {
  readonly event: string
  readonly data: CaseData
  readonly purpose: string
  readonly actor: Actor
  readonly idempotencyKey: string
  /** The accepted primary that gives access to this event. */
  readonly parent?: { readonly caseId: string; readonly followOn: string }
}

export interface SendCommand {
  readonly caseId: string
  readonly message: Message
  readonly actor: Actor
  readonly expectedVersion: number | null
  readonly idempotencyKey: string | null
  /** Rows written in the same transaction, once the case has moved. */
  readonly record?: Recording
}

/** What a step came to. Refusals are values: the edge turns them into errors with a stable word. */
export type Stepped =
  | { readonly type: 'stepped'; readonly case: StoredCase }
  /** A used key with the same body: nothing was done again. */
  | { readonly type: 'repeated'; readonly case: StoredCase }
  | { readonly type: 'refused'; readonly reason: StepRefusal; readonly case?: StoredCase }

type StepRefusal =
  | 'caseNotFound'
  | 'versionConflict'
  | 'idempotencyKeyReused'
  | 'commandNotAllowed'
  | 'caseOfNewerVersion'
  | 'caseNeedsMigration'
  | 'eventUnknown'
  | 'followOnNotOffered'

export interface Engine {
  open(order: OpenCase): Promise<Stepped>
  /** A message from a person; outcomes and notices come from the engine's own workers. */
  send(command: SendCommand): Promise<Stepped>
  /** The case as its journal leaves it after `seq`. */
  at(caseId: string, seq: number): Promise<Snapshot | undefined>
  start(): Promise<void>
  stop(): Promise<void>
  /** Wakes the workers: something is due. */
  wake(): void
}
