import { expect, test } from 'vitest'

import { readsFor } from '../reads.ts'
import { emptyView } from '../register-view.ts'
import { aPerson, civil, viewOf } from '../testing/people.ts'
import { cessation, entry, man, married, separatedHalf, wife } from '../testing/separated.ts'
import { personTrials, ruleNames, rulesRaised, verdicts } from '../testing/trial.ts'
import type { Trial } from '../testing/trial.ts'
import { separationCessation } from './separation-cessation.ts'
import { separationEntry } from './separation-entry.ts'

const she = married(wife, man)
const he = married(man, wife)

const entryTrials: readonly Trial[] = [
  { rule: 'access', authority: '7001' },
  ...personTrials('personnummer', she),
  { rule: 'status', person: { ...she, status: '90' } },
  ...personTrials('spousePersonnummer', he, '-2'),
  { rule: 'fmt-date', data: { separationDate: '20261131' } },
  { rule: 'nofuture', data: { separationDate: '20261124' } },
  { rule: 'civ', person: aPerson(wife, { rows: [civil('F')] }) },
  { rule: 'no-active-row', person: separatedHalf(1) },
  { rule: 'latest', data: { separationDate: '20091231' } },
  { rule: 'doc', data: { decision: '.' } },
  { rule: 'since-2004', data: { separationDate: '20040526' } },
  { rule: 'carrier', data: { personnummer: man, spousePersonnummer: wife } },
]

const cessationTrials: readonly Trial[] = [
  { rule: 'access', authority: '7001' },
  ...personTrials('personnummer', separatedHalf(0)),
  { rule: 'status', person: { ...separatedHalf(0), status: '90' } },
  ...personTrials('spousePersonnummer', separatedHalf(1), '-2'),
  { rule: 'fmt-date', data: { endDate: '20261131' } },
  { rule: 'nofuture', data: { endDate: '20261124' } },
  { rule: 'active-row', person: she },
  { rule: 'after-start', data: { endDate: '20251231' } },
  { rule: 'cohabit', person: aPerson(man, { rows: [civil('G', wife)] }) },
]

const both = [
  [separationEntry, entry, entryTrials],
  [separationCessation, cessation, cessationTrials],
] as const

test.each(both)('a couple at one raises nothing', (event, sound) => {
  expect(rulesRaised(event, sound)).toEqual([])
})

const every = both.flatMap(([event, sound, trials]) =>
  trials.map((trial) => ({ id: event.id, rule: trial.rule, event, sound, trial })),
)

test.each(every)('one fact is enough to raise a rule ($id $rule)', ({ event, sound, trial }) => {
  expect(verdicts(event, sound, trial)).toEqual({ sound: false, tried: true })
})

test.each(both)('every rule of the separation is tried', (event, _, trials) => {
  expect(trials.map(({ rule }) => rule).toSorted()).toEqual(ruleNames(event))
})

const elder = '0707614293'
const pairs = [
  { who: 'the woman of a marriage', one: wife, other: man, tie: 'G', raised: [] },
  { who: 'the man of a marriage', one: man, other: wife, tie: 'G', raised: ['carrier'] },
  { who: 'the elder of two men', one: elder, other: man, tie: 'G', raised: [] },
  { who: 'the younger of two men', one: man, other: elder, tie: 'G', raised: ['carrier'] },
  { who: 'the elder of a partnership', one: elder, other: wife, tie: 'P', raised: [] },
  { who: 'the younger of a partnership', one: wife, other: elder, tie: 'P', raised: ['carrier'] },
]

test.each(pairs)('the separation is reported on one ($who)', ({ one, other, tie, raised }) => {
  const facts = {
    ...entry,
    data: { ...entry.data, personnummer: one, spousePersonnummer: other },
    view: viewOf(married(one, other, tie), married(other, one, tie)),
  }
  expect(rulesRaised(separationEntry, facts)).toEqual(raised)
})

test('a wrong spouse is looked up and told', () => {
  const data = { ...entry.data, spousePersonnummer: elder }
  expect(readsFor(separationEntry, data, emptyView).people).toEqual([wife, elder])
  const view = { ...entry.view, people: { ...entry.view.people, [elder]: null } }
  expect(rulesRaised(separationEntry, { ...entry, data, view })).toEqual(['exists-2', 'civ'])
})
