import { describe, expect, test } from 'vitest'

import { eventWith, followOn, maintenance } from './testing/definition.ts'
import { accepted, beingSaved, clean, error, story, warning } from './testing/story.ts'

const promotion = eventWith()

describe('a case that another one ordered', () => {
  const refusal = { type: 'refused', findings: [error] } as const
  const ordered = { parent: 'case-0', ordered: true } as const

  test.each([
    ['a maintenance operation', maintenance],
    ['an event reported anew', promotion],
  ])('as %s it tells of a refusal', (_, definition) => {
    const refused = beingSaved(story(definition, ordered)).answer('save', refusal)
    expect(refused.place).toBe('drafting')
    expect(refused.told.effects).toMatchObject([
      { type: 'tellParent', payload: { notice: 'refused' } },
    ])
  })

  test('a follow-on keeps its refusals to itself', () => {
    const refused = beingSaved(story(promotion, { parent: 'case-0' })).answer('save', refusal)
    expect(refused.told.effects).toEqual([])
  })

  test('it tells that it stands before its follow-ons end', () => {
    const birth = eventWith([followOn('naming', { mode: 'required' })])
    const standing = accepted(story(birth, ordered), [
      { key: 'naming@person', as: 'due', people: ['1'] },
    ])
    expect(standing.place).toBe('awaitingFollowOns')
    expect(standing.told.effects).toMatchObject([
      { type: 'tellParent', payload: { notice: 'settled' } },
    ])
  })

  test('what it was ordered with need not be confirmed again', () => {
    const warned = { ...clean, findings: [warning] }
    const confirmed = story(promotion, { ...ordered, confirmed: [warning.rule] })
      .tell({ type: 'submit' })
      .answer('check', clean)
      .answer('lookUp', { type: 'lookedUp' })
      .answer('check', warned)
    expect(confirmed.place).toBe('awaitingTurn')
    const receipt = { ...warning, rule: 'receipt.1' }
    const asked = confirmed
      .answer('waitForTurn', { type: 'turnGiven' })
      .answer('initiate', { type: 'warned', findings: [warning, receipt] })
    expect(asked.place).toBe('confirmingReceipt')
  })

  test('stopped while its save was out, a warning withdraws it', () => {
    const saving = beingSaved(story(promotion, ordered)).tell({ type: 'stop' })
    const warned = saving.answer('save', { type: 'warned', findings: [warning] })
    expect(warned.status).toBe('withdrawn')
  })
})
