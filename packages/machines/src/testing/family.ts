import type { EventDefinition } from '@sagsgang/events'

import { advance, open } from '../advance.ts'
import type { Advanced } from '../advance.ts'
import type { Effect, EffectType, ParentNotice } from '../effects.ts'
import type { OpenInput, Snapshot } from '../snapshot.ts'
import type { Message, Notice } from '../vocabulary.ts'
import { maintenance } from './definition.ts'
import { stepsFor } from './family-plan.ts'
import { allApplying } from './offers.ts'
import { pick } from './random.ts'
import { different, error, toOutcome } from './story.ts'
import type { Answer } from './story.ts'
import { answersIn, quietWorld } from './world.ts'

export interface Member {
  readonly definition: EventDefinition
  readonly snapshot: Snapshot
  /** By what this case is taken back: another operation, or an event reported anew. */
  readonly reverse: string
}

interface Order {
  readonly caseId: string
  readonly effect: Effect
}

/** A case with all that it opens, and an engine so small that only the order of things is left to chance. */
export interface Family {
  readonly members: Map<string, Member>
  orders: readonly Order[]
  readonly definitions: Readonly<Record<string, EventDefinition>>
  readonly random: () => number
  /** Asked at each plan. */
  readonly isBlocked: () => boolean
  /** Asked at each save of what another case ordered, and at each look at what an undo left. */
  readonly isOdd: () => boolean
}

const ownOperation = 'name.undo-current'

/** The first definition's case, submitted; the others are opened from it, by their names. */
export function family(chances: Omit<Family, 'members' | 'orders'>): Family {
  const scene: Family = { ...chances, members: new Map(), orders: [] }
  const [first] = Object.values(scene.definitions)
  if (first) begin(scene, { definition: first, reverse: ownOperation }, {})
  return scene
}

export function tell(scene: Family, caseId: string, message: Message): boolean {
  const member = scene.members.get(caseId)
  if (!member) return false
  return take(scene, { ...member, caseId }, advance(member.definition, member.snapshot, message))
}

/** Carries out one effect that waits, whichever; false when none does. What was said to others may have to be said twice. */
export function deliver(scene: Family): boolean {
  const order = pick(scene.random, scene.orders)
  if (!order) return false
  if (scene.random() < 0.1) {
    sayToOthers(scene, order)
    return true
  }
  scene.orders = scene.orders.filter((one) => one !== order)
  tell(scene, order.caseId, toOutcome(order.effect.id, carryOut(scene, order)))
  return true
}

type Kind = Pick<Member, 'definition' | 'reverse'>

function take(
  scene: Family,
  { caseId, definition, reverse }: Kind & { readonly caseId: string },
  advanced: Advanced,
): boolean {
  const { snapshot, effects, dropped, handled } = advanced
  scene.members.set(caseId, { definition, reverse, snapshot })
  const isWanted = (one: Order) => one.caseId !== caseId || !dropped.includes(one.effect.id)
  const asked = effects.filter(({ type }) => type !== 'deadline')
  scene.orders = [...scene.orders.filter(isWanted), ...asked.map((effect) => ({ caseId, effect }))]
  return handled
}

function begin(scene: Family, kind: Kind, input: Partial<OpenInput>): string {
  const caseId = `case-${scene.members.size}`
  const first = { caseId, data: {}, mode: 'report', parent: null, ...input } as const
  take(scene, { ...kind, caseId }, open(kind.definition, first))
  tell(scene, caseId, { type: 'submit' })
  return caseId
}

/** What is carried out on other cases; anything else the world answers. */
function carryOut(scene: Family, order: Order): Answer {
  const answer = openAnother(scene, order) ?? answerOddly(scene, order)
  if (answer) return answer
  if (order.effect.type === 'plan') return planFor(scene, order.caseId)
  sayToOthers(scene, order)
  return worldly(scene, order.effect.type, order.caseId)
}

function openAnother(scene: Family, { caseId, effect }: Order): Answer | undefined {
  if (effect.type === 'openCase') {
    const name = effect.payload.followOn.split('@')[0] ?? ''
    const mode = effect.payload.derived ? 'derived' : 'report'
    const kind = { definition: scene.definitions[name] ?? maintenance, reverse: ownOperation }
    return { type: 'opened', caseId: begin(scene, kind, { mode, parent: caseId }) }
  }
  if (effect.type === 'openCorrection') {
    const kind = { definition: maintenance, reverse: effect.payload.operation }
    const parent = { parent: caseId, ordered: true }
    return { type: 'opened', caseId: begin(scene, kind, parent) }
  }
  return effect.type === 'compensate' ? compensate(scene, caseId, effect.payload.step) : undefined
}

function answerOddly(scene: Family, { caseId, effect }: Order): Answer | undefined {
  if (effect.type === 'save' && isOrdered(scene, caseId) && scene.isOdd()) {
    return { type: 'refused', findings: [error] }
  }
  return effect.type === 'verifyUndo' && scene.isOdd() ? different : undefined
}

function sayToOthers(scene: Family, { caseId, effect }: Order): void {
  const notices = noticesOf(effect, scene.members.get(caseId), caseId)
  for (const [to, notice] of notices) tell(scene, to, notice)
}

function planFor(scene: Family, caseId: string): Answer {
  return scene.isBlocked()
    ? { type: 'blocked', blockers: [] }
    : { type: 'planned', steps: stepsFor(scene.members, caseId) }
}

function isOrdered({ members }: Family, caseId: string): boolean {
  return members.get(caseId)?.snapshot.context.ordered ?? false
}

/** What a step takes back is what takes the step back. */
function compensate(scene: Family, caseId: string, index: number): Answer {
  const step = scene.members.get(caseId)?.snapshot.context.plan[index]
  if (!step) throw new Error(`no step ${index} in the plan`)
  const anew = scene.definitions[step.operation]
  const kind = anew
    ? { definition: anew, reverse: ownOperation }
    : { definition: maintenance, reverse: eventOf(scene, step.caseId) ?? step.operation }
  return { type: 'compensating', caseId: begin(scene, kind, { parent: caseId, ordered: true }) }
}

/** Under which name a case's event is reported anew; nothing for a case that is maintenance itself. */
function eventOf({ definitions, members }: Family, caseId: string): string | undefined {
  const definition = members.get(caseId)?.definition
  return Object.entries(definitions).find(([, one]) => one === definition)?.[0]
}

/** The first answer is the good one. */
function worldly(scene: Family, type: EffectType, caseId: string): Answer {
  const member = scene.members.get(caseId)
  const effect = Object.values(member?.snapshot.context.open ?? {}).find((o) => o.type === type)
  if (!member || !effect) throw new Error(`nobody asked for "${type}"`)
  const world = { ...quietWorld, followOns: allApplying(member.definition, ['1']) }
  const [answer] = answersIn[type]({ effect, context: member.snapshot.context, world })
  if (!answer) throw new Error(`no answer to "${type}"`)
  return answer
}

const words: Record<
  ParentNotice,
  'caseSettled' | 'caseWithdrawn' | 'caseUndone' | 'caseHalted' | 'caseRefused'
> = {
  settled: 'caseSettled',
  withdrawn: 'caseWithdrawn',
  undone: 'caseUndone',
  halted: 'caseHalted',
  refused: 'caseRefused',
}

function noticesOf(
  effect: Effect,
  member: Member | undefined,
  caseId: string,
): readonly (readonly [string, Notice])[] {
  const parent = member?.snapshot.context.parent
  if (effect.type === 'tellParent') {
    return parent == null ? [] : [[parent, { type: words[effect.payload.notice], caseId }]]
  }
  if (effect.type === 'halt') return effect.payload.cases.map((one) => [one, { type: 'stop' }])
  if (effect.type === 'release') {
    return effect.payload.cases.map((one) => [one, { type: 'released' }])
  }
  return effect.type === 'takeBack'
    ? [[effect.payload.caseId, { type: 'takenBack', by: caseId }]]
    : []
}
