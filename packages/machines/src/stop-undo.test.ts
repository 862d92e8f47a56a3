import { describe, expect, test } from 'vitest'

import { eventWith } from './testing/definition.ts'
import { changed, halted, marriage, notices, statesIn, step, undo } from './testing/marriage.ts'
import { accepted, asExpected, different, story } from './testing/story.ts'

describe('stopping half-way', () => {
  const planned = halted(changed.tell(undo)).answer('plan', {
    type: 'planned',
    steps: [step('n'), step('case-1'), step('w', { together: true })],
  })
  const first = planned.answer('compensate', { type: 'compensating', caseId: 'k1' })
  const second = first
    .tell({ type: 'caseSettled', caseId: 'k1' })
    .answer('compensate', { type: 'compensating', caseId: 'k2' })
  const refused = second.tell(
    { type: 'caseUndone', caseId: 'n' },
    { type: 'caseRefused', caseId: 'k2' },
  )
  const stopUndo = { type: 'stopUndo', reason: 'the rest is right' } as const
  const stopping = refused.tell(stopUndo)
  const stopped = stopping.tell({ type: 'caseWithdrawn', caseId: 'k2' })

  test('the step under way ends before anything else', () => {
    expect(stopping.place).toBe('stoppingUndo')
    expect(stopping.told.effects).toMatchObject([{ type: 'halt', payload: { cases: ['k2'] } }])
    expect(stopping.tell(undo).told.handled).toBe(false)
  })

  test('with its own rows standing, the case is alive again', () => {
    expect(stopped.status).toBe('completed')
    expect(statesIn(stopped)).toEqual(['done', 'kept', 'kept'])
    expect(stopped.snapshot.context.undoReason).toBeNull()
    expect(stopped.told.effects).toContainEqual(
      expect.objectContaining({ type: 'release', payload: { cases: ['w', 'n', 'k2'] } }),
    )
  })

  test('what was taken back may be reported again', () => {
    const again = stopped.tell({ type: 'openFollowOn', followOn: 'name-change@person' })
    expect(again.asked).toEqual(['openCase'])
  })

  test('a step that was saved all the same counts as done', () => {
    const late = stopping.tell({ type: 'caseHalted', caseId: 'k2' })
    expect(late.status).toBe('undone')
    expect(statesIn(late)).toEqual(['done', 'done', 'planned'])
  })

  const resting = stopped.answer('release', { type: 'told' })

  test('a later undo plans over what is left', () => {
    const again = halted(resting.tell(undo)).answer('plan', {
      type: 'planned',
      steps: [step('case-1'), step('w', { together: true })],
    })
    expect(statesIn(again)).toEqual(['done', 'planned', 'planned'])
    expect(again.told.effects).toMatchObject([{ type: 'compensate', payload: { step: 1 } }])
  })

  test('a later undo that is blocked leaves it alive', () => {
    const again = halted(resting.tell(undo)).answer('plan', { type: 'blocked', blockers: [] })
    expect(again.status).toBe('completed')
  })

  test('a blocked plan in the middle leaves it half-way', () => {
    const again = halted(refused.tell(undo, { type: 'caseWithdrawn', caseId: 'k2' }))
    const blocked = again.answer('plan', { type: 'blocked', blockers: [] })
    expect(blocked.status).toBe('partlyUndone')
    expect(blocked.snapshot.context.undoReason).toBe(undo.reason)
  })

  test('with its own rows gone, it is undone with its differences', () => {
    const compensated = second
      .tell({ type: 'caseSettled', caseId: 'k2' })
      .answer('verifyUndo', different)
    const over = compensated.tell(stopUndo)
    expect(over.status).toBe('undone')
    expect(over.snapshot.context.differences).toHaveLength(1)
  })

  test('a plan that cannot be made is given up', () => {
    const planning = halted(changed.tell(undo))
    expect(planning.tell(stopUndo).told.handled).toBe(false)
    const failed = planning.answer('plan', { type: 'failed', reason: 'unreachable' })
    expect(failed.status).toBe('stuck')
    const alive = failed.tell(stopUndo)
    expect(alive.status).toBe('completed')
    expect(alive.told.effects).toMatchObject([{ type: 'release' }])
  })

  test('a step that cannot be begun is given up', () => {
    const failed = planned.answer('compensate', { type: 'failed', reason: 'broken' })
    expect(statesIn(failed.tell(stopUndo))).toEqual(['kept', 'kept', 'kept'])
  })

  test('asked to hold still meanwhile, it does so afterwards', () => {
    const child = halted(accepted(story(marriage, { parent: 'case-0' })).tell(undo))
      .answer('plan', { type: 'planned', steps: [step('case-1')] })
      .answer('compensate', { type: 'compensating', caseId: 'k' })
      .tell({ type: 'caseRefused', caseId: 'k' }, stopUndo)
    const still = child.tell({ type: 'stop' }, { type: 'caseWithdrawn', caseId: 'k' })
    expect(still.place).toBe('waiting')
    expect(notices(still)).toContain('halted')
  })
})

describe('what an undo did, undone in turn', () => {
  const compensated = halted(accepted(story(eventWith())).tell(undo))
    .answer('plan', { type: 'planned', steps: [step('case-1')] })
    .answer('compensate', { type: 'compensating', caseId: 'k' })

  test('a step that is undone before it was done stops the plan', () => {
    const partly = compensated.tell({ type: 'caseUndone', caseId: 'k' })
    expect(partly.status).toBe('partlyUndone')
    expect(statesIn(partly)).toEqual(['undone'])
  })

  test('an undone case stays undone', () => {
    const undone = compensated
      .tell({ type: 'caseSettled', caseId: 'k' })
      .answer('verifyUndo', asExpected)
    expect(undone.tell({ type: 'caseUndone', caseId: 'k' }).told.handled).toBe(false)
    expect(statesIn(undone)).toEqual(['done'])
  })

  test('going on, the steps that are done hold still too', () => {
    const partly = compensated
      .tell({ type: 'caseSettled', caseId: 'k' })
      .answer('verifyUndo', different)
    const again = partly.tell(undo)
    expect(again.told.effects).toMatchObject([{ type: 'halt', payload: { cases: ['k'] } }])
    expect(again.tell({ type: 'caseUndone', caseId: 'k' }).asked).toEqual(['plan'])
  })

  test('corrections hold still, and go with the rows they corrected', () => {
    const corrected = accepted(story(eventWith()))
      .tell({ type: 'correct', operation: 'name.correct-current', data: {}, reason: 'misread' })
      .answer('openCorrection', { type: 'opened', caseId: 'c' })
      .tell({ type: 'caseSettled', caseId: 'c' })
    const halting = corrected.tell(undo)
    expect(halting.told.effects).toMatchObject([{ type: 'halt', payload: { cases: ['c'] } }])
    const undone = halted(halting)
      .answer('plan', { type: 'planned', steps: [step('case-1')] })
      .answer('compensate', { type: 'compensating', caseId: 'k' })
      .tell({ type: 'caseSettled', caseId: 'k' })
      .answer('verifyUndo', asExpected)
    expect(undone.told.effects).toMatchObject([{ type: 'takeBack', payload: { caseId: 'c' } }])
  })
})
