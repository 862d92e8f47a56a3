import type { EventDefinition } from '@sagsgang/events'

import type { Effect, EffectId } from './effects.ts'
import { inertScope } from './inert-scope.ts'
import { machineFor } from './machine-for.ts'
import type { Machine } from './machine-for.ts'
import { membersInOrder } from './members-in-order.ts'
import { answersOf } from './outcomes.ts'
import { checkSnapshot } from './snapshot-mismatch.ts'
import type { Context, OpenEffect, OpenInput, Snapshot } from './snapshot.ts'
import type { Message } from './vocabulary.ts'

export interface Advanced {
  readonly snapshot: Snapshot
  /** To be carried out, in this order. */
  readonly effects: readonly Effect[]
  /** No longer wanted: an answer would change nothing. */
  readonly dropped: readonly EffectId[]
  /** False: the message means nothing here, and nothing has changed. */
  readonly handled: boolean
}

/** A new case of this event. */
export function open(definition: EventDefinition, input: OpenInput): Advanced {
  const machine = machineFor(definition)
  const next = machine.getInitialSnapshot(inertScope(machine), input)
  return { snapshot: toStored(next), effects: asked(next.context), dropped: [], handled: true }
}

/** What a case becomes by one message, and what it then wants done. Changes nothing by itself. */
export function advance(
  definition: EventDefinition,
  snapshot: Snapshot,
  message: Message,
): Advanced {
  const machine = machineFor(definition)
  checkSnapshot(machine, snapshot)
  const before = toAnswering(snapshot.context, message)
  if (before === undefined) return unchanged(snapshot)
  const from = restore(machine, { ...snapshot, context: before })
  const next = machine.transition(from, message, inertScope(machine))
  if (next === from) return unchanged(snapshot)
  return {
    snapshot: toStored(next),
    effects: asked(next.context),
    dropped: dropped(snapshot.context, next.context, message),
    handled: true,
  }
}

function unchanged(snapshot: Snapshot): Advanced {
  return { snapshot, effects: [], dropped: [], handled: false }
}

/** A stored snapshot as XState knows it; check it first, for nothing is checked here. */
export function restore(machine: Machine, { value, context }: Snapshot) {
  return machine.resolveState({ value, context })
}

/** The context as this message finds it. Undefined for an answer to something that is not expected. */
export function toAnswering(context: Context, message: Message): Context | undefined {
  const next = {
    ...context,
    ...membersInOrder(context),
    transition: context.transition + 1,
    asked: 0,
  }
  if (!('effect' in message)) return next
  const { [message.effect]: answering, ...remaining } = next.open
  if (!answering || !answersOf[answering.type].includes(message.type)) return undefined
  return { ...next, open: remaining, answering }
}

function toStored({ value, context }: Snapshot): Snapshot {
  return { value, context: { ...context, ...membersInOrder(context), answering: null, asked: 0 } }
}

/** What this transition asked for and still wants; what was given up at once waits for somebody to resume. */
function asked(context: Context): readonly Effect[] {
  const own = `${context.transition}/`
  const entries = Object.entries(context.open).filter(([id]) => id.startsWith(own))
  return entries.filter(([, { failed }]) => failed === undefined).map(toEffect)
}

function toEffect([id, { type, payload }]: [string, OpenEffect]): Effect {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a payload is put in only beside its own type
  return { id, type, payload } as Effect
}

function dropped(before: Context, after: Context, message: Message): readonly EffectId[] {
  const answered = 'effect' in message ? message.effect : undefined
  return Object.keys(before.open).filter((id) => !(id in after.open) && id !== answered)
}
