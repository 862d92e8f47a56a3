import { describe, expect, test } from 'vitest'

import { maintenance } from './testing/definition.ts'
import {
  changed,
  changing,
  followOns,
  halted,
  marriage,
  married,
  notices,
  step,
  undo,
} from './testing/marriage.ts'
import {
  accepted,
  asExpected,
  beingSaved,
  different,
  error,
  saved,
  story,
} from './testing/story.ts'
import { waitsFor } from './waits-for.ts'

describe('halting', () => {
  const halting = changing.tell(undo)

  test('open cases are asked to stop before anything is planned', () => {
    expect(halting.status).toBe('undoing')
    expect(halting.told.effects).toMatchObject([{ type: 'halt', payload: { cases: ['w', 'n'] } }])
    expect(halting.answer('halt', { type: 'halted' }).place).toBe('halting')
    expect(halting.tell({ type: 'caseHalted', caseId: 'w' }).place).toBe('halting')
  })

  test.each(['caseWithdrawn', 'caseUndone', 'caseHalted'] as const)(
    'the plan is made once the last says %s',
    (type) => {
      const last = halting.tell({ type: 'caseHalted', caseId: 'w' }, { type, caseId: 'n' })
      expect(last.asked).toEqual(['plan'])
    },
  )

  test('a case that has settled has not heard the stop yet', () => {
    const settled = halting.tell(
      { type: 'caseHalted', caseId: 'w' },
      { type: 'caseSettled', caseId: 'n' },
    )
    expect(settled.place).toBe('halting')
    expect(settled.tell({ type: 'caseHalted', caseId: 'n' }).asked).toEqual(['plan'])
  })

  test('a case that appears meanwhile is asked too', () => {
    const opening = married
      .tell({ type: 'openFollowOn', followOn: 'name-change@person' })
      .tell(undo)
    const asked = opening.answer('openCase', { type: 'opened', caseId: 'late' })
    // Nobody knows whether the first order got out: whoever has not answered is asked again.
    expect(asked.told.effects).toMatchObject([{ type: 'halt', payload: { cases: ['w', 'late'] } }])
  })

  test('nothing can be opened while the undo goes on', () => {
    const open = { type: 'openFollowOn', followOn: 'name-change@person' } as const
    expect(married.tell(undo).tell(open).told.handled).toBe(false)
  })
})

describe('compensating', () => {
  const planned = halted(changed.tell(undo)).answer('plan', {
    type: 'planned',
    steps: [step('n'), step('case-1'), step('w', { together: true })],
  })
  const first = planned.answer('compensate', { type: 'compensating', caseId: 'k1' })
  const second = first
    .tell({ type: 'caseSettled', caseId: 'k1' })
    .answer('compensate', { type: 'compensating', caseId: 'k2' })
  const done = second.tell({ type: 'caseSettled', caseId: 'k2' })

  test('one step at a time, in the order of the plan', () => {
    expect(planned.told.effects).toMatchObject([{ type: 'compensate', payload: { step: 0 } }])
    const next = first.tell({ type: 'caseSettled', caseId: 'k1' })
    expect(next.told.effects).toMatchObject([
      { type: 'takeBack', payload: { caseId: 'n' } },
      { type: 'compensate', payload: { step: 1 } },
    ])
  })

  test('what goes together is done with the primary', () => {
    expect(done.told.effects).toMatchObject([
      { type: 'takeBack', payload: { caseId: 'w' } },
      { type: 'verifyUndo' },
    ])
  })

  test('undone is the end, and nothing is wanted any more', () => {
    const undone = done.answer('verifyUndo', asExpected)
    expect(undone.status).toBe('undone')
    const open = Object.values(undone.snapshot.context.open).map(({ type }) => type)
    expect(open).toEqual(['takeBack', 'takeBack'])
  })

  test('a difference afterwards is shown as partly undone', () => {
    expect(done.answer('verifyUndo', different).status).toBe('partlyUndone')
  })

  test('a step kept by choice is left alone', () => {
    const kept = halted(changed.tell(undo)).answer('plan', {
      type: 'planned',
      steps: [step('n', { policy: 'keep' }), step('case-1')],
    })
    expect(kept.told.effects).toMatchObject([{ payload: { step: 1 } }])
    const undone = kept
      .answer('compensate', { type: 'compensating', caseId: 'k' })
      .tell({ type: 'caseSettled', caseId: 'k' })
      .answer('verifyUndo', asExpected)
    expect(undone.told.effects).toMatchObject([{ type: 'release', payload: { cases: ['w', 'n'] } }])
  })

  test('a refused step stops, and going on stops its case', () => {
    const partly = first.tell({ type: 'caseRefused', caseId: 'k1' })
    expect(partly.status).toBe('partlyUndone')
    const again = partly.tell(undo)
    expect(again.told.effects).toMatchObject([{ type: 'halt', payload: { cases: ['k1'] } }])
    expect(again.tell({ type: 'caseWithdrawn', caseId: 'k1' }).asked).toEqual(['plan'])
  })

  test('a refused step that is repaired after all counts', () => {
    const repaired = first.tell(
      { type: 'caseRefused', caseId: 'k1' },
      { type: 'caseSettled', caseId: 'k1' },
    )
    expect(repaired.snapshot.context.plan[0]).toMatchObject({ state: 'done' })
  })
})

describe('a blocked undo', () => {
  const blockers = [{ da: 'en senere hændelse', en: 'a later event' }]
  const blocked = changing
    .tell(undo, { type: 'caseHalted', caseId: 'n' }, { type: 'caseHalted', caseId: 'w' })
    .answer('plan', { type: 'blocked', blockers })

  test('the case is where it was and says why', () => {
    expect(blocked.status).toBe('followOns')
    expect(blocked.snapshot.context.blockers).toEqual(blockers)
  })

  test('those who held still for it go on', () => {
    expect(blocked.told.effects).toMatchObject([
      { type: 'release', payload: { cases: ['w', 'n'] } },
    ])
    expect(blocked.tell({ type: 'caseSettled', caseId: 'n' }).status).toBe('completed')
  })
})

describe('a case whose opener is undone', () => {
  const child = story(marriage, { parent: 'case-0' })

  test('it withdraws while nothing is out', () => {
    const stopped = child.tell({ type: 'submit' }).tell({ type: 'stop' })
    expect(stopped.status).toBe('withdrawn')
    expect(notices(stopped)).toEqual(['withdrawn'])
  })

  test('a save that is out is waited for', () => {
    const saving = beingSaved(child).tell({ type: 'stop' })
    expect(saving.place).toBe('saving')
    const refused = saving.answer('save', { type: 'refused', findings: [error] })
    expect(refused.status).toBe('withdrawn')
    const readBack = saving
      .answer('save', saved)
      .answer('offer', { type: 'offered', followOns: [], deadlines: [], offersUntil: '20261223' })
    expect(readBack.place).toBe('verifying')
    const held = readBack.answer('verify', asExpected)
    expect(notices(held)).toContain('halted')
    expect(held.tell({ type: 'released' }).status).toBe('completed')
    expect(notices(readBack.answer('verify', different))).toEqual(['halted'])
    expect(notices(readBack.answer('verify', { type: 'failed', reason: 'unreachable' }))).toEqual([
      'halted',
    ])
  })

  const held = accepted(child, followOns.slice(0, 1)).tell({ type: 'stop' })

  test('accepted, it holds still with its own cases', () => {
    expect(held.status).toBe('undoing')
    expect(notices(held)).toEqual(['halted'])
    expect(held.tell(undo).told.handled).toBe(false)
  })

  test('it goes on when the undo is called off', () => {
    expect(held.tell({ type: 'released' }).status).toBe('completed')
  })

  test('it is undone once its rows are taken back', () => {
    const undone = held.tell({ type: 'takenBack', by: 'case-0' })
    expect(undone.status).toBe('undone')
    expect(undone.snapshot.context.takenBackBy).toBe('case-0')
    expect(notices(undone)).toEqual(['undone'])
  })

  test('a step with differences holds still as it stands', () => {
    const standing = beingSaved(story(maintenance, { parent: 'case-0', ordered: true }))
      .answer('save', saved)
      .answer('offer', { type: 'offered', followOns: [], deadlines: [], offersUntil: '20261223' })
      .answer('verify', different)
    expect(notices(standing)).toEqual(['refused'])
    const still = standing.tell({ type: 'stop' })
    expect(notices(still)).toEqual(['halted'])
    expect(still.tell({ type: 'released' }).place).toBe('verifying')
  })

  test('in an undo of its own, it holds still once that has ended', () => {
    const undoing = accepted(story(maintenance, { parent: 'case-0', ordered: true })).tell(undo, {
      type: 'stop',
    })
    expect(undoing.place).toBe('planning')
    const blocked = undoing.answer('plan', { type: 'blocked', blockers: [] })
    expect(blocked.place).toBe('waiting')
    expect(notices(blocked)).toContain('halted')
  })
})

test('a person sees which step the undo waits for', () => {
  const halting = changing.tell(undo)
  expect(waitsFor(marriage, halting.snapshot).en).toBe('Waits for 2 cases to halt')
  const compensating = halted(changed.tell(undo))
    .answer('plan', { type: 'planned', steps: [step('n'), step('case-1')] })
    .answer('compensate', { type: 'compensating', caseId: 'k1' })
  expect(waitsFor(marriage, compensating.snapshot).da).toMatch(/^Venter på trin 1 af 2: /)
})
