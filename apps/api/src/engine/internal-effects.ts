import type { Effect, effectClasses, Message, ParentNotice } from '@sagsgang/machines'
import type { Transaction } from 'kysely'

import type { Database } from '../database/schema.ts'
import type { Decide, Decision } from './answer-effect.ts'
import {
  compensationOpening,
  correctionOpening,
  followOnOpening,
  openChild,
  type Opening,
  replacementOpening,
} from './child-cases.ts'
import type { Held } from './effect-queue.ts'
import type { EngineDeps } from './engine-deps.ts'
import { takeTurn } from './person-turns.ts'
import type { Answer, StoredCase } from './ports.ts'
import { deliver } from './step.ts'

type EffectOf<T extends Effect['type']> = Extract<Effect, { type: T }>
type ClassOf = typeof effectClasses
type InternalType = {
  [E in keyof ClassOf]: ClassOf[E] extends 'internal' | 'timer' ? E : never
}[keyof ClassOf]

/** Carried out by the engine alone. What must be said to other cases is said first, and twice if need be: they hear it once. */
type Carry<T extends InternalType> = (
  deps: EngineDeps,
  errand: Errand<EffectOf<T>>,
) => Decide | Promise<Decide>

/** An effect, and by whom it is held. */
type Errand<E> = Omit<Held, 'effect'> & { readonly effect: E }

const answer = (value: Answer): Decision => ({ type: 'answer', answer: value })
const always =
  (value: Answer): Decide =>
  () =>
    Promise.resolve(answer(value))

// Woken by whoever gives the turn up; looking now and then is only a backstop.
const NOT_YET: Decision = {
  type: 'back',
  back: { reason: 'turnTaken', delayMs: 30_000, countsAttempt: false },
}

const carry: { readonly [T in InternalType]: Carry<T> } = {
  waitForDay: () => always({ type: 'dayReached' }),
  settle: () => always({ type: 'settled' }),
  deadline: () => always({ type: 'expired' }),
  waitForTurn:
    (_deps, { effect }) =>
    async (trx, stored) =>
      (await takeTurn(trx, stored.id, effect.id)) ? answer({ type: 'turnGiven' }) : NOT_YET,
  openCase: opens((trx, parent, effect) => followOnOpening(trx, parent, effect)),
  openCorrection: opens((_trx, _parent, effect) => correctionOpening(effect)),
  openReplacement: opens((trx, parent, effect) => replacementOpening(trx, parent, effect)),
  compensate: opens((_trx, parent, effect) => compensationOpening(parent, effect)),
  halt: async (deps, errand) => {
    await tellAll(deps, errand, { cases: errand.effect.payload.cases, message: { type: 'stop' } })
    return always({ type: 'halted' })
  },
  release: async (deps, errand) => {
    const { cases } = errand.effect.payload
    await tellAll(deps, errand, { cases, message: { type: 'released' } })
    return always({ type: 'told' })
  },
  takeBack: async (deps, errand) => {
    const message = { type: 'takenBack', by: errand.caseId } as const
    await tellAll(deps, errand, { cases: [errand.effect.payload.caseId], message })
    return always({ type: 'told' })
  },
  tellParent,
}

type OpeningType = 'openCase' | 'openCorrection' | 'openReplacement' | 'compensate'

type ToOpening<T extends OpeningType> = (
  trx: Transaction<Database>,
  parent: StoredCase,
  effect: EffectOf<T>,
) => Opening | Promise<Opening>

/** The case is there with the answer, or neither is: one that its parent does not know would act on its own. */
function opens<T extends OpeningType>(toOpening: ToOpening<T>): Carry<T> {
  return (deps, { effect }) =>
    async (trx, parent) => {
      const { id: effectId, type }: Effect = effect
      if (!(effectId in parent.snapshot.context.open)) return { type: 'unwanted' }
      const opening = await toOpening(trx, parent, effect)
      const caseId = await openChild(trx, deps, { parent, effectId, opening })
      return answer({ type: type === 'compensate' ? 'compensating' : 'opened', caseId })
    }
}

interface Word {
  readonly cases: readonly string[]
  readonly message: Message
}

async function tellAll(deps: EngineDeps, errand: Held, { cases, message }: Word): Promise<void> {
  for (const caseId of cases) await deliver(deps, caseId, message, errand)
}

/** What a parent hears of its child. */
export const notices = {
  settled: 'caseSettled',
  withdrawn: 'caseWithdrawn',
  undone: 'caseUndone',
  halted: 'caseHalted',
  refused: 'caseRefused',
} as const satisfies Record<ParentNotice, Message['type']>

async function tellParent(
  deps: EngineDeps,
  errand: Errand<EffectOf<'tellParent'>>,
): Promise<Decide> {
  const { caseId } = errand
  const row = await deps.db
    .selectFrom('cases')
    .select('parent_id')
    .where('id', '=', caseId)
    .executeTakeFirst()
  const message = { type: notices[errand.effect.payload.notice], caseId }
  if (row?.parent_id) await deliver(deps, row.parent_id, message, errand)
  return always({ type: 'told' })
}

type Plain = Pick<Extract<Decision, { type: 'answer' }>, 'answer'> & {
  readonly takesTurn?: boolean
}

const plain: { readonly [T in InternalType]?: Plain } = {
  waitForDay: { answer: { type: 'dayReached' } },
  settle: { answer: { type: 'settled' } },
  deadline: { answer: { type: 'expired' } },
  waitForTurn: { answer: { type: 'turnGiven' }, takesTurn: true },
}

/** What it comes to where nothing stands in the way, and nobody else is to be told. */
export function plainAnswer({ type }: InternalEffect): Plain | undefined {
  return plain[type]
}

export type InternalEffect = EffectOf<InternalType>

export function isInternal(effect: Effect): effect is InternalEffect {
  return effect.type in carry
}

export async function carryOut(deps: EngineDeps, errand: Errand<InternalEffect>): Promise<Decide> {
  // The table holds, for each type, what takes an effect of that type: more than the compiler can follow.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- key and argument are of one type
  const run = carry[errand.effect.type] as Carry<InternalType>
  return run(deps, errand)
}
