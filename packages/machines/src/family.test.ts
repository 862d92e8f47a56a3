import { describe, expect, test } from 'vitest'

import { placeOf } from './places.ts'
import { eventWith, followOn } from './testing/definition.ts'
import { isStanding } from './testing/family-plan.ts'
import { deliver, family, tell } from './testing/family.ts'
import type { Family } from './testing/family.ts'
import { pick, randomFrom } from './testing/random.ts'
import type { Command } from './vocabulary.ts'

/** A marriage, the names that follow from it and from each other, and the spouse's rows that it wrote itself. */
const definitions = {
  marriage: eventWith([followOn('name-change'), followOn('spouse', { mode: 'derived' })]),
  'name-change': eventWith([followOn('addressing-name', { mode: 'required' })]),
  'addressing-name': eventWith([]),
  spouse: eventWith([followOn('name-change')]),
}

const undo = { type: 'undo', reason: 'never took place' } as const
const stopUndo = { type: 'stopUndo', reason: 'the rest is right' } as const
const correct = {
  type: 'correct',
  operation: 'name.correct-current',
  data: {},
  reason: 'misread',
} as const
const seeds = Array.from({ length: 100 }, (_, seed) => seed)

type Chances = Pick<Family, 'isBlocked' | 'isOdd'>

const never = () => false

/** Follow-ons are opened and corrected whenever they may be, and the first case is undone somewhere on the way. */
function play(seed: number, chances: Partial<Chances> = {}): Family {
  const random = randomFrom(seed)
  const cases = family({ definitions, random, isBlocked: never, isOdd: never, ...chances })
  const undoneAfter = Math.floor(random() * 160)
  let isTold = false
  for (let step = 0; deliver(cases) || !isTold; step += 1) {
    if (!isTold) meddle(cases, random)
    if (!isTold && step >= undoneAfter) isTold = tell(cases, 'case-0', undo)
  }
  return cases
}

function meddle(cases: Family, random: () => number): void {
  for (const [caseId, { definition }] of cases.members) {
    for (const event of ['name-change', 'addressing-name']) {
      const command = { type: 'openFollowOn', followOn: `${event}@person` } as const
      if (random() < 0.1) tell(cases, caseId, command)
    }
    if (random() < 0.03) tell(cases, caseId, correct)
    const isMaintenance = definition.kind.type === 'maintenance'
    if (isMaintenance && random() < 0.05) tell(cases, caseId, undo)
  }
}

/** Until nothing is under way; commands of these types are given to whichever case takes one now and then. */
function settle(cases: Family, commands: readonly Command[]): void {
  while (deliver(cases)) {
    const command = pick(cases.random, commands)
    const caseId = pick(cases.random, [...cases.members.keys()])
    if (command && caseId !== undefined && cases.random() < 0.2) tell(cases, caseId, command)
  }
}

const waiting = new Set([
  'halting',
  'waiting',
  'planning',
  'compensating',
  'verifyingUndo',
  'stoppingUndo',
])

function placesIn({ members }: Family): readonly string[] {
  return [...members.values()].map(({ snapshot }) => placeOf(snapshot))
}

function firstPlace(cases: Family): string | undefined {
  return placesIn(cases)[0]
}

function whoWaits(cases: Family): readonly string[] {
  return placesIn(cases).filter((place) => waiting.has(place))
}

/** Events that stand though the case that opened them is undone. */
function leftStanding({ members }: Family): readonly string[] {
  const events = [...members].slice(1).filter(([, one]) => one.definition.kind.type === 'event')
  return events.map(([caseId]) => caseId).filter((caseId) => isStanding(members, caseId))
}

describe('a family of cases, in any order of things', () => {
  test('undone, nothing of it stands and nobody waits', () => {
    let mostUndone = 0
    for (const seed of seeds) {
      const cases = play(seed)
      expect(firstPlace(cases), `seed ${seed}`).toBe('undone')
      const undone = placesIn(cases).filter((place) => place === 'undone')
      mostUndone = Math.max(mostUndone, undone.length)
      expect(leftStanding(cases), `seed ${seed}`).toEqual([])
      expect(whoWaits(cases), `seed ${seed}`).toEqual([])
    }
    expect(mostUndone).toBeGreaterThan(3)
  })

  test('blocked, everybody goes on as if never asked', () => {
    for (const seed of seeds) {
      const cases = play(seed, { isBlocked: () => true })
      expect(whoWaits(cases), `seed ${seed}`).toEqual([])
      expect(['completed', 'awaitingFollowOns']).toContain(firstPlace(cases))
    }
  })

  test('blocked once, it is undone the second time', () => {
    for (const seed of seeds) {
      let plans = 0
      const cases = play(seed, { isBlocked: () => (plans += 1) === 1 })
      tell(cases, 'case-0', undo)
      settle(cases, [])
      expect(firstPlace(cases), `seed ${seed}`).toBe('undone')
    }
  })
})

/** Two in five. */
function odd(seed: number): () => boolean {
  const random = randomFrom(seed + 1000)
  return () => random() < 0.4
}

describe('a family where steps are refused', () => {
  test('somebody can always go on, and nobody is forgotten', () => {
    const ends = new Set<string>()
    for (const seed of seeds) {
      const cases = play(seed, { isOdd: odd(seed) })
      settle(cases, [undo, stopUndo, { type: 'submit' }])
      for (let round = 0; round < 40; round += 1) {
        const half = [...cases.members.keys()].filter(
          (_, at) => placesIn(cases)[at] === 'partlyUndone',
        )
        for (const caseId of half) tell(cases, caseId, round % 3 === 2 ? stopUndo : undo)
        settle(cases, [])
      }
      expect(placesIn(cases), `seed ${seed}`).not.toContain('partlyUndone')
      expect(whoWaits(cases), `seed ${seed}`).toEqual([])
      ends.add(firstPlace(cases) ?? '')
    }
    expect([...ends].toSorted()).toEqual(['awaitingFollowOns', 'completed', 'undone'])
  })
})

describe('an undo that is undone', () => {
  test('the event stands again, and can be undone once more', () => {
    let again = 0
    for (const seed of seeds) {
      const cases = play(seed)
      const steps = [...cases.members].filter(([, one]) => one.reverse in definitions)
      const [caseId] = pick(cases.random, steps) ?? []
      if (caseId === undefined || !tell(cases, caseId, undo)) continue
      settle(cases, [{ type: 'openFollowOn', followOn: 'name-change@person' }])
      expect(placesIn(cases)[[...cases.members.keys()].indexOf(caseId)]).toBe('undone')
      expect(firstPlace(cases), `seed ${seed}`).toBe('undone')
      const [anew] = leftStanding(cases)
      expect(anew, `seed ${seed}`).toBeDefined()
      if (anew !== undefined && tell(cases, anew, undo)) again += 1
      settle(cases, [])
      expect(whoWaits(cases), `seed ${seed}`).toEqual([])
    }
    expect(again).toBeGreaterThan(30)
  })
})
