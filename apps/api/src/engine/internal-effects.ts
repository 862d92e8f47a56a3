import type { Effect, effectClasses, Message, ParentNotice } from '@sagsgang/machines'

import type { Decide, Decision } from './answer-effect.ts'
import {
  compensationOpening,
  correctionOpening,
  followOnOpening,
  openChild,
  replacementOpening,
} from './child-cases.ts'
import type { EngineDeps } from './engine-deps.ts'
import { takeTurn } from './person-turns.ts'
import type { Answer } from './ports.ts'
import { deliver } from './step.ts'

type EffectOf<T extends Effect['type']> = Extract<Effect, { type: T }>
type ClassOf = typeof effectClasses
type InternalType = {
  [E in keyof ClassOf]: ClassOf[E] extends 'internal' | 'timer' ? E : never
}[keyof ClassOf]

/** Carried out by the engine alone. What must be said to other cases is said first, and twice if need be: they hear it once. */
type Carry<T extends InternalType> = (
  deps: EngineDeps,
  caseId: string,
  effect: EffectOf<T>,
) => Decide | Promise<Decide>

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
    (_deps, _caseId, { id }) =>
    async (trx, stored) =>
      (await takeTurn(trx, stored.id, id)) ? answer({ type: 'turnGiven' }) : NOT_YET,
  openCase: (deps, _caseId, effect) => async (trx, parent) => {
    const opening = await followOnOpening(trx, parent, effect)
    const caseId = await openChild(trx, deps, { parent, effectId: effect.id, opening })
    return answer({ type: 'opened', caseId })
  },
  openCorrection: (deps, _caseId, effect) => async (trx, parent) => {
    const opening = correctionOpening(effect)
    const caseId = await openChild(trx, deps, { parent, effectId: effect.id, opening })
    return answer({ type: 'opened', caseId })
  },
  openReplacement: (deps, _caseId, effect) => async (trx, parent) => {
    const opening = replacementOpening(parent, effect)
    const caseId = await openChild(trx, deps, { parent, effectId: effect.id, opening })
    return answer({ type: 'opened', caseId })
  },
  compensate: (deps, _caseId, effect) => async (trx, parent) => {
    const opening = compensationOpening(parent, effect)
    const caseId = await openChild(trx, deps, { parent, effectId: effect.id, opening })
    return answer({ type: 'compensating', caseId })
  },
  halt: (deps, _caseId, { payload }) => tellAll(deps, payload.cases, { type: 'stop' }, 'halted'),
  release: (deps, _caseId, { payload }) =>
    tellAll(deps, payload.cases, { type: 'released' }, 'told'),
  takeBack: (deps, caseId, { payload }) =>
    tellAll(deps, [payload.caseId], { type: 'takenBack', by: caseId }, 'told'),
  tellParent: (deps, caseId, effect) => tellParent(deps, caseId, effect),
}

async function tellAll(
  deps: EngineDeps,
  caseIds: readonly string[],
  message: Message,
  told: 'halted' | 'told',
): Promise<Decide> {
  for (const caseId of caseIds) await deliver(deps, caseId, message)
  return always({ type: told })
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
  caseId: string,
  { payload }: EffectOf<'tellParent'>,
): Promise<Decide> {
  const row = await deps.db
    .selectFrom('cases')
    .select('parent_id')
    .where('id', '=', caseId)
    .executeTakeFirst()
  if (row?.parent_id) await deliver(deps, row.parent_id, { type: notices[payload.notice], caseId })
  return always({ type: 'told' })
}

export type InternalEffect = EffectOf<InternalType>

export function isInternal(effect: Effect): effect is InternalEffect {
  return effect.type in carry
}

export async function carryOut(
  deps: EngineDeps,
  caseId: string,
  effect: InternalEffect,
): Promise<Decide> {
  // The table holds, for each type, what takes an effect of that type: more than the compiler can follow.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- key and argument are of one type
  const run = carry[effect.type] as Carry<InternalType>
  return run(deps, caseId, effect)
}
