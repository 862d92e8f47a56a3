import { placeOf } from '@sagsgang/machines'

import type { PlanView } from '../plan-view.ts'
import type { Caller } from '../register-client/register-port.ts'
import type { Writer } from './forms.ts'
import type { World } from './rows-foretold.ts'
import type { TableHouse } from './table-house.ts'
import type { Card } from './table.ts'

/** A short life: what is done in it, and what went otherwise than it was said to. */

export interface Told {
  /** What was done, by kind, and how it went. */
  readonly deeds: Map<string, number>
  readonly wrong: string[]
}

/** A case whose report was the last that happened, and everybody before it. */
export interface Reported {
  readonly caseId: string
  readonly before: World
}

export interface Life extends Writer {
  readonly house: TableHouse
  readonly told: Told
  readonly last: Reported | null
}

export type Deed = (life: Life) => Promise<Reported | null>

export const reason = 'Det var en fejl'

export const worldOf = ({ register }: Pick<TableHouse, 'register'>): World =>
  new Map([...register.store.all()].map((person) => [person.pnr, person]))

export function tell({ told }: Pick<Life, 'told'>, says: readonly string[], of: string): void {
  told.wrong.push(...says.map((one) => `${of}: ${one}`))
}

export function count({ told }: Pick<Life, 'told'>, deed: string): void {
  told.deeds.set(deed, (told.deeds.get(deed) ?? 0) + 1)
}

export const wasAccepted = ({ stored: { snapshot } }: Card): boolean =>
  snapshot.context.accepted.outputs.length > 0

/** Cases that somebody may take back or put right. */
export function standing({ house }: Pick<Life, 'house'>): readonly Card[] {
  const places = ['completed', 'awaitingFollowOns', 'partlyUndone']
  return [...house.cards.values()].filter(
    (card) =>
      places.includes(placeOf(card.stored.snapshot)) &&
      wasAccepted(card) &&
      card.stored.snapshot.context.mode === 'report',
  )
}

export function cardMeant({ random, last, house }: Life, among: readonly Card[]): Card | undefined {
  const own = last && house.world.table.card(last.caseId)
  return own && random.chance(0.6) && among.includes(own) ? own : random.pick(among)
}

export function callerFor({ stored: { id, authority, purpose } }: Card): Caller {
  const actor = { user: 'storm', role: 'senior', authority } as const
  return { actor, purpose, caseId: id, effectId: null }
}

/** Whether nothing is in the way; what is, is counted. */
export function clear(life: Life, { stored }: Card, { blockers }: PlanView): boolean {
  const errors = blockers.filter(({ severity }) => severity === 'error')
  for (const { id } of errors) count(life, `blocked: ${stored.event}: ${id}`)
  return errors.length === 0
}

/** Where a case stands, and what was found in it. */
export function standingOf({ house }: Pick<Life, 'house'>, caseId: string): string {
  const { snapshot } = house.world.table.card(caseId).stored
  const findings = snapshot.context.findings.map(({ rule, message }) => `${rule} (${message.en})`)
  return `${placeOf(snapshot)} ${findings.join('; ')}`
}
