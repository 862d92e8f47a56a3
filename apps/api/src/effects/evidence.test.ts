import { describe, expect, test } from 'vitest'

import { judge, newEntries } from './evidence.ts'
import type { LogEntry } from './read-log.ts'

const entry: LogEntry = {
  timestamp: '20261123101500000001',
  code: 'A19',
  derivedMark: '',
  authority: '0851',
}
const other = { ...entry, timestamp: '20261123101700000001' }

describe('what came of a save without an answer', () => {
  const none = { entries: [], isWritten: false, isUntouched: true }

  test.each([
    [
      'one entry and its rows prove it',
      { entries: [entry], isWritten: true, isUntouched: false },
      'applied',
    ],
    ['nothing seen is absence once time is over', none, 'absent'],
    [
      'two entries are perhaps a duplicate',
      { entries: [entry, other], isWritten: true, isUntouched: false },
      'duplicateSuspected',
    ],
    [
      'an entry without its rows was changed since',
      { entries: [entry], isWritten: false, isUntouched: true },
      'appliedThenChanged',
    ],
    [
      'rows without an entry came from others',
      { entries: [], isWritten: true, isUntouched: false },
      'sameChangeByOthers',
    ],
    [
      'other rows without an entry are no proof',
      { entries: [], isWritten: false, isUntouched: false },
      'changedByOthers',
    ],
  ])('%s', (_, evidence, came) => {
    const judgement = judge(evidence, true)
    expect(judgement.type === 'undecided' ? judgement.reason : judgement.type).toBe(came)
  })

  test('what is missing counts only after the settle time', () => {
    const odd = { entries: [], isWritten: false, isUntouched: false }
    expect(judge(odd, false)).toEqual({ type: 'absent' })
  })
})

describe('entries that the save may have made', () => {
  const sought = {
    before: [],
    after: '',
    codes: ['A19'],
    derivedMarks: [''],
    authorities: ['0851'],
  }

  test('an entry from before the save is not new', () => {
    expect(newEntries([entry, other], { ...sought, before: [entry] })).toEqual([other])
  })

  test('what the store forgot is younger than its conversation', () => {
    expect(newEntries([entry, other], { ...sought, after: entry.timestamp })).toEqual([other])
  })

  test.each([
    ['another event', { code: 'A01' }],
    ['another authority', { authority: '0101' }],
    ['a row of somebody else', { derivedMark: 'ÆG' }],
  ])('%s is no evidence of this save', (_, difference) => {
    expect(newEntries([{ ...entry, ...difference }], sought)).toEqual([])
  })

  test('several marks of one save are one entry', () => {
    const marked = { ...entry, derivedMark: 'MO' }
    expect(newEntries([entry, marked], { ...sought, derivedMarks: ['', 'MO'] })).toHaveLength(1)
  })

  test('an operation without a code takes any', () => {
    expect(newEntries([{ ...entry, code: 'Z07' }], { ...sought, codes: [] })).toHaveLength(1)
  })
})
