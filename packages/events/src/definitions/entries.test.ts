import { expect, test } from 'vitest'

import type { EventDefinition } from '../define-event.ts'
import type { PersonView } from '../register-view.ts'
import { departure, entering, papers, returner, stranger } from '../testing/entering.ts'
import { askedAtEntry, entryTrials } from '../testing/entry-trials.ts'
import { row } from '../testing/people.ts'
import { personTrials, ruleNames, rulesRaised, tried, verdicts } from '../testing/trial.ts'
import type { Trial } from '../testing/trial.ts'
import { entryWithPnr } from './entry-with-pnr.ts'
import { reEntry } from './re-entry.ts'

interface Entry {
  readonly event: EventDefinition
  readonly person: PersonView
  readonly own: readonly Trial[]
  readonly asked: readonly string[]
}

const entries: readonly Entry[] = [
  {
    event: entryWithPnr,
    person: stranger,
    own: [{ rule: 'status', person: { ...stranger, status: '80' } }],
    asked: [...askedAtEntry, 'identity'],
  },
  {
    event: reEntry,
    person: returner,
    own: [
      { rule: 'status', person: { ...returner, status: '20' } },
      { rule: 'latest', data: { entryDate: '20240531' } },
      { rule: 'open-departure', person: { ...returner, rows: papers } },
      { rule: 'from-disappeared', person: { ...returner, status: '70' } },
    ],
    asked: askedAtEntry,
  },
]

function trialsOf({ person, own }: Entry): readonly Trial[] {
  return [
    { rule: 'access', authority: '7001' },
    ...personTrials('personnummer', person),
    ...entryTrials({ date: '', country: '' }),
    ...own,
  ]
}

test.each(entries)('a lawful entry asks only what nobody knows ($event.id)', (entry) => {
  expect(rulesRaised(entry.event, entering(entry.person))).toEqual(entry.asked)
})

test.each(
  entries.flatMap((entry) =>
    trialsOf(entry).map((trial) => ({ entry, trial, what: `${entry.event.id}.${trial.rule}` })),
  ),
)('one fact is enough to raise a rule ($what)', ({ entry, trial }) => {
  const { event, person } = entry
  expect(verdicts(event, entering(person), trial)).toEqual({ sound: false, tried: true })
})

test.each(entries)('every rule of the entry is tried ($event.id)', (entry) => {
  const names = trialsOf(entry).map(({ rule }) => rule)
  expect([...names, ...entry.asked].toSorted()).toEqual(ruleNames(entry.event))
})

test.each([
  ['5154', 'EU', undefined, ['required.stayFrom']],
  ['5120', 'NORDIC', undefined, []],
  ['5100', 'DK', undefined, []],
  ['5486', 'DK', '20261101', ['lawful-stay']],
  ['5486', 'PERMIT', '20261121', ['permit-date']],
  ['5486', 'PERMIT', '20261120', []],
])('who is no Nordic citizen shows a right to stay (%s %s %s)', (country, basis, from, rules) => {
  const person = { ...returner, rows: [row('citizenship', { country }), departure] }
  const facts = tried(entering(person), {
    rule: '',
    data: { stayBasis: basis, stayFrom: from ?? null },
  })
  expect(rulesRaised(reEntry, facts).filter((rule) => rule !== 'home')).toEqual(rules)
})

test.each([
  ['20261101', true],
  ['20261118', false],
])('lateness counts from the day both conditions are met (%s)', (stayFrom, isLate) => {
  const data = { entryDate: '20261101', stayFrom }
  const raised = rulesRaised(reEntry, tried(entering(returner), { rule: '', data }))
  expect(raised.includes('late')).toBe(isLate)
})

test('one who has disappeared is sent to reappearance alone', () => {
  const facts = tried(entering(returner), { rule: '', person: { ...returner, status: '70' } })
  expect(rulesRaised(reEntry, facts)).toEqual(['home', 'from-disappeared'])
})
