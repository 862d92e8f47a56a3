import { answersOf, type Effect, type Message } from '@sagsgang/machines'

import type { OutcomeReason } from '../outcome-reasons.ts'
import type { CaseReading, EntryRow } from './read-cases.ts'
import type { Violation } from './violation.ts'

type Told = Extract<Message, { effect: string }>

/** Every effect was answered once, by whoever held it, and lets go of its lease with that. */
export function checkEffects(reading: CaseReading): readonly Violation[] {
  return [
    ...findHeld(reading),
    ...findUnasked(reading),
    ...findDoubled(reading),
    ...findToldAfterLoss(reading),
  ]
}

function broken(caseId: string, says: string): Violation {
  return { id: 'I7', caseId, says }
}

/** The outcomes in a journal, each with the effect that it names. */
export function outcomesOf(entries: readonly EntryRow[]): readonly Told[] {
  return entries.flatMap(({ message }) => ('effect' in message ? [message] : []))
}

function findHeld({ case: { id }, effects }: CaseReading): readonly Violation[] {
  return effects
    .filter(({ state, leased }) => state !== 'open' && leased)
    .map(({ effect_id: effect }) => broken(id, `effect ${effect} has ended and is still held`))
}

/** An outcome to what the case never asked, or no answer to what it did ask. */
function findUnasked({ case: { id }, entries }: CaseReading): readonly Violation[] {
  const asked = new Map<string, Effect['type']>()
  return entries.flatMap(({ seq, message, effects }) => {
    const type = 'effect' in message ? asked.get(message.effect) : undefined
    for (const effect of effects) asked.set(effect.id, effect.type)
    if (!('effect' in message)) return []
    if (type !== undefined && answersOf[type].includes(message.type)) return []
    return [broken(id, `entry ${seq} answers what was not asked: "${message.type}" to "${type}"`)]
  })
}

/** A repeated failure is another matter: an effect that failed is heard once more when it is answered late. */
function findDoubled({ case: { id }, entries }: CaseReading): readonly Violation[] {
  const answers = outcomesOf(entries).filter(({ type }) => type !== 'failed')
  const counts = Map.groupBy(answers, ({ effect }) => effect)
  return [...counts].flatMap(([effect, told]) =>
    told.length > 1 ? [broken(id, `effect ${effect} was answered ${told.length} times`)] : [],
  )
}

const fromTheLost: OutcomeReason = 'workerLost'

/** Whoever takes a save over knows nothing of it: any other answer was written by somebody who had lost the lease. */
function findToldAfterLoss({ case: { id }, entries, effects }: CaseReading): readonly Violation[] {
  const outcomes = new Map(outcomesOf(entries).map((told) => [told.effect, told]))
  return effects.flatMap(({ effect_id: effect, type, attempts }) => {
    const told = outcomes.get(effect)
    if (type !== 'save' || attempts < 2 || told === undefined) return []
    const isOfTheLost =
      told.type === 'unknown' || (told.type === 'unsent' && told.reason === fromTheLost)
    if (isOfTheLost) return []
    return [broken(id, `save ${effect} was taken over and yet answered "${told.type}"`)]
  })
}
