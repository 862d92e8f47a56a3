import { expect, test } from 'vitest'

import { getDefinition } from '../catalogue.ts'
import { kin, row } from '../testing/people.ts'
import { columnsGiven, fieldForColumn } from './maintained-columns.ts'

const person = '0101900001'
const parent = '0101600001'
const kinship = getDefinition('kinship.correct-current')
const name = getDefinition('name.correct-current')

test.each([
  ['mother', 'motherPersonnummer'],
  ['father', 'fatherPersonnummer'],
] as const)('a %s has a field of their own', (relation, field) => {
  expect(fieldForColumn(kinship, kin(relation, parent), 'personnummer')).toBe(field)
})

test('a child is corrected on the child itself', () => {
  expect(fieldForColumn(kinship, kin('child', parent), 'personnummer')).toBeNull()
})

test('other columns go by their own names', () => {
  expect(fieldForColumn(name, row('name'), 'lastName')).toBe('lastName')
  expect(fieldForColumn(name, row('name'), 'startDate')).toBe('startDate')
})

test('a column that no service takes has no field', () => {
  const couple = getDefinition('civil-status.correct-current')
  expect(fieldForColumn(couple, row('civilStatus'), 'authority')).toBeNull()
})

test('why an order was given is not why it is corrected', () => {
  const address = getDefinition('address.correct-current')
  const data = { personnummer: person, startDate: '20260101', reason: 'Forkert dag' }
  expect(fieldForColumn(address, row('relocationOrder'), 'reason')).toBeNull()
  expect(columnsGiven(address, data, row('relocationOrder'))).toEqual({})
})

test('the person’s own number is no column of a parent', () => {
  const data = { personnummer: person, fatherPersonnummer: parent, reason: 'Forkert far' }
  expect(columnsGiven(kinship, data, kin('father', person))).toEqual({ personnummer: parent })
})

test('what is left empty is not given', () => {
  const data = { personnummer: person, lastName: 'Holme', middleName: '' }
  expect(columnsGiven(name, data, row('name'))).toEqual({ lastName: 'Holme' })
})
