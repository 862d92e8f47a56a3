import { expect, test } from 'vitest'

import type { Facts } from '../define-event.ts'
import { predict } from '../predict.ts'
import { aPerson, named, viewOf } from '../testing/people.ts'
import { personTrials, ruleNames, rulesRaised, tried, verdicts } from '../testing/trial.ts'
import type { Trial } from '../testing/trial.ts'
import { addressingName } from './addressing-name.ts'

const woman = '1306814172'
const she = aPerson(woman, { rows: named('Ida Marie', 'Holm') })

const sound: Facts = {
  data: {
    personnummer: woman,
    startDate: '20261120',
    addressingName: 'Holm,Ida M',
    authority: '0851',
  },
  view: viewOf(she),
  today: '20261123',
  authority: '0851',
  viaPrimary: false,
}

const trials: readonly Trial[] = [
  { rule: 'access', authority: '1101' },
  ...personTrials('personnummer', she),
  { rule: 'status', person: { ...she, status: '90' } },
  { rule: 'fmt-date', data: { startDate: '20260001' } },
  { rule: 'nofuture', data: { startDate: '20261124' } },
  { rule: 'fmt-name', data: { addressingName: 'Holm;Ida' } },
  { rule: 'latest', data: { startDate: '19991231' } },
  { rule: 'length', data: { addressingName: `Holm,Ida ${'x'.repeat(30)}` } },
  { rule: 'parts', data: { addressingName: 'Skov,Ida' } },
  { rule: 'same2', data: { addressingName: 'Holm,Ida Marie' } },
]

test('a shortened name with both parts raises nothing', () => {
  expect(rulesRaised(addressingName, sound)).toEqual([])
})

test.each(trials)('one fact is enough to raise a rule ($rule)', (trial) => {
  expect(verdicts(addressingName, sound, trial)).toEqual({ sound: false, tried: true })
})

test('every rule of the addressing name is tried', () => {
  expect(trials.map(({ rule }) => rule).toSorted()).toEqual(ruleNames(addressingName))
})

test.each(['Ida Holm', 'H,I', 'Holm,Marie'])('parts may be shortened or turned (%s)', (text) => {
  const facts = tried(sound, { rule: '', data: { addressingName: text } })
  expect(rulesRaised(addressingName, facts)).toEqual([])
})

test('the words are written as they stand', () => {
  expect(predict(addressingName, sound.data, sound.view)).toMatchObject([
    {
      change: 'set',
      columns: { addressingName: 'Holm,Ida M' },
      before: { addressingName: 'Holm,Ida Marie' },
    },
  ])
})
