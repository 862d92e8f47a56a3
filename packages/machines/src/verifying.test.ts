import { describe, expect, test } from 'vitest'

import { eventWith, maintenance } from './testing/definition.ts'
import { accepted, asExpected, beingSaved, different, saved, story } from './testing/story.ts'

describe('reading back', () => {
  const readBack = beingSaved(story(eventWith())).answer('save', saved).answer('offer', {
    type: 'offered',
    followOns: [],
    deadlines: [],
    offersUntil: '20261223',
  })

  test('a difference makes it stuck until read again', () => {
    const stuck = readBack.answer('verify', different)
    expect(stuck.status).toBe('stuck')
    const again = stuck.tell({ type: 'resume' })
    expect(again.asked).toEqual(['verify'])
    expect(again.answer('verify', asExpected).status).toBe('completed')
  })

  test('a difference may be undone instead', () => {
    expect(readBack.tell({ type: 'undo', reason: 'mistake' }).told.handled).toBe(false)
    const stuck = readBack.answer('verify', different)
    expect(stuck.tell({ type: 'undo', reason: 'mistake' }).asked).toEqual(['plan'])
  })
})

describe('corrections', () => {
  const correct = {
    type: 'correct',
    operation: 'name.correct-current',
    data: { lastName: 'B' },
    reason: 'misread',
  } as const
  const done = accepted(story(eventWith()))

  test('a correction is a case of its own beside it', () => {
    const correcting = done.tell(correct)
    expect(correcting.status).toBe('completed')
    const known = correcting.answer('openCorrection', { type: 'opened', caseId: 'k' })
    expect(known.tell(correct).told.handled).toBe(false)
    const settled = known.tell({ type: 'caseSettled', caseId: 'k' })
    expect(settled.snapshot.context.corrections).toEqual([
      { caseId: 'k', operation: 'name.correct-current', state: 'settled' },
    ])
    expect(settled.tell(correct).asked).toEqual(['openCorrection'])
  })

  test('a correction is undone rather than corrected', () => {
    const corrected = accepted(story(maintenance))
    expect(corrected.tell(correct).told.handled).toBe(false)
    expect(corrected.tell({ type: 'undo', reason: 'mistake' }).asked).toEqual(['plan'])
  })

  test('one that is undone by itself is shown so', () => {
    const corrected = done
      .tell(correct)
      .answer('openCorrection', { type: 'opened', caseId: 'k' })
      .tell({ type: 'caseSettled', caseId: 'k' }, { type: 'caseUndone', caseId: 'k' })
    expect(corrected.snapshot.context.corrections).toMatchObject([{ caseId: 'k', state: 'undone' }])
    expect(corrected.status).toBe('completed')
    expect(corrected.tell({ type: 'caseUndone', caseId: 'k' }).told.handled).toBe(false)
  })
})
