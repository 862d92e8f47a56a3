import { catalogue, maintenanceCatalogue } from '@sagsgang/events'
import type { EventDefinition } from '@sagsgang/events'
import { describe, expect, test } from 'vitest'
import { transition } from 'xstate'

import { advance, open, restore, toAnswering } from './advance.ts'
import { causeOf } from './cause-of.ts'
import { chartOf, activeStates } from './chart-of.ts'
import { commandsOf } from './commands-of.ts'
import { followOnsOf } from './follow-ons-of.ts'
import { machineFor } from './machine-for.ts'
import { statusOf } from './places.ts'
import { oneOfEach } from './testing/likeness.ts'
import { pick, randomFrom } from './testing/random.ts'
import { walk } from './testing/walk.ts'
import type { Step, Walk } from './testing/walk.ts'
import type { Command } from './vocabulary.ts'
import { waitsFor } from './waits-for.ts'

/** What the regions do to each other is too much to enumerate: seeded walks look for what breaks a promise. */
const walksEach = 15
const walkLength = 60

/** One of each likeness: that charts of one likeness are one chart is asserted beside the searches. */
const definitions = [...oneOfEach([...catalogue, ...maintenanceCatalogue]).values()]

describe.each(definitions.map((one) => [one.id, one] as const))(
  'walks through %s',
  (_, definition) => {
    const walks = Array.from({ length: walksEach }, (__, seed) =>
      walk(definition, seed, walkLength),
    )
    const steps = walks.flatMap((one) => one.steps)

    test('a snapshot survives being stored as JSON', () => {
      const stored = steps.map(({ after }) => JSON.parse(JSON.stringify(after.snapshot)))
      expect(stored).toEqual(steps.map(({ after }) => after.snapshot))
    })

    test('replaying the messages gives the same snapshot', () => {
      for (const one of walks) expect(replayed(definition, one)).toEqual(last(one))
    })

    test('the order of members in a store changes nothing', () => {
      for (const { before, message, after } of steps) {
        const { snapshot } = advance(definition, backToFront(before), message)
        expect(snapshot).toEqual(after.snapshot)
      }
    })

    test('an answer that comes late changes nothing', () => {
      const late = walks.flatMap((one) => lateAnswers(one))
      expect(late.length).toBeGreaterThan(0)
      for (const [snapshot, message] of late) {
        const { handled, snapshot: after } = advance(definition, snapshot, message)
        expect(handled).toBe(false)
        expect(after).toBe(snapshot)
      }
    })

    test('no effect is asked for twice by one name', () => {
      for (const { first, steps: own } of walks) {
        const ids = [first, ...own.map(({ after }) => after)].flatMap(({ effects }) =>
          effects.map(({ id }) => id),
        )
        expect(new Set(ids).size).toBe(ids.length)
      }
    })

    test('every effect is expected, answered or dropped', () => {
      for (const { before, message, after } of steps) {
        const asked = after.effects.map(({ id }) => id)
        const answered = 'effect' in message && after.handled ? [message.effect] : []
        const expected = Object.keys(after.snapshot.context.open)
        const gone = [...after.dropped, ...answered.filter((id) => !expected.includes(id))]
        const known = [...Object.keys(before.context.open), ...asked]
        const refused = expected.filter((id) => isGivenUp(after.snapshot.context.open[id]))
        expect(new Set([...expected, ...gone])).toEqual(new Set([...known, ...refused]))
      }
    })

    test('its own scope steps as XState itself does', () => {
      for (const step of sampled(steps)) {
        const machine = machineFor(definition)
        const context = toAnswering(step.before.context, step.message)
        if (!context) continue
        const from = restore(machine, { ...step.before, context })
        const [next] = transition(machine, from, step.message)
        expect(next.value).toEqual(step.after.snapshot.value)
        expect({ ...next.context, answering: null, asked: 0 }).toEqual(
          step.after.handled ? step.after.snapshot.context : { ...context, answering: null },
        )
      }
    })

    test('a command is taken exactly where it is allowed', () => {
      for (const { after } of sampled(steps)) {
        for (const { type, allowed, reason } of commandsOf(definition, after.snapshot)) {
          expect(reason === undefined).toBe(allowed)
          const command = plainCommands.find((one) => one.type === type)
          if (command) expect(advance(definition, after.snapshot, command).handled).toBe(allowed)
        }
      }
    })

    test('a person always sees where it is and why', () => {
      const known = new Set(chartOf(definition).states.map(({ id }) => id))
      for (const { after } of sampled(steps)) {
        expect(activeStates(after.snapshot).filter((id) => !known.has(id))).toEqual([])
        expect(waitsFor(definition, after.snapshot).da).not.toBe('')
        expect(causeOf(after.snapshot) !== null).toBe(statusOf(after.snapshot) === 'stuck')
        for (const { state } of followOnsOf(definition, after.snapshot)) expect(state).not.toBe('')
      }
    })
  },
)

const reason = 'because'

/** Commands that stand or fall by the state alone. */
const plainCommands: readonly Command[] = [
  { type: 'fill', data: {} },
  { type: 'submit' },
  { type: 'withdraw', reason },
  { type: 'resume' },
  { type: 'decide', outcome: 'notApplied', reason },
  { type: 'assign', to: 'somebody' },
  { type: 'undo', reason },
  { type: 'stopUndo', reason },
  { type: 'correct', operation: '', data: {}, reason },
]

function last({ first, steps }: Walk) {
  return steps.at(-1)?.after.snapshot ?? first.snapshot
}

function replayed(definition: EventDefinition, { input, steps }: Walk) {
  let { snapshot } = open(definition, input)
  for (const { message } of steps) {
    snapshot = advance(definition, JSON.parse(JSON.stringify(snapshot)), message).snapshot
  }
  return snapshot
}

/** Answers that were taken in, told again wherever the case went afterwards. */
function lateAnswers(one: Walk) {
  const random = randomFrom(one.steps.length)
  return one.steps.flatMap(({ message, after }, index) => {
    const isTaken = 'effect' in message && after.handled && message.type !== 'failed'
    const later = pick(random, one.steps.slice(index))
    return isTaken && later ? [[later.after.snapshot, message] as const] : []
  })
}

/** The same value, with the members of every object the other way round. */
function backToFront<T>(value: T): T {
  return JSON.parse(JSON.stringify(value, turned))
}

function turned(_: string, member: unknown): unknown {
  return typeof member === 'object' && member !== null && !Array.isArray(member)
    ? Object.fromEntries(Object.entries(member).toReversed())
    : member
}

function isGivenUp(effect: { readonly failed?: string } | undefined): boolean {
  return effect?.failed !== undefined
}

/** One step in five: the dearer promises, held over all walks all the same. */
function sampled(steps: readonly Step[]): readonly Step[] {
  return steps.filter((_, index) => index % 5 === 0)
}
