import { catalogue, getDefinition } from '@sagsgang/events'
import type { EventDefinition } from '@sagsgang/events'
import { placeOf } from '@sagsgang/machines'
import { createBareRegisters } from '@sagsgang/register'
import type { BareRegister } from '@sagsgang/register'

import type { PlanView } from '../case-view.ts'
import { settle } from './caseworker.ts'
import { folkOf } from './folk.ts'
import { writeForm } from './forms.ts'
import type { Writer } from './forms.ts'
import { createRandom } from './random.ts'
import { misforetold, notAsBefore } from './rows-foretold.ts'
import type { World } from './rows-foretold.ts'
import { furnish, steadyTime } from './table-house.ts'
import type { TableHouse } from './table-house.ts'
import { planFor } from './table-plan.ts'
import type { Card } from './table.ts'

/** Short lives of a few people, each with a register of its own: reported, taken back, put right, and taken back again. */

export interface Told {
  /** What was done, by kind, and how it went. */
  readonly deeds: Map<string, number>
  readonly wrong: string[]
}

interface Life extends Writer {
  readonly house: TableHouse
  readonly told: Told
  /** The case whose report was the last that happened, and everybody before it. */
  readonly last: { caseId: string; before: World } | null
}

type Deed = (life: Life) => Promise<Life['last']>

export const reason = 'Det var en fejl'

export const worldOf = ({ register }: Pick<TableHouse, 'register'>): World =>
  new Map([...register.store.all()].map((person) => [person.pnr, person]))

/** Everybody who is there to begin with; every history begins with the same. */
export function createHistories(population: number, seed: number): (index: number) => TableHouse {
  const registers: { now: () => number } = { now: steadyTime() }
  const next = createBareRegisters({ population, seed, now: () => registers.now() })
  return (index) => {
    const now = steadyTime()
    registers.now = now
    return furnish(next(), now, { seed: index, silence: 0, onSaved: () => {} })
  }
}

export async function live(house: TableHouse, index: number, told: Told): Promise<void> {
  const random = createRandom(index)
  const folk = folkOf(house.register, random)
  let last: Life['last'] = null
  const deeds = 2 + random.below(4)
  for (let deed = 0; deed < deeds; deed += 1) {
    const life: Life = { house, random, folk, told, last }
    const next = deed === 0 ? report : (random.pick(lots) ?? report)
    const before = worldOf(house)
    const wrong = told.wrong.length
    last = await next(life)
    for (const says of breachesIn(house.register, before)) tell(life, says)
    const place = `history ${index}, deed ${deed + 1}`
    for (let at = wrong; at < told.wrong.length; at += 1)
      told.wrong[at] = `${place}: ${told.wrong[at]}`
  }
}

function breachesIn(register: BareRegister, before: World): readonly string[] {
  const touched = [...register.store.all()].filter((person) => before.get(person.pnr) !== person)
  return register.breaches(touched.map(({ pnr }) => pnr)).map(({ says }) => says)
}

function tell({ told }: Pick<Life, 'told'>, says: string): void {
  told.wrong.push(says)
}

function count({ told }: Pick<Life, 'told'>, deed: string): void {
  told.deeds.set(deed, (told.deeds.get(deed) ?? 0) + 1)
}

const primaries = catalogue.filter(({ primary }) => primary)

/** A report by chance, with the follow-ons that chance takes up. */
const report: Deed = async (life) => {
  const definition = life.random.pick(primaries)
  return definition ? reportOne(life, definition) : null
}

export async function reportOne(life: Life, definition: EventDefinition): Promise<Life['last']> {
  const { house } = life
  const before = worldOf(house)
  const form = writeForm(life, definition)
  if (!form) return null
  const caseId = await house.open(form)
  await house.send(caseId, { type: 'submit' })
  await settle(life, caseId)
  const isAccepted = wasAccepted(house.world.table.card(caseId))
  count(life, isAccepted ? 'reported' : 'not reported')
  return isAccepted ? { caseId, before } : null
}

const wasAccepted = ({ stored: { snapshot } }: Card): boolean =>
  snapshot.context.accepted.outputs.length > 0

/** Cases that may be taken back. */
function undoable({ house }: Pick<Life, 'house'>): readonly Card[] {
  const places = ['completed', 'awaitingFollowOns', 'partlyUndone']
  return [...house.cards.values()].filter(
    (card) =>
      places.includes(placeOf(card.stored.snapshot)) &&
      wasAccepted(card) &&
      card.stored.snapshot.context.mode === 'report',
  )
}

const undo: Deed = async (life) => {
  const { random, last, house } = life
  const own = last && house.world.table.card(last.caseId)
  const card = own && random.chance(0.6) ? own : random.pick(undoable(life))
  if (card) await undoOne(life, card)
  return null
}

/** Planned as whoever orders it would see it, carried out, and held against what the plan said. */
export async function undoOne(life: Life, card: Card): Promise<void> {
  const { house } = life
  const { stored } = card
  const plan = await planned(life, card)
  if (!plan) return
  const before = worldOf(house)
  const kind = getDefinition(stored.event).kind.type
  await house.send(stored.id, { type: 'undo', reason, seen: plan.fingerprint })
  // Nobody does anything meanwhile: what the plan did not foresee would be waited for.
  await house.rest()
  const now = house.world.table.card(stored.id)
  if (placeOf(now.stored.snapshot) !== 'undone') return tell(life, notUndone(life, now))
  count(life, `${kind} undone`)
  const after = worldOf(house)
  for (const says of misforetold(plan.steps, { before, after }))
    tell(life, `${ordered(now, plan)}: ${says}`)
  const isWhole = plan.steps.every(({ policy }) => policy === 'undo')
  if (life.last?.caseId === stored.id && isWhole)
    for (const says of notAsBefore(life.last.before, after))
      tell(life, `${ordered(now, plan)} not as before: ${says}`)
}

const ordered = ({ stored }: Card, { steps }: PlanView): string =>
  `${stored.event} undone by ${steps.map(({ operation, together }) => `${operation}${together ? ' together' : ''}`).join(', ')}`

/** Undefined where the planner says that it cannot be done. */
async function planned(life: Life, card: Card): Promise<PlanView | undefined> {
  const { world } = life.house
  const { id, authority, purpose } = card.stored
  const caller = {
    actor: { user: 'storm', role: 'senior', authority },
    purpose,
    caseId: id,
    effectId: null,
  } as const
  const answer = await planFor(world, card, { caller, also: [] })
  if (answer.type !== 'planned') {
    tell(life, `not planned: ${answer.reason}`)
    return undefined
  }
  const { blockers } = answer.plan
  const errors = blockers.filter(({ severity }) => severity === 'error')
  if (errors.length === 0) return answer.plan
  count(life, 'undo blocked')
  for (const one of errors) count(life, `blocked: ${card.stored.event}: ${one.id}`)
  return undefined
}

function notUndone({ house }: Pick<Life, 'house'>, { stored }: Card): string {
  const { plan, blockers, differences } = stored.snapshot.context
  const steps = plan.map(({ operation, state, carriedOutBy }) => {
    const child =
      carriedOutBy === null ? undefined : house.world.table.card(carriedOutBy).stored.snapshot
    const findings =
      child?.context.findings.map(({ rule, message }) => `${rule} (${message.en})`) ?? []
    return `${operation} ${state} ${child ? placeOf(child) : ''} ${findings.join('; ')}`
  })
  const odd = differences.map(
    ({ entity, column, expected, found }) => `${entity}.${column} ${expected}≠${found}`,
  )
  return `${stored.event} is ${placeOf(stored.snapshot)}: ${[...steps, ...odd, ...blockers.map(({ en }) => en)].join(' | ')}`
}

const passDays: Deed = async ({ house, random, last }) => {
  await house.advance(random.below(3))
  return last
}

const lots: readonly Deed[] = [report, report, undo, undo, undo, passDays]
