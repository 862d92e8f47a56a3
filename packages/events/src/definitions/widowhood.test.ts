import { expect, test } from 'vitest'

import { offersOf, prefillOf } from '../catalogue.ts'
import type { Facts } from '../define-event.ts'
import { predict } from '../predict.ts'
import { aPerson, civil, row, viewOf } from '../testing/people.ts'
import { personTrials, ruleNames, rulesRaised, tried, verdicts } from '../testing/trial.ts'
import type { Trial } from '../testing/trial.ts'
import { widowhood } from './widowhood.ts'

const woman = '0709614096'
const man = '0709614231'
const widow = aPerson(woman, { rows: [civil('G', man)] })
const deceased = {
  ...aPerson(man, { status: '90' }),
  rows: [row('person', { status: '90' }, { start: '20261120' })],
}

const sound: Facts = {
  data: { personnummer: woman, spousePersonnummer: man, deathDate: '20261120', authority: '0851' },
  view: viewOf(widow, deceased),
  today: '20261123',
  authority: '0851',
  viaPrimary: false,
}

const trials: readonly Trial[] = [
  { rule: 'access', authority: '1101' },
  ...personTrials('personnummer', widow),
  { rule: 'status', person: { ...widow, status: '90' } },
  { rule: 'fmt-date', data: { deathDate: '1' } },
  { rule: 'nofuture', data: { deathDate: '20261124' } },
  { rule: 'civ', person: aPerson(woman, { rows: [civil('G', '0707614293')] }) },
  { rule: 'latest', data: { deathDate: '19991231' } },
  { rule: 'spouse-dead', data: { deathDate: '20261119' } },
  {
    rule: 'divorced-first',
    person: aPerson(woman, { rows: [civil('F', null, { start: '20200101' })] }),
  },
]

test('the widow of somebody registered dead raises nothing', () => {
  expect(rulesRaised(widowhood, sound)).toEqual([])
})

test.each(trials)('one fact is enough to raise a rule ($rule)', (trial) => {
  expect(verdicts(widowhood, sound, trial)).toEqual({ sound: false, tried: true })
})

test('every rule of the widowhood is tried', () => {
  expect(trials.map(({ rule }) => rule).toSorted()).toEqual(ruleNames(widowhood))
})

test('a spouse without number is named and documented', () => {
  const foreign = aPerson(woman, { rows: [civil('G')] })
  const bare = tried(sound, { rule: '', person: foreign, data: { spousePersonnummer: null } })
  expect(rulesRaised(widowhood, bare)).toEqual(['required.spouseName', 'required.documentation'])
  const told = { spouseName: 'Jan Ek', documentation: 'Attest' }
  expect(rulesRaised(widowhood, tried(bare, { rule: '', data: told }))).toEqual([])
})

const cessation = (of: Facts) =>
  offersOf(widowhood, of).find(({ key }) => key === 'separation-cessation@person')

test('an open separation ends with the marriage', () => {
  const separated = { ...widow, rows: [...widow.rows, row('separation')] }
  const facts = tried(sound, { rule: '', person: separated })
  expect(
    predict(widowhood, facts.data, facts.view).map(({ entity, change }) => [entity, change]),
  ).toEqual([
    ['civilStatus', 'append'],
    ['separation', 'end'],
  ])
  expect([cessation(sound)?.as, cessation(facts)?.as, cessation(facts)?.required]).toEqual([
    'notNeeded',
    'derived',
    false,
  ])
  const opened = { followOn: 'separation-cessation@person', person: woman }
  expect(prefillOf(widowhood, opened, facts.data, facts.view)).toMatchObject({
    personnummer: woman,
    spousePersonnummer: facts.data['spousePersonnummer'],
    endDate: facts.data['deathDate'],
    reason: 'DEATH',
  })
})
