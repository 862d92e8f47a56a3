import { expect, test } from 'vitest'

import type { Facts } from '../define-event.ts'
import { predict } from '../predict.ts'
import { aPerson, row, viewOf } from '../testing/people.ts'
import { personTrials, ruleNames, rulesRaised, tried, verdicts } from '../testing/trial.ts'
import type { Trial } from '../testing/trial.ts'
import { reportsOf } from '../to-request.ts'
import { alienNumber } from './alien-number.ts'

const stranger = aPerson('0304904114', { rows: [row('citizenship', { country: '5486' })] })

const sound: Facts = {
  data: {
    personnummer: stranger.pnr,
    alienNumber: '123456',
    startDate: '20261120',
    authority: '0018',
  },
  view: viewOf(stranger),
  today: '20261123',
  authority: '0018',
  viaPrimary: false,
}

const danish = { ...stranger, rows: [row('citizenship', { country: '5100' })] }

const trials: readonly Trial[] = [
  { rule: 'access', authority: '7001' },
  ...personTrials('personnummer', stranger),
  { rule: 'status', person: { ...stranger, status: '90' } },
  { rule: 'fmt-num', data: { alienNumber: '12345678A' } },
  { rule: 'req', data: { alienNumber: ' ' } },
  { rule: 'fmt-date', data: { startDate: '20261131' } },
  { rule: 'nofuture', data: { startDate: '20261124' } },
  { rule: 'not-danish', person: danish },
]

/** No lookup shows whose number it is: the register refuses. */
const left = ['unique']

test('a number for a stranger raises nothing', () => {
  expect(rulesRaised(alienNumber, sound)).toEqual([])
})

test.each(trials)('one fact is enough to raise a rule ($rule)', (trial) => {
  expect(verdicts(alienNumber, sound, trial)).toEqual({ sound: false, tried: true })
})

test('every rule is tried or left to the register', () => {
  expect([...trials.map(({ rule }) => rule), ...left].toSorted()).toEqual(ruleNames(alienNumber))
  const judged = alienNumber.rules.filter(({ judgedByRegister }) => judgedByRegister)
  expect(judged.map(({ id }) => id)).toEqual(['alien-number.unique'])
})

test.each([
  ['12345678', []],
  ['123456789', ['fmt-num']],
])('a number has at most eight digits (%s)', (number, rules) => {
  const facts = tried(sound, { rule: '', data: { alienNumber: number } })
  expect(rulesRaised(alienNumber, facts)).toEqual(rules)
})

test('the number is written over with its day', () => {
  const [change, ...others] = predict(alienNumber, sound.data, sound.view)
  expect(others).toEqual([])
  expect(change).toMatchObject({
    pnr: stranger.pnr,
    entity: 'alienNumber',
    change: 'set',
    columns: { alienNumber: '00123456' },
    start: '20261120',
  })
})

test('the number is told with leading zeros', () => {
  expect(reportsOf(alienNumber, sound.data)).toMatchObject([
    {
      keys: { PNR: stranger.pnr },
      data: { UDLNR: '00123456', HDTO: '20261120', MYNKOD: '0018' },
    },
  ])
})
