import { describe, expect, test } from 'vitest'

import { machineVersion } from '../machine-for.ts'
import type { Migration } from '../migrations/migration.ts'
import type { Snapshot, StateValue } from '../snapshot.ts'
import { eventWith, followOn } from '../testing/definition.ts'
import { follow } from './follow.ts'
import { toReached, toSteps } from './golden-file.ts'
import { grow } from './grow.ts'

/** A chart that gets another region: what the older version stored says nothing of it. */
const naming = followOn('naming', { mode: 'required' })
const church = followOn('church')
const before = eventWith([naming])
const after = eventWith([naming, church])
const kept = toReached(toSteps(grow(before, true)))

const version = machineVersion - 1
const through = (migrations: readonly Migration[], definition = after) =>
  follow({ definition, version, release: { version: machineVersion, migrations } }, kept)

const notNeeded = { ended: 'notNeeded' }

const addChurch: Migration = {
  from: version,
  events: [after.id],
  reworded: [],
  migrate: ({ value, context }) => ({ value: withChurch(value), context }),
}

/** In the midst of the chart: wherever the case is, if its follow-ons are there at all. */
function withChurch(value: StateValue): StateValue {
  if (typeof value === 'string') return value
  const entries = Object.entries(value).map(([name, below]) => {
    if (name !== 'followOns' || typeof below === 'string') return [name, withChurch(below)] as const
    return [name, { ...below, [church.key]: notNeeded }] as const
  })
  return Object.fromEntries(entries)
}

describe('a journal of an older version', () => {
  test('that today’s chart follows is the same', () => {
    const { same, migrated, lost } = through([], before)
    expect([same, migrated, lost]).toEqual([kept.length, 0, []])
  })

  test('with a region too few is lost without a migration', () => {
    const { same, lost } = through([])
    expect(same).toBeGreaterThan(0)
    expect(lost.length).toBeGreaterThan(0)
    expect(lost[0]?.why).toBe('region "church@person" of "work.accepted.followOns" is missing')
    expect(lost[0]?.said.slice(0, 2)).toEqual(['open', 'submit'])
  })

  test('with a region too few is migrated', () => {
    const { same, migrated, lost } = through([addChurch])
    expect(lost).toEqual([])
    expect(migrated).toBeGreaterThan(0)
    expect(same + migrated).toBe(kept.length)
  })

  test('that a migration puts nowhere is lost', () => {
    const nowhere: Migration = {
      ...addChurch,
      migrate: ({ context }) => ({ value: { work: 'asleep', health: 'well' }, context }),
    }
    expect(through([nowhere]).lost[0]?.why).toContain('no state "asleep"')
  })

  test('is not told to a chart that takes its words otherwise', () => {
    const identity: Migration = {
      ...addChurch,
      reworded: ['submit'],
      migrate: (snapshot: Snapshot) => snapshot,
    }
    const { same, migrated, lost } = through([identity], before)
    const unsubmitted = kept.filter((_, index) => !wayOf(index).includes('submit'))
    expect([same, migrated + same, lost]).toEqual([unsubmitted.length, kept.length, []])
  })
})

function wayOf(index: number): readonly string[] {
  const step = kept[index]
  if (!step) return []
  return [...wayOf(step.before), 'type' in step.by ? step.by.type : 'open']
}
