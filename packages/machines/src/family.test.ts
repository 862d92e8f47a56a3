import { describe, expect, test } from 'vitest'

import { placeOf } from './places.ts'
import { eventWith, followOn } from './testing/definition.ts'
import { deliver, family, tell } from './testing/family.ts'
import type { Family } from './testing/family.ts'
import { randomFrom } from './testing/random.ts'

/** A marriage, the names that follow from it and from each other, and the spouse's rows that it wrote itself. */
const definitions = {
  marriage: eventWith([followOn('name-change'), followOn('spouse', { mode: 'derived' })]),
  'name-change': eventWith([followOn('addressing-name', { mode: 'required' })]),
  'addressing-name': eventWith([]),
  spouse: eventWith([followOn('name-change')]),
}

const undo = { type: 'undo', reason: 'never took place' } as const
const seeds = Array.from({ length: 80 }, (_, seed) => seed)

/** Follow-ons are opened whenever they may be, and the first case is undone somewhere on the way. */
function play(seed: number, isBlocked: () => boolean): Family {
  const random = randomFrom(seed)
  const cases = family({ definitions, random, isBlocked })
  const undoneAfter = Math.floor(random() * 120)
  let isTold = false
  for (let step = 0; deliver(cases) || !isTold; step += 1) {
    if (!isTold) openSome(cases, random)
    if (!isTold && step >= undoneAfter) isTold = tell(cases, 'case-0', undo)
  }
  return cases
}

function openSome(cases: Family, random: () => number): void {
  for (const caseId of cases.members.keys()) {
    for (const event of ['name-change', 'addressing-name']) {
      const command = { type: 'openFollowOn', followOn: `${event}@person` } as const
      if (random() < 0.1) tell(cases, caseId, command)
    }
  }
}

function placesIn({ members }: Family): readonly string[] {
  return [...members.values()].map(({ snapshot }) => placeOf(snapshot))
}

describe('a family of cases, in any order of things', () => {
  test('undone, nothing of it stands and nobody waits', () => {
    let mostUndone = 0
    for (const seed of seeds) {
      const cases = play(seed, () => false)
      expect(placesIn(cases)[0], `seed ${seed}`).toBe('undone')
      const others = [...cases.members.values()].slice(1)
      const events = others.filter(({ definition }) => definition.kind.type === 'event')
      const undone = placesIn(cases).filter((place) => place === 'undone')
      mostUndone = Math.max(mostUndone, undone.length)
      const places = new Set(events.map(({ snapshot }) => placeOf(snapshot)))
      places.delete('undone')
      places.delete('withdrawn')
      expect([...places], `seed ${seed}`).toEqual([])
    }
    expect(mostUndone).toBeGreaterThan(3)
  })

  test('blocked, everybody goes on as if never asked', () => {
    for (const seed of seeds) {
      const cases = play(seed, () => true)
      const waiting = placesIn(cases).filter((place) => place === 'halting' || place === 'waiting')
      expect(waiting, `seed ${seed}`).toEqual([])
      expect(['completed', 'awaitingFollowOns']).toContain(placesIn(cases)[0])
    }
  })

  test('blocked once, it is undone the second time', () => {
    for (const seed of seeds) {
      let plans = 0
      const cases = play(seed, () => (plans += 1) === 1)
      tell(cases, 'case-0', undo)
      while (deliver(cases));
      expect(placesIn(cases)[0], `seed ${seed}`).toBe('undone')
    }
  })
})
