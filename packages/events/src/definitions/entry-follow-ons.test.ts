import { expect, test } from 'vitest'

import type { EventDefinition, Facts } from '../define-event.ts'
import { offersIn } from '../offers.ts'
import { prefillFrom } from '../prefill.ts'
import { departure, election, entering, returner, stranger } from '../testing/entering.ts'
import { aPerson, kin, row } from '../testing/people.ts'
import { entryWithPnr } from './entry-with-pnr.ts'
import { reEntry } from './re-entry.ts'

const child = '0111164001'

function offered(event: EventDefinition, facts: Facts): readonly string[] {
  return offersIn(event, facts, () => true)
    .filter(({ as }) => as !== 'notNeeded')
    .map(({ key, as }) => `${key} ${as}`)
}

test.each([
  ['5154', [], true],
  ['5120', [], false],
  ['5486', [row('alienNumber', { alienNumber: '00123456' })], false],
])('a stranger without one needs an alien number (%s)', (country, rows, isDue) => {
  const person = { ...stranger, rows: [row('citizenship', { country }), ...rows] }
  expect(offered(entryWithPnr, entering(person)).includes('alien-number@person due')).toBe(isDue)
})

const parent = { ...returner, rows: [...returner.rows, kin('child', child)] }
const minor = aPerson(child, { status: '80', rows: [departure] })

test.each([
  ['nobody under age', returner, []],
  ['a parent', parent, [child]],
  ['a child', minor, [child]],
])('children are asked about where one may enter (%s)', (_, person, people) => {
  const offers = offersIn(reEntry, entering(person), () => true)
  const offer = offers.find(({ key }) => key === 'parental-authority@children')
  expect(offer?.people).toEqual(people)
})

test('the worker is asked what happened abroad', () => {
  expect(offered(reEntry, entering(returner))).toEqual([
    'civil-status.report-former@person offered',
    'marriage-entry@person due',
    'name-change@person due',
    'citizenship@person due',
    'separation-entry@person due',
    'protection@person offered',
    'supplementary-address@person offered',
    'under-guardianship@person offered',
    'church-membership@person offered',
    'occupation@person offered',
    'municipal-conditions@person offered',
  ])
})

test.each([
  ['0002', true],
  ['0001', false],
])('an EU election address ends by itself (%s)', (electionCode, isDerived) => {
  const person = { ...returner, rows: [...returner.rows, row('election', { electionCode })] }
  const derived = offered(reEntry, entering(person)).filter((one) => one.endsWith(' derived'))
  expect(derived).toEqual(isDerived ? ['eu-election-address-cessation@person derived'] : [])
})

function of(event: string) {
  return { followOn: `${event}@person`, person: returner.pnr }
}

test('what follows by itself is filled in whole', () => {
  const { data, view } = entering({ ...returner, rows: [...returner.rows, election] })
  expect(prefillFrom(reEntry, of('eu-election-address-cessation'), data, view)).toEqual({
    personnummer: returner.pnr,
    authority: '0851',
    electionCode: '0002',
    startDate: '20240601',
    endDate: '20261120',
  })
  expect(prefillFrom(reEntry, of('name-change'), data, view)).toMatchObject({
    nameDate: '20261120',
    ground: 'ENTRY',
    lastName: 'Kowalska',
  })
})
