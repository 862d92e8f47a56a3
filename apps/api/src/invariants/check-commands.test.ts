import { describe, expect, test } from 'vitest'

import { checkCommands, type SentCommand, type ToldCase } from './check-commands.ts'
import { checkSignOns } from './check-sign-ons.ts'
import { checkTexts } from './check-texts.ts'

const entry = (seq: number, type: 'fill' | 'submit' | 'resume') => ({
  seq,
  actor: 'caseworker',
  message: type === 'fill' ? ({ type, data: {} } as const) : { type },
})

const told: ToldCase = {
  case: { id: 'case', authority: '0851', version: 3, parent_id: null },
  entries: [entry(1, 'fill'), entry(2, 'submit'), entry(3, 'resume')],
}

const submit: SentCommand = {
  caseId: 'case',
  key: 'key',
  type: 'submit',
  user: 'caseworker',
  authority: '0851',
  expectedVersion: 1,
  acknowledged: 2,
}

function complaints(command: Partial<SentCommand>, one: ToldCase = told): readonly string[] {
  return checkCommands([one], [{ ...submit, ...command }]).map(({ id, says }) => `${id} ${says}`)
}

describe('a command that was sent', () => {
  test('stands where it was answered to stand', () => {
    expect(complaints({})).toEqual([])
    expect(complaints({ acknowledged: null })).toEqual([])
  })

  test('is missed when it was acknowledged and lost', () => {
    expect(complaints({ acknowledged: 4 })).toEqual(['I4 an acknowledged "submit" is lost'])
    expect(complaints({ caseId: 'gone' })).toEqual(['I4 an acknowledged "submit" is lost'])
    expect(complaints({ type: 'assign' })).toEqual([
      'I4 an acknowledged "assign" is not in the journal',
    ])
    expect(complaints({ user: 'senior' })).toEqual([
      'I4 an acknowledged "submit" is not in the journal',
    ])
  })

  test('is found out when another version took it', () => {
    expect(complaints({ expectedVersion: 0 })).toEqual([
      'I4 "submit" was taken in at another version than it was sent at',
    ])
  })

  test('is found out when it was taken twice', () => {
    const twice = { ...told, entries: [...told.entries, entry(4, 'submit')] }
    expect(complaints({}, twice)).toEqual(['I4 "submit" was sent 1 times and taken 2 times'])
    const again = [submit, { ...submit, key: 'other', expectedVersion: null, acknowledged: null }]
    expect(checkCommands([twice], again)).toEqual([])
  })

  test('is found out when another authority sent it', () => {
    expect(complaints({ authority: '0999' })).toEqual([
      'I10 "submit" was taken from another authority',
    ])
  })
})

describe('what is written for operators', () => {
  test('is found out when it names a person', () => {
    const lines = ['{"caseId":"7f9c"}', '{"at":1795430400000}', '"seen 010101-0101 today"']
    const [named] = checkTexts(lines)
    expect(named).toEqual({ id: 'I9', caseId: null, says: 'line 3 holds a personal number' })
    expect(checkTexts(lines, () => false)).toEqual([])
  })
})

describe('signing on', () => {
  test('is found out at the third wrong one', () => {
    expect(checkSignOns([false, false, true, false, false])).toEqual([])
    expect(checkSignOns([true, false, false, false]).map(({ id }) => id)).toEqual(['I12'])
  })
})
