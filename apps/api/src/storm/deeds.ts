import { catalogue, getDefinition } from '@sagsgang/events'
import type { CaseDataChange, EventDefinition } from '@sagsgang/events'
import { placeOf } from '@sagsgang/machines'

import type { PlanView } from '../case-view.ts'
import { writtenBy } from '../planning/correctable.ts'
import type { Caller } from '../register-client/register-port.ts'
import { settle } from './caseworker.ts'
import { writeAnew, writeForm } from './forms.ts'
import type { Form, Writer } from './forms.ts'
import { writeLateForm } from './late-forms.ts'
import { misforetold, notAsBefore } from './rows-foretold.ts'
import type { World } from './rows-foretold.ts'
import type { TableHouse } from './table-house.ts'
import { correctionFor, planFor } from './table-plan.ts'
import type { Card } from './table.ts'

/** What is done in a history, each held against what was said of it beforehand. */

export interface Told {
  /** What was done, by kind, and how it went. */
  readonly deeds: Map<string, number>
  readonly wrong: string[]
}

/** A case whose report was the last that happened, and everybody before it. */
interface Reported {
  readonly caseId: string
  readonly before: World
}

export interface Life extends Writer {
  readonly house: TableHouse
  readonly told: Told
  readonly last: Reported | null
}

type Deed = (life: Life) => Promise<Reported | null>

const reason = 'Det var en fejl'

export const worldOf = ({ register }: Pick<TableHouse, 'register'>): World =>
  new Map([...register.store.all()].map((person) => [person.pnr, person]))

function tell({ told }: Pick<Life, 'told'>, says: readonly string[], of: string): void {
  told.wrong.push(...says.map((one) => `${of}: ${one}`))
}

function count({ told }: Pick<Life, 'told'>, deed: string): void {
  told.deeds.set(deed, (told.deeds.get(deed) ?? 0) + 1)
}

const primaries = catalogue.filter(({ primary }) => primary)

/** A report by chance, with the follow-ons that chance takes up. */
export const report: Deed = async (life) => {
  const definition = life.random.pick(primaries)
  return definition ? reportOne(life, definition) : null
}

export async function reportOne(life: Life, definition: EventDefinition): Promise<Reported | null> {
  const form = writeForm(life, definition)
  return form ? open(life, form, 'reported') : null
}

const reportLate: Deed = async (life) => {
  const form = writeLateForm(life)
  return form ? open(life, form, 'reported late') : null
}

async function open(life: Life, form: Form, deed: string): Promise<Reported | null> {
  const { house } = life
  const before = worldOf(house)
  const caseId = await house.open(form)
  await house.send(caseId, { type: 'submit' })
  await settle(life, caseId)
  const isAccepted = wasAccepted(house.world.table.card(caseId))
  count(life, isAccepted ? deed : `not ${deed}`)
  return isAccepted ? { caseId, before } : null
}

const wasAccepted = ({ stored: { snapshot } }: Card): boolean =>
  snapshot.context.accepted.outputs.length > 0

/** Cases that somebody may take back or put right. */
function standing({ house }: Pick<Life, 'house'>): readonly Card[] {
  const places = ['completed', 'awaitingFollowOns', 'partlyUndone']
  return [...house.cards.values()].filter(
    (card) =>
      places.includes(placeOf(card.stored.snapshot)) &&
      wasAccepted(card) &&
      card.stored.snapshot.context.mode === 'report',
  )
}

function cardMeant({ random, last, house }: Life, among: readonly Card[]): Card | undefined {
  const own = last && house.world.table.card(last.caseId)
  return own && random.chance(0.6) && among.includes(own) ? own : random.pick(among)
}

const undo: Deed = async (life) => {
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
  const isWhole = plan.steps.every(({ policy }) => policy === 'undo')
  if (life.last?.caseId === stored.id && isWhole)
    tell(life, notAsBefore(life.last.before, after), `${words} not as before`)
}

/** Whatever a person may choose to undo as well. */
function reviewedIn({ house }: Life, caseId: string): readonly string[] {
  return house.world.table.under(caseId).map(({ stored }) => stored.id)
}

const wordsOf = ({ steps }: PlanView): string =>
  steps.map(({ operation, together }) => `${operation}${together ? ' together' : ''}`).join(', ')

function callerFor({ stored: { id, authority, purpose } }: Card): Caller {
  const actor = { user: 'storm', role: 'senior', authority } as const
  return { actor, purpose, caseId: id, effectId: null }
}

/** Undefined where the planner says that it cannot be done. */
async function planned(
  life: Life,
  caseId: string,
  also: readonly string[],
): Promise<PlanView | undefined> {
  const { world } = life.house
  const card = world.table.card(caseId)
  const answer = await planFor(world, card, { caller: callerFor(card), also })
  if (answer.type !== 'planned') return void tell(life, [answer.reason], 'not planned')
  return clear(life, card, answer.plan) ? answer.plan : undefined
}

function clear(life: Life, { stored }: Card, { blockers }: PlanView): boolean {
  const errors = blockers.filter(({ severity }) => severity === 'error')
  for (const { id } of errors) count(life, `blocked: ${stored.event}: ${id}`)
  return errors.length === 0
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

function standingOf({ house }: Pick<Life, 'house'>, caseId: string): string {
  const { snapshot } = house.world.table.card(caseId).stored
  const findings = snapshot.context.findings.map(({ rule, message }) => `${rule} (${message.en})`)
  return `${placeOf(snapshot)} ${findings.join('; ')}`
}

/** A field by chance is typed anew, and put right in the register. */
const correct: Deed = async (life) => {
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

const passDays: Deed = async ({ house, random, last }) => {
  await house.advance(random.below(3))
  return last
}

export const lots: readonly Deed[] = [
  report,
  report,
  undo,
  undo,
  undo,
  correct,
  correct,
  reportLate,
  passDays,
]
