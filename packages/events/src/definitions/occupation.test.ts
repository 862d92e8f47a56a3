import { expect, test } from 'vitest'

import type { Facts } from '../define-event.ts'
import { predict } from '../predict.ts'
import { aPerson, row, viewOf } from '../testing/people.ts'
import { personTrials, ruleNames, rulesRaised, tried, verdicts } from '../testing/trial.ts'
import type { Trial } from '../testing/trial.ts'
import { reportsOf } from '../to-request.ts'
import { blockersOf } from '../undo.ts'
import { occupation } from './occupation.ts'

const pnr = '0709614096'
const person = aPerson(pnr)
const working = (text: string | null) => ({
  ...person,
  rows: [row('person', { status: '01', occupation: text })],
})

const sound: Facts = {
  data: { personnummer: pnr, occupation: 'Tømrer', startDate: '20261120', authority: '0851' },
  view: viewOf(working('Snedker')),
  today: '20261123',
  authority: '0851',
  viaPrimary: false,
}

const trials: readonly Trial[] = [
  { rule: 'access', authority: '7001' },
  ...personTrials('personnummer', person),
  { rule: 'status', person: { ...person, status: '90' } },
  { rule: 'fmt-text', data: { occupation: 'x'.repeat(35) } },
  { rule: 'fmt-date', data: { startDate: '20260231' } },
  { rule: 'nofuture', data: { startDate: '20261124' } },
  { rule: 'blank-out', data: { occupation: null } },
]

test('a plain occupation raises nothing', () => {
  expect(rulesRaised(occupation, sound)).toEqual([])
})

test.each(trials)('one fact is enough to raise a rule ($rule)', (trial) => {
  expect(verdicts(occupation, sound, trial)).toEqual({ sound: false, tried: true })
})

test('every rule of the occupation is tried', () => {
  expect(trials.map(({ rule }) => rule).toSorted()).toEqual(ruleNames(occupation))
})

test.each([
  ['Tømrer', 'Tømrer'],
  [null, null],
])('the text is written over, or removed (%s)', (given, expected) => {
  const { data } = tried(sound, { rule: '', data: { occupation: given } })
  expect(predict(occupation, data, sound.view)).toMatchObject([
    {
      entity: 'person',
      change: 'set',
      columns: { occupation: expected },
      before: { occupation: 'Snedker' },
    },
  ])
})

test('an empty occupation is not sent', () => {
  const { data } = tried(sound, { rule: '', data: { occupation: null } })
  expect(reportsOf(occupation, data)[0]?.data).toEqual({ HDTO: '20261120', MYNKOD: '0851' })
  expect(reportsOf(occupation, sound.data)[0]?.data).toMatchObject({ STILLING: 'Tømrer' })
})

test.each([
  ['Tømrer', 'Tømrer', []],
  ['Tømrer', 'Murer', ['error']],
  ['Tømrer', null, ['error']],
  [null, null, []],
])('only its own text can be taken back (%s, %s)', (written, found, severities) => {
  const { data } = tried(sound, { rule: '', data: { occupation: written } })
  const view = viewOf(working(found))
  const raised = blockersOf(occupation, { ...sound, data, view, acceptedOn: '20261123' })
  expect(raised.map(({ severity }) => severity)).toEqual(severities)
})
