import { expect, test } from 'vitest'

import { offersOf, prefillOf } from '../catalogue.ts'
import type { Facts } from '../define-event.ts'
import { predictUndo } from '../predict-undo.ts'
import { predict } from '../predict.ts'
import { aPerson, civil, kin, named, row, viewOf } from '../testing/people.ts'
import { personTrials, ruleNames, rulesRaised, tried, verdicts } from '../testing/trial.ts'
import type { Trial } from '../testing/trial.ts'
import { marriageEntry } from './marriage-entry.ts'
import { nameChange } from './name-change.ts'

const woman = '1306814172'
const man = '0707614293'
const teenager = '0111104002'
const wedding = { start: '20261101' }
const she = aPerson(woman, {
  rows: [civil('G', man, wedding), ...named('Ida', 'Holm'), kin('child', teenager)],
})
const he = aPerson(man, { rows: [civil('G', woman, wedding), ...named('Lars', 'Henriksen')] })
const girl = aPerson(teenager, { rows: named('Ea', 'Holm') })

const sound: Facts = {
  data: {
    personnummer: woman,
    nameDate: '20261120',
    firstNames: 'Ida',
    lastName: 'Henriksen',
    ground: 'WEDDING',
    spousePersonnummer: man,
    authority: '7001',
  },
  view: viewOf(she, he, girl),
  today: '20261123',
  authority: '7001',
  viaPrimary: false,
}

const trials: readonly Trial[] = [
  { rule: 'access', authority: '0851' },
  ...personTrials('personnummer', she),
  { rule: 'status', person: { ...she, status: '90' } },
  { rule: 'fmt-date', data: { nameDate: '2026' } },
  { rule: 'nofuture', data: { nameDate: '20261124' } },
  { rule: 'birth', data: { nameDate: '19810612' } },
  { rule: 'latest', data: { nameDate: '19991231' } },
  { rule: 'fmt-name', data: { firstNames: 'Ida,' } },
  { rule: 'fmt-name-2', data: { middleName: '4' } },
  { rule: 'fmt-name-3', data: { lastName: 'x'.repeat(41) } },
  { rule: 'same', data: { lastName: 'Holm' } },
  { rule: 'wedding-window', data: { nameDate: '20261031' } },
  { rule: 'common-name', data: { lastName: 'Skov' } },
  { rule: 'child-consent', data: { personnummer: teenager } },
  { rule: 'marker', data: { lastName: 'x'.repeat(40) } },
]

test('the spouse’s name within three months raises nothing', () => {
  expect(rulesRaised(nameChange, sound)).toEqual([])
})

test.each(trials)('one fact is enough to raise a rule ($rule)', (trial) => {
  expect(verdicts(nameChange, sound, trial)).toEqual({ sound: false, tried: true })
})

test('every rule of the name change is tried', () => {
  expect(trials.map(({ rule }) => rule).toSorted()).toEqual(ruleNames(nameChange))
})

const changed = (data: Trial['data']) =>
  rulesRaised(nameChange, tried(sound, { rule: '', data: data ?? {} }))

test('the fee is asked for where it is due', () => {
  expect(changed({ ground: 'APPLICATION', spousePersonnummer: null })).toEqual(['required.feePaid'])
  expect(changed({ lastName: 'Skov' })).toEqual(['required.feePaid', 'common-name'])
  expect(changed({ lastName: 'Skov', feePaid: true })).toEqual([])
})

test('a child of twelve to seventeen is asked', () => {
  const data = { personnummer: teenager, spousePersonnummer: null }
  expect(rulesRaised(nameChange, tried(sound, { rule: '', data }))).toEqual([
    'required.consentOfChild',
  ])
  const agreed = { ...data, consentOfChild: true }
  expect(rulesRaised(nameChange, tried(sound, { rule: '', data: agreed }))).toEqual([
    'child-consent',
  ])
})

const entitiesWritten = (of: Facts) =>
  predict(nameChange, of.data, of.view).map(({ entity }) => entity)

const needOfAddressingName = (of: Facts) =>
  offersOf(nameChange, of).find(({ key }) => key === 'addressing-name@person')?.as

test('an addressing name set by hand stays', () => {
  const byHand = aPerson(woman, {
    rows: [
      ...she.rows.filter(({ entity }) => entity !== 'addressingName'),
      row('addressingName', { addressingName: 'Holm,I' }),
    ],
  })
  const facts = tried(sound, { rule: '', person: byHand })
  expect([entitiesWritten(sound), entitiesWritten(facts)]).toEqual([
    ['name', 'addressingName'],
    ['name'],
  ])
  expect([needOfAddressingName(sound), needOfAddressingName(facts)]).toEqual(['notNeeded', 'due'])
})

test('undone, the former name and addressing name stand again', () => {
  const undone = predictUndo(predict(nameChange, sound.data, sound.view))
  expect(undone.map(({ entity, columns }) => [entity, Object.values(columns)])).toEqual([
    ['addressingName', ['Holm,Ida']],
    ['name', ['Ida', null, 'Holm']],
  ])
})

test('a wedding hands over what it knows', () => {
  const data = {
    personnummer: man,
    spousePersonnummer: woman,
    marriageDate: '20261101',
    authority: '0851',
  }
  const before = viewOf(aPerson(man, { rows: [civil('U'), ...named('Lars', 'Henriksen')] }), she)
  expect(
    prefillOf(marriageEntry, { followOn: 'name-change@person', person: man }, data, before),
  ).toEqual({
    personnummer: man,
    authority: '0851',
    nameDate: '20261101',
    ground: 'WEDDING',
    spousePersonnummer: woman,
    firstNames: 'Lars',
    lastName: 'Henriksen',
  })
})
