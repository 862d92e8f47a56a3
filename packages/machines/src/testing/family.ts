import type { EventDefinition } from '@sagsgang/events'

import { advance, open } from '../advance.ts'
import type { Advanced } from '../advance.ts'
import type { Effect, EffectType, ParentNotice } from '../effects.ts'
import type { PlanStep } from '../outcomes.ts'
import { placeOf } from '../places.ts'
import type { OpenInput, Snapshot } from '../snapshot.ts'
import type { Message, Notice } from '../vocabulary.ts'
import { maintenance } from './definition.ts'
import { allApplying } from './offers.ts'
import { pick } from './random.ts'
import { toOutcome } from './story.ts'
import type { Answer } from './story.ts'
import { answersIn, quietWorld } from './world.ts'

interface Member {
  readonly definition: EventDefinition
  readonly snapshot: Snapshot
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
}

/** The first definition's case, submitted; the others are opened from it, by their names. */
export function family(chances: Omit<Family, 'members' | 'orders'>): Family {
  const scene: Family = { ...chances, members: new Map(), orders: [] }
  const [first] = Object.values(scene.definitions)
  if (first) begin(scene, first, {})
  return scene
}

export function tell(scene: Family, caseId: string, message: Message): boolean {
  const member = scene.members.get(caseId)
  if (!member) return false
  const { definition, snapshot } = member
  return take(scene, { caseId, definition }, advance(definition, snapshot, message))
}

/** Carries out one effect that waits, whichever; false when none does. */
export function deliver(scene: Family): boolean {
  const order = pick(scene.random, scene.orders)
  if (!order) return false
  scene.orders = scene.orders.filter((one) => one !== order)
  tell(scene, order.caseId, toOutcome(order.effect.id, carryOut(scene, order)))
  return true
}

interface Subject {
  readonly caseId: string
  readonly definition: EventDefinition
}

function take(scene: Family, { caseId, definition }: Subject, advanced: Advanced): boolean {
  const { snapshot, effects, dropped, handled } = advanced
  scene.members.set(caseId, { definition, snapshot })
  const isWanted = (one: Order) => one.caseId !== caseId || !dropped.includes(one.effect.id)
  const asked = effects.filter(({ type }) => type !== 'deadline')
  scene.orders = [...scene.orders.filter(isWanted), ...asked.map((effect) => ({ caseId, effect }))]
  return handled
}

function begin(scene: Family, definition: EventDefinition, input: Partial<OpenInput>): string {
  const caseId = `case-${scene.members.size}`
  const first = { caseId, data: {}, mode: 'report', parent: null, ...input } as const
  take(scene, { caseId, definition }, open(definition, first))
  tell(scene, caseId, { type: 'submit' })
  return caseId
}

/** What is carried out on other cases; anything else the world answers. */
function carryOut(scene: Family, { caseId, effect }: Order): Answer {
  if (effect.type === 'openCase') {
    const name = effect.payload.followOn.split('@')[0] ?? ''
    const mode = effect.payload.derived ? 'derived' : 'report'
    const definition = scene.definitions[name] ?? maintenance
    return { type: 'opened', caseId: begin(scene, definition, { mode, parent: caseId }) }
  }
  if (effect.type === 'compensate') {
    return { type: 'compensating', caseId: begin(scene, maintenance, { parent: caseId }) }
  }
  if (effect.type === 'plan') return planFor(scene, caseId)
  const notices = noticesOf(effect, scene.members.get(caseId), caseId)
  for (const [to, notice] of notices) tell(scene, to, notice)
  return worldly(scene, effect.type, caseId)
}

function planFor(scene: Family, caseId: string): Answer {
  return scene.isBlocked()
    ? { type: 'blocked', blockers: [] }
    : { type: 'planned', steps: stepsFrom(scene.members, caseId) }
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

/** Every case below that stands, the deepest first, and the one that is undone last. */
function stepsFrom(members: ReadonlyMap<string, Member>, caseId: string): readonly PlanStep[] {
  const context = members.get(caseId)?.snapshot.context
  const children = Object.values(context?.followOns ?? {}).flatMap(({ cases }) => cases)
  const below = children.flatMap((one) => stepsFrom(members, one.caseId))
  return isStanding(members.get(caseId)) ? [...below, stepFor(members, caseId)] : below
}

function isStanding(member: Member | undefined): boolean {
  if (!member || placeOf(member.snapshot) === 'undone') return false
  const { mode, accepted } = member.snapshot.context
  return mode === 'derived' || accepted.outputs.length > 0
}

function stepFor(members: ReadonlyMap<string, Member>, caseId: string): PlanStep {
  return {
    caseId,
    operation: 'name.undo-current',
    person: '1',
    policy: 'undo',
    data: {},
    confirmed: [],
    together: members.get(caseId)?.snapshot.context.mode === 'derived',
  }
}
