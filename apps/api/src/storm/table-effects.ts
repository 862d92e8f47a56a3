import type { Effect, Message } from '@sagsgang/machines'

import { offeredBy } from '../effects/above.ts'
import { callerOf, groundOf } from '../effects/case-facts.ts'
import { judgeCase } from '../effects/check.ts'
import { initiate } from '../effects/initiate.ts'
import { offersFor } from '../effects/offer.ts'
import { validateHandler } from '../effects/validate.ts'
import { compare, compareWithBefore } from '../effects/verify.ts'
import {
  compensationOpening,
  correctionOpening,
  openingOf,
  replacementFor,
} from '../engine/child-cases.ts'
import { notices } from '../engine/internal-effects.ts'
import type { Answer } from '../engine/ports.ts'
import { readView } from '../register-client/read-view.ts'
import { plan } from './table-plan.ts'
import { readBack, save } from './table-register.ts'
import type { Card, Table } from './table.ts'
import { outputOf, reported, told } from './world.ts'
import type { Of, TableWorld } from './world.ts'

type Carry<T extends Effect['type']> = (
  world: TableWorld,
  card: Card,
  effect: Of<T>,
) => Promise<Answer | 'notYet'>

/** How each effect is carried out where there is no database: the same functions decide. */
const carry: { readonly [T in Effect['type']]: Carry<T> } = {
  check: async ({ table, clock }, { stored }, { payload: { stage } }) =>
    judgeCase(stored, { stage, view: table.viewOf(stored), clock }),
  offer: async (world, card) => offer(world, card),
  lookUp: async (world, card, effect) => (await look(world, card, effect)) ?? { type: 'lookedUp' },
  initiate: async (world, card, effect) => {
    const trouble = world.table.isStale(card) ? await look(world, card, effect) : null
    return trouble ?? told(await initiate(world, { case: card.stored, effect }))
  },
  validate: async (world, { stored }, effect) =>
    told(await validateHandler(world)({ case: stored, effect, fence: 0n, attempts: 0 })),
  save,
  readBack,
  pollQueue: async () => ({ type: 'failed', reason: 'nothing is queued here' }),
  verify: async (world, card, effect) => {
    const { port } = world
    return told(await compare(port, callerOf({ case: card.stored, effect }), reported(world, card)))
  },
  verifyUndo: async (world, card, effect) => {
    const caller = callerOf({ case: card.stored, effect })
    return told(await compareWithBefore(world.port, caller, reported(world, card)))
  },
  plan,
  waitForDay: async () => ({ type: 'dayReached' }),
  settle: async () => ({ type: 'settled' }),
  deadline: async () => ({ type: 'expired' }),
  waitForTurn: async ({ table }, { stored }) =>
    table.takeTurn(stored.id) ? { type: 'turnGiven' } : 'notYet',
  openCase: async (world, card, effect) => {
    const known = { view: world.table.viewOf(card.stored), output: outputOf(card) }
    return opened(world, card, { effect, opening: openingOf(card.stored, effect, known) })
  },
  openCorrection: async (world, card, effect) =>
    opened(world, card, { effect, opening: correctionOpening(effect) }),
  openReplacement: async (world, card, effect) => {
    const view = world.table.viewOf(card.stored)
    const opening = replacementFor(card.stored, effect.payload.operation, view)
    return opened(world, card, { effect, opening })
  },
  compensate: async (world, card, effect) => {
    const opening = compensationOpening(card.stored, effect)
    const { caseId } = opened(world, card, { effect, opening })
    return { type: 'compensating', caseId }
  },
  halt: async ({ table }, _, { payload }) =>
    tellAll(table, payload.cases, { type: 'stop' }, 'halted'),
  release: async ({ table }, _, { payload }) =>
    tellAll(table, payload.cases, { type: 'released' }, 'told'),
  takeBack: async ({ table }, { stored }, { payload }) =>
    tellAll(table, [payload.caseId], { type: 'takenBack', by: stored.id }, 'told'),
  tellParent: async ({ table }, { stored }, { payload }) => {
    const { id: caseId, parentId } = stored
    const notice = { type: notices[payload.notice], caseId } as const
    return tellAll(table, parentId === null ? [] : [parentId], notice, 'told')
  },
}

export function carryOut(
  world: TableWorld,
  card: Card,
  effect: Effect,
): Promise<Answer | 'notYet'> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- key and argument are of one type
  const run = carry[effect.type] as Carry<Effect['type']>
  return run(world, card, effect)
}

async function look(
  { table, port, clock }: TableWorld,
  card: Card,
  effect: Effect,
): Promise<Answer | null> {
  const { definition, facts } = groundOf(card.stored, table.viewOf(card.stored), clock)
  const caller = callerOf({ case: card.stored, effect })
  const looked = await readView(port, caller, { definition, data: facts.data })
  if (looked.type !== 'read') return { type: 'failed', reason: looked.reason }
  table.looked(card, looked.view)
  return null
}

/** What is answered in the transaction of the step that asks. */
export function answerPure(world: Pick<TableWorld, 'table' | 'clock'>, card: Card, effect: Effect) {
  if (effect.type === 'offer') return offer(world, card)
  const stage = effect.type === 'check' ? effect.payload.stage : 'form'
  const view = world.table.viewOf(card.stored)
  return judgeCase(card.stored, { stage, view, clock: world.clock })
}

function offer({ table, clock }: Pick<TableWorld, 'table' | 'clock'>, card: Card): Answer {
  const ground = groundOf(card.stored, table.viewOf(card.stored), clock)
  const above: Card[] = []
  for (let { parentId } = card.stored; parentId !== null;) {
    const parent = table.card(parentId)
    above.push(parent)
    parentId = parent.stored.parentId
  }
  const known = { output: outputOf(card), above: above.flatMap(({ stored }) => offeredBy(stored)) }
  return offersFor(card.stored, ground, known)
}

interface ToOpen {
  readonly effect: Effect
  readonly opening: ReturnType<typeof openingOf>
}

function opened({ table, nextId }: TableWorld, { stored }: Card, { effect, opening }: ToOpen) {
  const caseId = nextId()
  const { followOn, event, data, mode, messages, persons, acceptedOn, confirmed, ordered } = opening
  table.place(
    {
      ...stored,
      id: caseId,
      number: caseId,
      event,
      parentId: stored.id,
      parentEffect: effect.id,
      followOn,
    },
    {
      caseId,
      data,
      mode,
      parent: stored.id,
      ...(persons && { persons }),
      ...(acceptedOn !== undefined && { acceptedOn }),
      ...(confirmed && { confirmed }),
      ...(ordered === true && { ordered }),
    },
  )
  for (const message of messages) table.tell(caseId, message)
  return { type: 'opened', caseId } as const
}

function tellAll(
  table: Table,
  caseIds: readonly string[],
  message: Message,
  answer: 'halted' | 'told',
): Answer {
  for (const caseId of caseIds) table.tell(caseId, message)
  return { type: answer }
}
