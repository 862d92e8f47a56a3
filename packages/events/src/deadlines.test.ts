import { expect, test } from 'vitest'

import type { CaseData } from './case-data.ts'
import { dateOfDeadline } from './deadlines.ts'
import type { DeadlineId } from './deadlines.ts'
import { aPerson, row, viewOf } from './testing/people.ts'

const woman = '0709614096'
const abroad = row('migration', { departureCountry: '5120' }, { start: '20260701' })

function due(id: DeadlineId, data: CaseData, ...rows: readonly (typeof abroad)[]): string | null {
  return dateOfDeadline(id, { data, view: viewOf(aPerson(woman, { rows })) }, '20261123')
}

test('a fact of the form is preferred', () => {
  expect(due('naming-6-months', { personnummer: woman, birthDate: '20260901' })).toBe('20270301')
  expect(
    due('departure-6-months', { personnummer: woman, departureDate: '20261001' }, abroad),
  ).toBe('20270401')
})

test('the birth is known by view or number', () => {
  const later = aPerson(woman, { birthDate: '19610908' })
  expect(
    dateOfDeadline('birth-14-days', { data: { personnummer: woman }, view: viewOf(later) }),
  ).toBe('19610922')
  expect(due('birth-14-days', { personnummer: '0107614231' })).toBe('19610715')
  expect(due('birth-14-days', { personnummer: '9907614231' })).toBeNull()
})

test('an open departure says when somebody left', () => {
  expect(due('departure-6-months', { personnummer: woman }, abroad)).toBe('20270101')
  expect(due('departure-6-months', { personnummer: woman })).toBeNull()
  const back = { ...abroad, end: '20260901' }
  expect(due('departure-6-months', { personnummer: woman }, back)).toBeNull()
})

test('an entry counts from person and right alike', () => {
  expect(due('entry-5-days', { entryDate: '20261101', stayFrom: '20261110' })).toBe('20261115')
  expect(due('entry-5-days', { entryDate: '20261112', stayFrom: '20261110' })).toBe('20261117')
  expect(due('entry-5-days', { entryDate: '20261112' })).toBe('20261117')
  expect(due('entry-5-days', {})).toBeNull()
})
