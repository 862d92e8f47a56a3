import type { EventDefinition, Finding } from '@sagsgang/events'

import { advance, open } from '../advance.ts'
import type { Advanced } from '../advance.ts'
import type { EffectId, EffectType } from '../effects.ts'
import type { OfferedFollowOn, Outcome, RunningDeadline } from '../outcomes.ts'
import { placeOf, statusOf } from '../places.ts'
import type { OpenInput, Snapshot } from '../snapshot.ts'
import type { Message } from '../vocabulary.ts'

/** An outcome before it is known which effect it answers. */
export type Answer = Outcome extends infer O
  ? O extends unknown
    ? Omit<O, 'effect'>
    : never
  : never

export interface Story {
  readonly told: Advanced
  readonly snapshot: Snapshot
  /** Says something to the case. */
  tell(...messages: readonly Message[]): Story
  /** Answers the open effect of this type, the oldest first. */
  answer(type: EffectType, answer: Answer): Story
  readonly place: string
  readonly status: string
  /** Types of the effects that the last message asked for. */
  readonly asked: readonly EffectType[]
}

/** A case and what is said to it, in order. */
export function story(definition: EventDefinition, input: Partial<OpenInput> = {}): Story {
  return tellOn(
    definition,
    open(definition, { caseId: 'case-1', data: {}, mode: 'report', parent: null, ...input }),
  )
}

function tellOn(definition: EventDefinition, told: Advanced): Story {
  const { snapshot } = told
  const next = (message: Message) => tellOn(definition, advance(definition, snapshot, message))
  return {
    told,
    snapshot,
    tell: (...messages) => tellAll(definition, told, messages),
    answer: (type, answer) => next(toOutcome(openEffect(snapshot, type), answer)),
    get place() {
      return placeOf(snapshot)
    },
    get status() {
      return statusOf(snapshot)
    },
    asked: told.effects.map(({ type }) => type),
  }
}

function tellAll(definition: EventDefinition, told: Advanced, messages: readonly Message[]): Story {
  let last = told
  for (const message of messages) last = advance(definition, last.snapshot, message)
  return tellOn(definition, last)
}

export function toOutcome(effect: EffectId, answer: Answer): Outcome {
  return { effect, ...answer }
}

export function openEffect(snapshot: Snapshot, type: EffectType): EffectId {
  const found = Object.entries(snapshot.context.open).find(([, one]) => one.type === type)
  if (!found) throw new Error(`no open effect of type "${type}"`)
  return found[0]
}

const text = { da: 'advarsel', en: 'warning' }

export const warning: Finding = {
  rule: 'promotion.late',
  severity: 'warning',
  fields: ['date'],
  message: text,
}

export const error: Finding = {
  rule: 'promotion.fmt',
  severity: 'error',
  fields: ['date'],
  message: text,
}

export const clean = {
  type: 'checked',
  findings: [],
  reportOn: null,
  insteadOf: null,
  reports: 1,
  persons: [{ role: 'person', pnr: '0000000001' }],
} as const satisfies Answer

export const dialogue = { service: 'PROMO-I', keys: {}, authority: '0851', timestamp: '1' }

export const saved = {
  type: 'saved',
  output: { KVIT: '1' },
  persons: [],
  acceptedOn: '20261123',
} as const satisfies Answer

export const asExpected = { type: 'verified', differences: [] } as const satisfies Answer

export const different = {
  type: 'verified',
  differences: [{ party: 'person', entity: 'name', column: 'lastName', expected: 'A', found: 'B' }],
} as const satisfies Answer

/** Submitted, checked and looked up without a remark, up to where it waits for its turn. */
export function submitted(from: Story): Story {
  return from
    .tell({ type: 'submit' })
    .answer('check', clean)
    .answer('lookUp', { type: 'lookedUp' })
    .answer('check', clean)
}

/** Up to the save, which is out. */
export function beingSaved(from: Story): Story {
  return submitted(from)
    .answer('waitForTurn', { type: 'turnGiven' })
    .answer('initiate', { type: 'initiated', dialogue })
    .answer('validate', { type: 'validated' })
}

/** Saved, with these follow-ons and deadlines, and read back as expected. */
export function accepted(
  from: Story,
  followOns: readonly OfferedFollowOn[] = [],
  deadlines: readonly RunningDeadline[] = [],
): Story {
  return beingSaved(from)
    .answer('save', saved)
    .answer('offer', { type: 'offered', followOns, deadlines, offersUntil: '20261223' })
    .answer('verify', asExpected)
}
