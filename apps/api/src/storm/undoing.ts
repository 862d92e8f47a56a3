import { getDefinition } from '@sagsgang/events'
import { placeOf } from '@sagsgang/machines'

import type { PlanView, PlannedStepView } from '../plan-view.ts'
import {
  callerFor,
  cardMeant,
  clear,
  count,
  reason,
  standing,
  standingOf,
  tell,
  wasAccepted,
  worldOf,
} from './life.ts'
import type { Deed, Life } from './life.ts'
import { misforetold, notAsBefore } from './rows-foretold.ts'
import { planFor } from './table-plan.ts'
import type { Card } from './table.ts'

/** What somebody takes back in a history, each held against what its plan said. */

export const undo: Deed = async (life) => {
  const card = cardMeant(life, standing(life))
  if (card) await undoOne(life, card)
  return null
}

/** Planned as whoever orders it would see it, carried out, and held against what the plan said. */
export async function undoOne(life: Life, { stored }: Card): Promise<void> {
  const { house } = life
  const also = life.random.chance(0.5) ? reviewedIn(life, stored.id) : []
  const plan = await planned(life, stored.id, also)
  if (!plan) return
  const before = worldOf(house)
  await house.send(stored.id, { type: 'undo', reason, seen: plan.fingerprint, also })
  // Nobody does anything meanwhile: what the plan did not foresee would be waited for.
  await house.rest()
  const card = house.world.table.card(stored.id)
  const words = `${stored.event} undone by ${wordsOf(plan)}`
  if (placeOf(card.stored.snapshot) !== 'undone') return tell(life, [notUndone(life, card)], words)
  count(life, `${getDefinition(stored.event).kind.type} undone`)
  const after = worldOf(house)
  tell(life, misforetold(plan.steps, { before, after }), words)
  const isWhole = card.stored.snapshot.context.plan.every(({ state }) => state === 'done')
  if (life.last?.caseId !== stored.id || !isWhole) return
  tell(life, notAsBefore(life.last.before, after), `${words} not as before`)
  count(life, 'as before')
}

/** Whatever a person may choose to undo as well. */
function reviewedIn({ house }: Life, caseId: string): readonly string[] {
  return house.world.table.under(caseId).map(({ stored }) => stored.id)
}

const wordsOf = ({ steps }: PlanView): string =>
  steps.map(({ operation, together }) => `${operation}${together ? ' together' : ''}`).join(', ')

/** Undefined where the planner says that it cannot be done. */
async function planned(
  life: Life,
  caseId: string,
  also: readonly string[],
): Promise<PlanView | undefined> {
  const { world } = life.house
  const card = world.table.card(caseId)
  const answer = await planFor(world, card, { caller: callerFor(card), also })
  if (answer.type === 'planned') return clear(life, card, answer.plan) ? answer.plan : undefined
  tell(life, [answer.reason], 'not planned')
  return undefined
}

function notUndone(life: Life, { stored }: Card): string {
  const { plan, blockers, differences } = stored.snapshot.context
  const steps = plan.map(({ operation, state, carriedOutBy }) =>
    carriedOutBy === null
      ? `${operation} ${state}`
      : `${operation} ${state} ${standingOf(life, carriedOutBy)}`,
  )
  const odd = differences.map(
    ({ entity, column, expected, found }) => `${entity}.${column} ${expected}≠${found}`,
  )
  const told = [...steps, ...odd, ...blockers.map(({ en }) => en)]
  return `is ${placeOf(stored.snapshot)}: ${told.join(' | ')}`
}

/** A step that the register refuses leaves the undo half-way: then it goes on, or lets the rest stand. */
export const undoHalfway: Deed = async (life) => {
  const { house, random } = life
  const card = random.pick(standing(life).filter((one) => isFollowed(life, one)))
  const plan = card && (await planned(life, card.stored.id, []))
  const [, ...later] = (plan?.steps ?? []).filter(isCalled)
  const refused = random.pick(later)
  if (!card || !plan || !refused) return null
  const before = worldOf(house)
  const { service } = getDefinition(refused.operation)
  house.register.refuse({ service, field: 'TIMSTP', code: 5408, text: 'Ikke nu' })
  await house.send(card.stored.id, { type: 'undo', reason, seen: plan.fingerprint })
  await house.rest()
  house.register.refuse(null)
  const now = house.world.table.card(card.stored.id)
  const words = `${card.stored.event} stopped at ${refused.operation} of ${wordsOf(plan)}`
  if (placeOf(now.stored.snapshot) !== 'partlyUndone') tell(life, [notUndone(life, now)], words)
  count(life, 'half undone')
  // What an earlier undo had taken back stays at the head of the case's own plan.
  const own = now.stored.snapshot.context.plan.slice(-plan.steps.length)
  const done = plan.steps.filter((_, place) => own[place]?.state === 'done')
  tell(life, misforetold(done, { before, after: worldOf(house) }), words)
  await (random.chance(0.5) ? stop(life, now) : undoOne(life, now))
  return null
}

/** Something that it opened stands as well. */
function isFollowed({ house }: Life, { stored }: Card): boolean {
  return house.world.table.under(stored.id).filter(wasAccepted).length > 1
}

const isCalled = ({ together, policy }: PlannedStepView): boolean => !together && policy === 'undo'

/** What stands is to stand: nothing more happens in the register, and the case is over or alive again. */
async function stop(life: Life, { stored }: Card): Promise<void> {
  const { house } = life
  const before = worldOf(house)
  await house.send(stored.id, { type: 'stopUndo', reason })
  await house.rest()
  const now = house.world.table.card(stored.id)
  const places = ['undone', 'completed', 'awaitingFollowOns', 'partlyReported']
  const words = `${stored.event} stopped`
  if (!places.includes(placeOf(now.stored.snapshot))) tell(life, [notUndone(life, now)], words)
  tell(life, misforetold([], { before, after: worldOf(house) }), words)
  count(life, 'stopped')
}
