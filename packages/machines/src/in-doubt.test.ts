import { describe, expect, test } from 'vitest'

import { causeOf } from './cause-of.ts'
import { eventWith } from './testing/definition.ts'
import { beingSaved, dialogue, saved, story } from './testing/story.ts'

const unanswered = beingSaved(story(eventWith())).answer('save', {
  type: 'unknown',
  reason: 'timeout',
})
const absent = { type: 'absent', resend: true } as const
const proven = { ...saved, type: 'proven' } as const

describe('a save that got no answer', () => {
  test('it is looked up at once, never resent', () => {
    expect(unanswered.status).toBe('inDoubt')
    expect(unanswered.told.effects).toMatchObject([
      { type: 'readBack', payload: { report: 0, final: false } },
    ])
  })

  test('a proof settles it without waiting', () => {
    const settled = unanswered.answer('readBack', proven)
    expect(settled.asked).toEqual(['offer'])
    expect(settled.snapshot.context.accepted.outputs).toEqual([saved.output])
  })

  test('absence counts only once the register has settled', () => {
    const waiting = unanswered.answer('readBack', absent)
    expect(waiting.asked).toEqual(['settle'])
    const again = waiting.answer('settle', { type: 'settled' })
    expect(again.told.effects).toMatchObject([{ type: 'readBack', payload: { final: true } }])
    const resent = again.answer('readBack', absent)
    expect(resent).toMatchObject({ asked: ['initiate'], status: 'reporting' })
    expect(resent.snapshot.context.attempt).toBe(1)
  })

  test('absence seen too soon after the first look is awaited', () => {
    const again = unanswered.answer('readBack', absent).answer('settle', { type: 'settled' })
    const waiting = again.answer('readBack', { ...absent, resend: false, again: true })
    expect(waiting.asked).toEqual(['settle'])
    const last = waiting.answer('settle', { type: 'settled' })
    expect(last.told.effects).toMatchObject([{ type: 'readBack', payload: { final: true } }])
    expect(last.answer('readBack', absent).asked).toEqual(['initiate'])
  })

  test('a late reply settles it while it waits', () => {
    expect(unanswered.answer('readBack', absent).answer('settle', proven).asked).toEqual(['offer'])
  })

  test('what is never carried out comes to a person', () => {
    const unheard = (from: typeof unanswered) =>
      from
        .answer('initiate', { type: 'initiated', dialogue })
        .answer('validate', { type: 'validated' })
        .answer('save', { type: 'unknown', reason: 'closed' })
        .answer('readBack', absent)
        .answer('settle', { type: 'settled' })
        .answer('readBack', absent)
    let told = unanswered
      .answer('readBack', absent)
      .answer('settle', { type: 'settled' })
      .answer('readBack', absent)
    for (let attempt = 1; attempt < 5; attempt++) {
      expect([told.asked, told.status]).toEqual([['initiate'], 'reporting'])
      told = unheard(told)
    }
    expect(told).toMatchObject({ asked: [], status: 'stuck', place: 'initiating' })
    expect(causeOf(told.snapshot)?.word).toBe('initiate.unsent')
    const resumed = told.tell({ type: 'resume' })
    expect([resumed.asked, resumed.status]).toEqual([['initiate'], 'reporting'])
    expect(unheard(resumed).status).toBe('reporting')
  })

  test('what may not be resent is left to a person', () => {
    const deciding = unanswered
      .answer('readBack', absent)
      .answer('settle', { type: 'settled' })
      .answer('readBack', { type: 'absent', resend: false })
    expect(deciding.place).toBe('deciding')
    const decide = { type: 'decide', reason: 'asked the office' } as const
    expect(deciding.tell({ ...decide, outcome: 'applied' }).asked).toEqual(['offer'])
    expect(deciding.tell({ ...decide, outcome: 'notApplied' }).asked).toEqual(['initiate'])
  })

  test('contradicting evidence is left to a person too', () => {
    const deciding = unanswered
      .answer('readBack', { type: 'undecided', reason: 'twoEntries' })
      .answer('settle', { type: 'settled' })
      .answer('readBack', { type: 'undecided', reason: 'twoEntries' })
    expect(deciding.place).toBe('deciding')
  })

  test('a failed lookup is repeated, the save is not', () => {
    const stuck = unanswered.answer('readBack', { type: 'failed', reason: 'unreachable' })
    expect(stuck.status).toBe('stuck')
    expect(stuck.tell({ type: 'resume' }).asked).toEqual(['readBack'])
  })

  test('it cannot be withdrawn while nobody knows', () => {
    expect(unanswered.tell({ type: 'withdraw', reason: 'too late' }).told.handled).toBe(false)
  })
})
