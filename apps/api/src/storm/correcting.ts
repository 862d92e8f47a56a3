import { getDefinition } from '@sagsgang/events'
import type { CaseDataChange } from '@sagsgang/events'

import { writtenBy } from '../planning/correctable.ts'
import { writeAnew } from './forms.ts'
import {
  callerFor,
  cardMeant,
  clear,
  count,
  reason,
  standing,
  standingOf,
  tell,
  worldOf,
} from './life.ts'
import type { Deed, Life } from './life.ts'
import { misforetold } from './rows-foretold.ts'
import { correctionFor } from './table-plan.ts'
import type { Card } from './table.ts'

/** What somebody puts right in a history, each held against what its plan said. */

/** A field by chance is typed anew, and put right in the register. */
export const correct: Deed = async (life) => {
  const events = standing(life).filter(
    ({ stored }) => getDefinition(stored.event).kind.type === 'event',
  )
  const card = cardMeant(life, events)
  if (card) await correctOne(life, card)
  return null
}

async function correctOne(life: Life, { stored }: Card): Promise<void> {
  const { house, random } = life
  const { world } = house
  const card = world.table.card(stored.id)
  const fields = getDefinition(stored.event).fields.filter(({ name }) => isKept(card, name))
  const field = random.pick(fields)?.name ?? ''
  const typed = typedAnew(life, card, field)
  const answer = await correctionFor(world, card, { caller: callerFor(card), typed })
  if (answer.type !== 'planned') return tell(life, [answer.reason], 'not planned')
  const { plan, order } = answer
  if (!clear(life, card, plan) || !order) return
  const before = worldOf(house)
  await house.send(stored.id, { type: 'correct', reason, ...order })
  await house.rest()
  const words = `${stored.event} corrected in ${field}`
  const [correction] = world.table.card(stored.id).stored.snapshot.context.corrections.slice(-1)
  if (correction?.state !== 'settled')
    return tell(life, [standingOf(life, correction?.caseId ?? stored.id)], words)
  count(life, 'corrected')
  tell(life, misforetold(plan.steps, { before, after: worldOf(house) }), words)
}

/** Whether some row of the register holds what the field says; now and then one that none does. */
function isKept({ stored, submissions }: Card, field: string): boolean {
  const changes = submissions.flatMap(({ expected }) => expected)
  return writtenBy(getDefinition(stored.event), field, changes) !== null
}

function typedAnew(life: Life, { stored }: Card, field: string): CaseDataChange {
  const { data } = stored.snapshot.context
  const definition = getDefinition(stored.event)
  const form = { definition, authority: stored.authority, data }
  return { [field]: writeAnew(life, form, [field])[field] ?? null }
}
