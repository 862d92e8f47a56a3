import { describe, expect, test } from 'vitest'

import { eventWith } from './testing/definition.ts'
import {
  accepted,
  beingSaved,
  clean,
  dialogue,
  error,
  saved,
  story,
  submitted,
  warning,
} from './testing/story.ts'

const promotion = eventWith()

describe('before anything is sent', () => {
  test('a submitted draft is checked before it is looked up', () => {
    const checking = story(promotion).tell({ type: 'submit' })
    expect(checking.told.effects).toEqual([
      { id: '1/0', type: 'check', payload: { stage: 'form' } },
    ])
    expect(checking.answer('check', clean).asked).toEqual(['lookUp'])
  })

  test('an error sends the draft back with its finding', () => {
    const draft = story(promotion)
      .tell({ type: 'submit' })
      .answer('check', { ...clean, findings: [error] })
    expect(draft.status).toBe('draft')
    expect(draft.snapshot.context.findings).toEqual([error])
  })

  test('a filled value is merged and null clears it', () => {
    const filled = story(promotion, { data: { a: '1', b: '2' } }).tell({
      type: 'fill',
      data: { b: null, c: true },
    })
    expect(filled.snapshot.context.data).toEqual({ a: '1', c: true })
  })

  test('a changed value takes its finding and confirmations away', () => {
    const confirmed = story(promotion)
      .tell({ type: 'submit' })
      .answer('check', { ...clean, findings: [warning] })
      .answer('lookUp', { type: 'lookedUp' })
      .answer('check', clean)
      .tell({ type: 'confirm', findings: ['another.rule'], reason: 'seen' })
    expect(confirmed.status).toBe('confirming')
    const changed = confirmed.tell({ type: 'fill', data: { date: '20261101' } })
    expect(changed.status).toBe('draft')
    expect(changed.snapshot.context).toMatchObject({ findings: [], confirmed: [] })
  })

  test('a warning waits until a person has confirmed it', () => {
    const confirming = story(promotion)
      .tell({ type: 'submit' })
      .answer('check', clean)
      .answer('lookUp', { type: 'lookedUp' })
      .answer('check', { ...clean, findings: [warning] })
    expect(confirming.status).toBe('confirming')
    const confirmed = confirming.tell({
      type: 'confirm',
      findings: [warning.rule],
      reason: 'the letter was late',
    })
    expect(confirmed.asked).toEqual(['waitForTurn'])
  })

  test('a date ahead waits for its day and is checked anew', () => {
    const ahead = { ...clean, reportOn: '20261213' }
    const waiting = story(promotion)
      .tell({ type: 'submit' })
      .answer('check', ahead)
      .answer('lookUp', { type: 'lookedUp' })
      .answer('check', ahead)
    expect(waiting.status).toBe('waiting')
    expect(waiting.told.effects).toMatchObject([
      { type: 'waitForDay', payload: { date: '20261213' } },
    ])
    const onTheDay = waiting.answer('waitForDay', { type: 'dayReached' })
    expect(onTheDay.asked).toEqual(['check'])
  })

  test('a fact of the past is reported by another case', () => {
    const replaced = story(promotion)
      .tell({ type: 'submit' })
      .answer('check', clean)
      .answer('lookUp', { type: 'lookedUp' })
      .answer('check', { ...clean, insteadOf: 'address.report-former' })
    expect(replaced.told.effects).toMatchObject([
      { type: 'openReplacement', payload: { operation: 'address.report-former' } },
    ])
    const linked = replaced.answer('openReplacement', { type: 'opened', caseId: 'case-2' })
    expect(linked.snapshot.context.replacement).toBe('case-2')
    expect(linked.status).toBe('withdrawn')
  })

  test('a withdrawn case waits for nothing any more', () => {
    const withdrawn = submitted(story(promotion)).tell({ type: 'withdraw', reason: 'mistake' })
    expect(withdrawn.status).toBe('withdrawn')
    expect(withdrawn.told.dropped).toEqual(['4/0'])
  })
})

describe('the conversation with the register', () => {
  test('a refusal comes back to the draft as a finding', () => {
    const refusal = { ...error, rule: 'receipt.172' }
    const refused = beingSaved(story(promotion)).answer('save', {
      type: 'refused',
      findings: [refusal],
    })
    expect(refused.status).toBe('draft')
    expect(refused.snapshot.context.findings).toEqual([refusal])
  })

  test('a confirmed warning does not stop the next conversation', () => {
    const waiting = { ...warning, rule: 'receipt.5407' }
    const warned = { type: 'warned', findings: [waiting], dialogue } as const
    const confirming = submitted(story(promotion))
      .answer('waitForTurn', { type: 'turnGiven' })
      .answer('initiate', warned)
    expect(confirming.status).toBe('confirming')
    const again = confirming
      .tell({ type: 'confirm', findings: ['receipt.5407'], reason: 'looked at' })
      .answer('initiate', warned)
    expect(again.asked).toEqual(['validate'])
    expect(again.snapshot.context.dialogue).toEqual(dialogue)
  })

  test('an unsent save is tried again, then left to a person', () => {
    let saving = beingSaved(story(promotion))
    for (let attempt = 0; attempt < 4; attempt += 1) saving = retried(saving)
    expect(saving.told.effects).toMatchObject([{ type: 'save', payload: { attempt: 4 } }])
    const given = saving.answer('save', { type: 'unsent', reason: 'unreachable' })
    expect(given.status).toBe('stuck')
    expect(given.asked).toEqual([])
    const resumed = given.tell({ type: 'resume' })
    expect(resumed).toMatchObject({ status: 'reporting', asked: ['initiate'] })
  })

  test('a save cannot fail, so resume never resends it', () => {
    const saving = beingSaved(story(promotion))
    const failed = saving.answer('save', { type: 'failed', reason: 'timeout' })
    expect(failed.told.handled).toBe(false)
    expect(failed.snapshot).toBe(saving.snapshot)
  })

  test('data in the queue of the register are asked for', () => {
    const queued = beingSaved(story(promotion)).answer('save', { type: 'queued' })
    expect(queued).toMatchObject({ status: 'waiting', asked: ['pollQueue'] })
    const still = queued.answer('pollQueue', { type: 'stillQueued' })
    expect(still.told.effects[0]?.id).not.toBe(queued.told.effects[0]?.id)
    const confirming = still.answer('pollQueue', { type: 'warned', findings: [warning] })
    expect(confirming.status).toBe('confirming')
    const confirmed = confirming.tell({
      type: 'confirm',
      findings: [warning.rule],
      reason: 'looked at',
    })
    expect(confirmed.told.effects).toMatchObject([{ payload: { confirmed: true } }])
    expect(confirmed.answer('pollQueue', saved).asked).toEqual(['offer'])
  })
})

describe('several reports in one case', () => {
  const two = { ...clean, reports: 2 }
  const secondReport = story(promotion)
    .tell({ type: 'submit' })
    .answer('check', two)
    .answer('lookUp', { type: 'lookedUp' })
    .answer('check', two)
    .answer('waitForTurn', { type: 'turnGiven' })
    .answer('initiate', { type: 'initiated', dialogue })
    .answer('validate', { type: 'validated' })
    .answer('save', saved)

  test('the next report begins when the first stands', () => {
    expect(secondReport.told.effects).toMatchObject([{ type: 'initiate', payload: { report: 1 } }])
    expect(secondReport.tell({ type: 'withdraw', reason: 'late' }).told.handled).toBe(false)
  })

  test('a later refusal leaves it stuck, to resume or undo', () => {
    const stuck = secondReport.answer('initiate', { type: 'refused', findings: [error] })
    expect(stuck.status).toBe('stuck')
    expect(stuck.tell({ type: 'resume' }).asked).toEqual(['initiate'])
    expect(stuck.tell({ type: 'undo', reason: 'a mistake' }).asked).toEqual(['plan'])
  })

  test('what was refused once is forgotten when accepted', () => {
    const done = secondReport
      .answer('initiate', { type: 'refused', findings: [error] })
      .tell({ type: 'resume' })
      .answer('initiate', { type: 'initiated', dialogue })
      .answer('validate', { type: 'validated' })
      .answer('save', saved)
    expect(done.asked).toEqual(['offer'])
    expect(done.told.snapshot.context.findings).toEqual([])
  })

  test('a blocked undo of half a report goes back to it', () => {
    const blocked = secondReport
      .answer('initiate', { type: 'refused', findings: [error] })
      .tell({ type: 'undo', reason: 'a mistake' })
      .answer('plan', { type: 'blocked', blockers: [] })
    expect(blocked.place).toBe('partlyReported')
  })
})

describe('a case that the register wrote along', () => {
  const derived = story(promotion, { mode: 'derived', parent: 'case-0', acceptedOn: '20261123' })

  test('it sends nothing and begins with its follow-ons', () => {
    expect(derived.asked).toEqual(['offer'])
  })

  test('it is read back, completes and tells its parent', () => {
    const done = derived
      .answer('offer', { type: 'offered', followOns: [], deadlines: [], offersUntil: '20261223' })
      .answer('verify', { type: 'verified', differences: [] })
    expect(done.status).toBe('completed')
    expect(done.told.effects).toMatchObject([
      { type: 'tellParent', payload: { notice: 'settled' } },
    ])
  })
})

test('a completed case keeps what the register answered', () => {
  const done = accepted(story(promotion))
  expect(done.status).toBe('completed')
  expect(done.snapshot.context.accepted).toEqual({ on: '20261123', outputs: [{ KVIT: '1' }] })
})

function retried(saving: ReturnType<typeof beingSaved>) {
  return saving
    .answer('save', { type: 'unsent', reason: 'unreachable' })
    .answer('initiate', { type: 'initiated', dialogue })
    .answer('validate', { type: 'validated' })
}
