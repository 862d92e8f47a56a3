import { expect, test } from 'vitest'

import type { Facts } from '../define-event.ts'
import { differences } from '../differences.ts'
import { predict } from '../predict.ts'
import {
  adopted,
  adoptive,
  byStepfather,
  child,
  father,
  formerMother,
  full,
  mother,
  newFather,
  newMother,
} from '../testing/adopted.ts'
import { aPerson, civil, holds, kin, row, viewOf, withPerson } from '../testing/people.ts'
import { tried } from '../testing/trial.ts'
import { adoption } from './adoption.ts'

const toldOf = ({ data, view }: Pick<Facts, 'data' | 'view'>) =>
  predict(adoption, data, view).map(({ pnr, change, entity, columns, derivedMark }) =>
    [
      pnr,
      change,
      entity,
      ...Object.values(columns).filter((value) => value !== null),
      derivedMark ?? '',
    ]
      .join(' ')
      .trim(),
  )

const fullFamily = [
  `${child} end kinship mother ${mother}`,
  `${child} append kinship mother ${newMother}`,
  `${child} end kinship father ${father}`,
  `${child} append kinship father ${newFather}`,
  `${mother} end kinship child ${child} TM`,
  `${newMother} append kinship child ${child} NM`,
  `${father} end kinship child ${child} TF`,
  `${newFather} append kinship child ${child} NF`,
  `${child} append parentalAuthority 00003 ${newMother}`,
  `${child} append parentalAuthority 00004 ${newFather}`,
  `${child} append citizenship 5100`,
]

test.each(['FULL', 'FOREIGN'])('two new parents take the place of two (%s)', (adoptionKind) => {
  expect(toldOf(tried(full, { rule: '', data: { adoptionKind } }))).toEqual(fullFamily)
})

test('one who adopts alone leaves the other place empty', () => {
  const alone = tried(full, { rule: '', data: { adoptiveFatherPersonnummer: null } })
  expect(toldOf(alone)).toEqual([
    `${child} end kinship mother ${mother}`,
    `${child} append kinship mother ${newMother}`,
    `${child} end kinship father ${father}`,
    `${mother} end kinship child ${child} TM`,
    `${newMother} append kinship child ${child} NM`,
    `${father} end kinship child ${child} TF`,
    `${child} append parentalAuthority 00003 ${newMother}`,
    `${child} end parentalAuthority 00004 ${father}`,
    `${child} append citizenship 5100`,
  ])
})

test('a stepfather takes the place of the father alone', () => {
  expect(toldOf(byStepfather)).toEqual([
    `${child} end kinship father ${father}`,
    `${child} append kinship father ${newFather}`,
    `${father} end kinship child ${child} TF`,
    `${newFather} append kinship child ${child} NF`,
    `${child} append parentalAuthority 00004 ${newFather}`,
    `${child} append citizenship 5100`,
  ])
})

test('the parent who stays may be named beside the adopter', () => {
  const both = tried(byStepfather, { rule: '', data: { adoptiveMotherPersonnummer: mother } })
  expect(toldOf(both)).toEqual(toldOf(byStepfather))
})

test('a mother may move over for the second mother', () => {
  const data = { adoptiveMotherPersonnummer: newMother, adoptiveFatherPersonnummer: mother }
  const view = viewOf(
    aPerson(child, { rows: [kin('mother', mother), holds('00003', mother)] }),
    formerMother,
    adoptive(newMother, mother),
  )
  expect(toldOf(tried({ ...byStepfather, view }, { rule: '', data }))).toEqual([
    `${child} end kinship mother ${mother}`,
    `${child} append kinship mother ${newMother}`,
    `${child} append kinship father ${mother}`,
    `${newMother} append kinship child ${child} NM`,
    `${child} append parentalAuthority 00003 ${newMother}`,
    `${child} append parentalAuthority 00004 ${mother}`,
    `${child} append citizenship 5100`,
  ])
})

test('whoever held it beside the parents gives way', () => {
  const rows = adopted.rows.slice(1).filter(({ entity }) => entity !== 'parentalAuthority')
  const other = row('parentalAuthority', { relation: '00005', holderPersonnummer: newFather })
  const view = withPerson(full.view, { ...adopted, rows: [...rows, other] })
  expect(toldOf({ ...full, view }).filter((line) => line.includes('parentalAuthority'))).toEqual([
    `${child} append parentalAuthority 00003 ${newMother}`,
    `${child} append parentalAuthority 00004 ${newFather}`,
    `${child} end parentalAuthority 00005 ${newFather}`,
  ])
})

test('somebody of age gets parents and nothing else', () => {
  const grown = { ...adopted, birthDate: '19990101', rows: adopted.rows.slice(0, 3) }
  const view = withPerson(full.view, grown)
  const adult = tried({ ...full, view }, { rule: '', data: { adoptionKind: 'ADULT' } })
  expect(toldOf(adult)).toEqual(fullFamily.slice(0, 8))
})

test('a parent known by name alone ends too', () => {
  const text = row('kinship', { relation: 'father', personnummer: null, name: 'Jan Ek' })
  const view = viewOf(aPerson(child, { rows: [text] }), adoptive(newMother, newFather))
  const alone = tried({ ...full, view }, { rule: '', data: { adoptiveFatherPersonnummer: null } })
  expect(toldOf(alone)).toContain(`${child} end kinship father Jan Ek`)
})

const protectedUntil = (end: string | null) =>
  row('protection', { protectionType: '00001' }, { start: '20260101', end })

test.each([null, '20270101'])('protection of the new home is copied with its end (%s)', (end) => {
  const person = adoptive(newFather, newMother)
  const view = withPerson(full.view, { ...person, rows: [...person.rows, protectedUntil(end)] })
  const copied = predict(adoption, full.data, view).filter(({ entity }) => entity === 'protection')
  expect(
    copied.map((change) => [change.columns['protectionType'], change.start, change.end]),
  ).toEqual([
    ['00001', '20261120', end],
    ['00002', '20261120', end],
  ])
})

test('a child who is protected keeps its own protection', () => {
  const person = adoptive(newMother, newFather)
  const view = withPerson(
    withPerson(full.view, { ...person, rows: [...person.rows, protectedUntil(null)] }),
    { ...adopted, rows: [...adopted.rows, protectedUntil('20270601')] },
  )
  expect(toldOf({ ...full, view }).filter((line) => line.includes('protection'))).toEqual([])
})

test('a shared residence with a former parent ends', () => {
  const shared = row('sharedResidence', { otherParentPersonnummer: father })
  const view = withPerson(full.view, { ...adopted, rows: [...adopted.rows, shared] })
  expect(toldOf({ ...full, view }).at(-1)).toBe(`${child} end sharedResidence ${father}`)
})

test.each([
  ['20141121', '5100', true],
  ['20141120', '5100', false],
  ['20141121', '5120', false],
])('a child under twelve becomes Danish by a Dane (%s %s)', (birthDate, country, becomes) => {
  const people = [adoptive(newMother, newFather), adoptive(newFather, newMother)].map((person) => ({
    ...person,
    rows: [civil('G'), row('citizenship', { country })],
  }))
  const view = viewOf({ ...adopted, birthDate }, ...people)
  expect(toldOf({ ...full, view }).includes(`${child} append citizenship 5100`)).toBe(becomes)
})

test('what the register then shows is no surprise', () => {
  const end = '20261120'
  const ended = (person: typeof adopted) =>
    person.rows
      .filter(({ entity }) => entity === 'kinship' || entity === 'parentalAuthority')
      .map((one) => ({ ...one, end }))
  const begun = { start: end }
  const after = viewOf(
    aPerson(child, {
      rows: [
        { ...kin('mother', newMother), ...begun },
        { ...kin('father', newFather), ...begun },
        { ...holds('00003', newMother), ...begun },
        { ...holds('00004', newFather), ...begun },
        row('citizenship', { country: '5100' }, begun),
        ...ended(adopted),
      ],
    }),
    aPerson(mother, { rows: ended(formerMother) }),
    aPerson(father, { rows: [{ ...kin('child', child), end }] }),
    aPerson(newMother, { rows: [{ ...kin('child', child), ...begun }] }),
    aPerson(newFather, { rows: [{ ...kin('child', child), ...begun }] }),
  )
  const expected = predict(adoption, full.data, full.view)
  expect(differences(expected, after)).toEqual([])
  expect(new Set(differences(expected, full.view).map(({ party }) => party)).size).toBe(5)
})
