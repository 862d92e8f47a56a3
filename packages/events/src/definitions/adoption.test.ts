import { expect, test } from 'vitest'

import { readsFor } from '../reads.ts'
import { emptyView } from '../register-view.ts'
import {
  adopted,
  adoptive,
  byStepfather,
  child,
  father,
  full,
  mother,
  newFather,
  newMother,
} from '../testing/adopted.ts'
import { aPerson, civil, home, kin, row, viewOf, withPerson } from '../testing/people.ts'
import { personTrials, ruleNames, rulesRaised, tried, verdicts } from '../testing/trial.ts'
import type { Trial } from '../testing/trial.ts'
import { reportsOf } from '../to-request.ts'
import { adoption } from './adoption.ts'

const she = adoptive(newMother, newFather)
const he = adoptive(newFather, newMother)
const parentless = aPerson(child)
const sound = { ...full, view: withPerson(full.view, parentless) }

const trials: readonly Trial[] = [
  { rule: 'access', authority: '0851' },
  ...personTrials('personnummer', parentless),
  { rule: 'status', person: { ...parentless, status: '90' } },
  ...personTrials('adoptiveMotherPersonnummer', she, '-2'),
  { rule: 'status-2', person: { ...she, status: '90' } },
  ...personTrials('adoptiveFatherPersonnummer', he, '-3'),
  { rule: 'status-3', person: { ...he, status: '90' } },
  { rule: 'fmt-date', data: { grantDate: '20261131' } },
  { rule: 'nofuture', data: { grantDate: '20261124' } },
  { rule: 'birth', data: { grantDate: '20161031' } },
  { rule: 'two', data: { adoptiveFatherPersonnummer: newMother } },
  { rule: 'doc', data: { documentation: '?' } },
  {
    rule: 'one-adopter',
    data: { adoptiveMotherPersonnummer: null, adoptiveFatherPersonnummer: null },
  },
  { rule: 'adopter-25', person: { ...she, birthDate: '20011121' } },
  { rule: 'couple', person: aPerson(newMother, { rows: [civil('U')] }) },
  { rule: 'stepchild', data: { adoptionKind: 'STEPCHILD' } },
  { rule: 'consent-12', data: { personnummer: '2011144002' } },
  { rule: 'new-number', data: { newPersonnummerWanted: true } },
  { rule: 'secrecy', person: adopted },
]

test('a couple who adopt a child without parents raise nothing', () => {
  expect(rulesRaised(adoption, sound)).toEqual([])
})

test.each(trials)('one fact is enough to raise a rule ($rule)', (trial) => {
  expect(verdicts(adoption, sound, trial)).toEqual({ sound: false, tried: true })
})

test('every rule of the adoption is tried', () => {
  expect(trials.map(({ rule }) => rule).toSorted()).toEqual(ruleNames(adoption))
})

test.each([
  ['20011120', 'Bevilling 3', false],
  ['20011121', 'Bevilling 3', true],
  ['20011121', 'Bevilling 3, dispensation', false],
  ['20081121', 'Dispensation 3', true],
])('an adopter is 25, or 18 with dispensation (%s, %s)', (birthDate, documentation, isRaised) => {
  const facts = tried(sound, { rule: '', data: { documentation }, person: { ...she, birthDate } })
  expect(rulesRaised(adoption, facts).includes('adopter-25')).toBe(isRaised)
})

const cohabitant = (pnr: string, start: string) =>
  aPerson(pnr, { rows: [civil('U'), row('address', home, { start })] })

test.each([
  ['20240520', false],
  ['20240521', true],
])('two who are not married live together long enough (%s)', (start, isRaised) => {
  const view = viewOf(parentless, cohabitant(newMother, start), cohabitant(newFather, '20000101'))
  expect(rulesRaised(adoption, { ...sound, view }).includes('couple')).toBe(isRaised)
})

test('two of one sex fill both fields', () => {
  const data = { adoptiveMotherPersonnummer: '0709614231', adoptiveFatherPersonnummer: newFather }
  const view = viewOf(
    parentless,
    adoptive('0709614231', newFather),
    adoptive(newFather, '0709614231'),
  )
  expect(rulesRaised(adoption, tried({ ...sound, view }, { rule: '', data }))).toEqual([])
})

test('a stepfather is the husband of the mother who stays', () => {
  expect(rulesRaised(adoption, byStepfather)).toEqual(['secrecy'])
  const stranger = aPerson(mother, { rows: [civil('U'), kin('child', child)] })
  const view = withPerson(byStepfather.view, stranger)
  expect(rulesRaised(adoption, { ...byStepfather, view })).toEqual(['stepchild', 'secrecy'])
  const athome = { ...stranger, rows: [...stranger.rows, row('address', home)] }
  expect(
    rulesRaised(adoption, { ...byStepfather, view: withPerson(byStepfather.view, athome) }),
  ).toEqual(['secrecy'])
})

test('nothing is hidden where nobody is replaced', () => {
  const fatherless = aPerson(child, { rows: [kin('mother', mother)] })
  const view = withPerson(byStepfather.view, fatherless)
  expect(rulesRaised(adoption, { ...byStepfather, view })).toEqual([])
})

test.each([
  ['1911144002', true],
  ['2111144002', false],
  ['1911084002', false],
])('a child of twelve consents (%s)', (personnummer, isRaised) => {
  const view = withPerson(sound.view, aPerson(personnummer))
  const facts = tried({ ...sound, view }, { rule: '', data: { personnummer } })
  expect(rulesRaised(adoption, facts).includes('consent-12')).toBe(isRaised)
})

test('the former parents are read once the child is', () => {
  expect(readsFor(adoption, full.data, emptyView).people).toEqual([child, newMother, newFather])
  expect(readsFor(adoption, full.data, viewOf(adopted, she, he)).people).toEqual([mother, father])
})

test('names and the wish for a number are not sent', () => {
  const data = { ...full.data, newFirstNames: 'Ida', newPersonnummerWanted: true }
  expect(reportsOf(adoption, data)).toEqual([
    {
      service: 'ADOPT-I',
      person: child,
      keys: { PNR: child, MPNR: newMother, FPNR: newFather },
      data: { KOD: 'FULL', HDTO: '20261120', MYNKOD: '1301' },
    },
  ])
})
