import { expect, test } from 'vitest'

import { offersOf, prefillOf } from '../catalogue.ts'
import type { Facts } from '../define-event.ts'
import { predict } from '../predict.ts'
import { aPerson, civil, holds, kin, row, viewOf } from '../testing/people.ts'
import { personTrials, ruleNames, rulesRaised, tried, verdicts } from '../testing/trial.ts'
import type { Trial } from '../testing/trial.ts'
import { reportsOf } from '../to-request.ts'
import { coMaternity } from './co-maternity.ts'
import { paternity } from './paternity.ts'

const mother = '1306814172'
const father = '0707614293'
const child = '2011264002'
const girl = aPerson(child, {
  rows: [kin('mother', mother), holds('00003', mother), row('citizenship', { country: '5120' })],
})
const he = aPerson(father, { rows: [row('citizenship', { country: '5100' })] })
const she = aPerson(mother, { rows: [civil('U')] })

const sound: Facts = {
  data: {
    personnummer: child,
    parentPersonnummer: father,
    startDate: '20261120',
    basisOfParentage: 'DECLARATION',
    motherConsent: true,
    documentation: 'Erklæring 5',
    authority: '7001',
  },
  view: viewOf(girl, he, she),
  today: '20261123',
  authority: '7001',
  viaPrimary: true,
}

const trials: readonly Trial[] = [
  { rule: 'access', authority: 'x' },
  ...personTrials('personnummer', girl),
  { rule: 'status', person: { ...girl, status: '90' } },
  ...personTrials('parentPersonnummer', he, '-2'),
  { rule: 'fmt-date', data: { startDate: '20261131' } },
  { rule: 'nofuture', data: { startDate: '20261124' } },
  { rule: 'two', data: { parentPersonnummer: child } },
  { rule: 'doc', data: { documentation: '?' } },
  { rule: 'not-before-birth', data: { startDate: '20261119' } },
  { rule: 'late-declaration', today: '20261205' },
  { rule: 'open', person: { ...girl, rows: [...girl.rows, kin('father', '0709614231')] } },
  { rule: 'parent-age', person: { ...he, birthDate: '20131120' } },
  { rule: 'spouse-of-mother', person: aPerson(mother, { rows: [civil('G', '0709614231')] }) },
  { rule: 'mother-married-other', data: { motherConsent: false } },
]

test('a signed declaration in time raises nothing', () => {
  expect(rulesRaised(paternity, sound)).toEqual([])
})

test.each(trials)('one fact is enough to raise a rule ($rule)', (trial) => {
  expect(verdicts(paternity, sound, trial)).toEqual({ sound: false, tried: true })
})

test('every rule of the paternity is tried', () => {
  expect(trials.map(({ rule }) => rule).toSorted()).toEqual(ruleNames(paternity))
})

test('a judgment needs no signature of the mother', () => {
  const data = { basisOfParentage: 'JUDGMENT', motherConsent: null }
  expect(rulesRaised(paternity, tried(sound, { rule: '', data }))).toEqual([])
})

test('a parish reports it only through a birth', () => {
  const { view } = sound
  expect(rulesRaised(paternity, { ...sound, view, viaPrimary: false, authority: '0851' })).toEqual([
    'access',
  ])
  expect(rulesRaised(paternity, { ...sound, authority: '0851' })).toEqual([])
})

test('child and father name each other afterwards', () => {
  const told = predict(paternity, sound.data, sound.view).map(({ party, columns, derivedMark }) => [
    party,
    Object.values(columns).join(' '),
    derivedMark,
  ])
  expect(told).toEqual([
    ['child', `father ${father}`, null],
    ['father', `child ${child}`, 'NF'],
    ['child', '5100', null],
  ])
})

test('a father without number stands there by name', () => {
  const data = {
    ...sound.data,
    parentPersonnummer: '0000000000',
    parentName: 'Jan Ek',
    parentBirthDate: '19900101',
  }
  const told = predict(paternity, data, sound.view).map(({ columns }) => columns)
  expect(told).toEqual([
    { relation: 'father', personnummer: null, name: 'Jan Ek', birthDate: '19900101' },
  ])
})

const standings = (facts: Facts) =>
  Object.fromEntries(offersOf(paternity, facts).map((offer) => [offer.key, offer.as]))

test('what the birth offers already is not offered again', () => {
  expect(standings(sound)['naming@child']).toBe('due')
  const below = { ...sound, offeredAbove: [{ event: 'naming', person: child }] }
  expect(standings(below)['naming@child']).toBe('notNeeded')
})

const secondWoman = '0709614096'
const theirs: Facts = {
  ...sound,
  data: { ...sound.data, parentPersonnummer: secondWoman, treatmentConsent: true },
  view: viewOf(
    girl,
    aPerson(secondWoman, { rows: [row('citizenship', { country: '5100' })] }),
    she,
  ),
}

test('a co-mother is judged by the same rules', () => {
  expect(ruleNames(coMaternity)).toEqual(ruleNames(paternity))
  expect(rulesRaised(coMaternity, theirs)).toEqual([])
})

const forHer = (trial: Trial): Trial => {
  const person = trial.person?.pnr === father ? { ...trial.person, pnr: secondWoman } : trial.person
  return {
    ...trial,
    ...(person && { person }),
    ...(trial.nobody === father && { nobody: secondWoman }),
  }
}

test.each(trials.map(forHer))('one fact is enough for a co-mother ($rule)', (trial) => {
  expect(verdicts(coMaternity, theirs, trial)).toEqual({ sound: false, tried: true })
})

test('a co-mother says whether she consented to treatment', () => {
  const facts = tried(theirs, { rule: '', data: { treatmentConsent: null } })
  expect(rulesRaised(coMaternity, facts)).toEqual(['required.treatmentConsent'])
})

test('child and co-mother name each other afterwards', () => {
  const told = predict(coMaternity, theirs.data, theirs.view).map(
    ({ party, columns, derivedMark }) => [party, Object.values(columns).join(' '), derivedMark],
  )
  expect(told).toEqual([
    ['child', `father ${secondWoman}`, null],
    ['co-mother', `child ${child}`, 'NM'],
    ['child', '5100', null],
  ])
})

test('the sex of the parent tells the two apart', () => {
  const told = [paternity, coMaternity].map(({ toldBy }) => toldBy)
  expect(told).toEqual([
    { holds: { not: { party: 'father', sex: 'K' } } },
    { holds: { party: 'co-mother', sex: 'K' } },
  ])
})

test('what follows begins on the day of the parentage', () => {
  const [authority] = offersOf(coMaternity, theirs)
  expect(authority).toMatchObject({ key: 'parental-authority@child', people: [child] })
  const opened = { followOn: 'parental-authority@child', person: child }
  expect(prefillOf(coMaternity, opened, theirs.data, theirs.view)).toEqual({
    personnummer: child,
    startDate: '20261120',
  })
})

test('only the people of the form are sent', () => {
  expect(reportsOf(coMaternity, theirs.data)).toEqual([
    {
      service: 'FADER-I',
      person: child,
      keys: { PNR: child, FPNR: secondWoman },
      data: { HDTO: '20261120', MYNKOD: '7001' },
    },
  ])
})
