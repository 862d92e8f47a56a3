import { describe, expect, test } from 'vitest'

import { getDefinition } from '../catalogue.ts'
import { readsFor } from '../reads.ts'
import type { RegisterView } from '../register-view.ts'
import { after, one, other, rowsOf, stamps, third } from '../testing/maintained.ts'
import { aPerson, civil, holds, kin, row, viewOf, withPerson } from '../testing/people.ts'

const wedding = { start: '20200101', timestamp: stamps[2] }
const single = { start: '20100101', end: '20200101', timestamp: stamps[0] }
const wed = (spouse: string) => [civil('G', spouse, wedding), civil('U', null, single)]
const couple = viewOf(
  aPerson(one, { rows: wed(other) }),
  aPerson(other, { rows: wed(one) }),
  aPerson(third, { rows: [civil('U', null, { start: '19900101', timestamp: stamps[1] })] }),
)
const civilOf = (view: RegisterView, pnr: string) => rowsOf(view, pnr, 'civilStatus', 'civilStatus')
const spouseOf = (view: RegisterView, pnr: string) =>
  rowsOf(view, pnr, 'civilStatus', 'spousePersonnummer')

describe('a couple', () => {
  test('undone on one is undone on both', () => {
    const view = after('civil-status.undo-current', { timestamp: stamps[2] }, couple)
    for (const pnr of [one, other])
      expect(civilOf(view, pnr)).toEqual([
        ['G', '20200101', '20200101', 'A'],
        ['U', '20100101', null, null],
      ])
  })

  test('a wedding day is put right on both', () => {
    const data = { timestamp: stamps[2], startDate: '20191201' }
    const view = after('civil-status.correct-current', data, couple)
    for (const pnr of [one, other])
      expect(civilOf(view, pnr)).toEqual([
        ['G', '20191201', null, null],
        ['U', '20100101', '20191201', null],
        ['G', '20200101', '20200101', 'K'],
      ])
  })

  test('the right spouse takes the wrong one’s place', () => {
    const data = { timestamp: stamps[2], spousePersonnummer: third }
    const view = after('civil-status.correct-current', data, couple)
    expect(spouseOf(view, one)).toEqual([
      [third, '20200101', null, null],
      [null, '20100101', '20200101', null],
      [other, '20200101', '20200101', 'K'],
    ])
    expect(civilOf(view, other)).toEqual([
      ['G', '20200101', '20200101', 'K'],
      ['U', '20100101', null, null],
    ])
    expect(spouseOf(view, third)).toEqual([
      [null, '19900101', '20200101', null],
      [one, '20200101', null, null],
    ])
  })

  test('a marriage reported late is both spouses’', () => {
    const alone = viewOf(
      aPerson(one, { rows: [civil('U', null, { start: '20100101' })] }),
      aPerson(other, { rows: [civil('F', null, { start: '20160101' })] }),
    )
    const data = { civilStatus: 'G', spousePersonnummer: other, endDate: '20160101' }
    const view = after('civil-status.report-former', { ...data, startDate: '20120101' }, alone)
    expect(spouseOf(view, other)).toEqual([
      [null, '20160101', null, null],
      [one, '20120101', '20160101', null],
    ])
  })

  test('a separation put right is so on both', () => {
    const parted = row(
      'separation',
      { civilStatusReference: '202001010000' },
      { start: '20230101', timestamp: stamps[1] },
    )
    const view = after(
      'separation.correct-current',
      { timestamp: stamps[1], startDate: '20230201' },
      viewOf(
        aPerson(one, { rows: [...wed(other), parted] }),
        aPerson(other, { rows: [...wed(one), parted] }),
      ),
    )
    for (const pnr of [one, other])
      expect(rowsOf(view, pnr, 'separation', 'civilStatusReference')).toEqual([
        ['202001010000', '20230201', null, null],
        ['202001010000', '20230101', '20230101', 'K'],
      ])
  })
})

test('a separation reported late is both spouses’', () => {
  const data = { startDate: '20210101', endDate: '20210601' }
  const view = after('separation.report-former', data, couple)
  for (const pnr of [one, other])
    expect(rowsOf(view, pnr, 'separation', 'civilStatusReference')).toEqual([
      ['202001010000', '20210101', '20210601', null],
    ])
})

const fatherRow = (pnr: string) => ({ ...kin('father', pnr), timestamp: stamps[1] })
const family = viewOf(
  aPerson(one, { rows: [fatherRow(other), kin('mother', '0101900006')] }),
  aPerson(other, { rows: [kin('child', one)] }),
  aPerson(third),
)

describe('a parent', () => {
  test('the right father has the child instead', () => {
    const data = { timestamp: stamps[1], fatherPersonnummer: third }
    const view = after('kinship.correct-current', data, family)
    expect(rowsOf(view, one, 'kinship', 'personnummer')).toEqual([
      [third, '20000101', null, null],
      ['0101900006', '20000101', null, null],
      [other, '20000101', '20000101', 'K'],
    ])
    expect(rowsOf(view, other, 'kinship', 'personnummer')).toEqual([
      [one, '20000101', '20000101', 'K'],
    ])
    expect(rowsOf(view, third, 'kinship', 'relation')).toEqual([['child', '20000101', null, null]])
  })

  test('parental authority follows the parent', () => {
    const child = aPerson(one, { rows: [fatherRow(other), holds('00004', other)] })
    const data = { timestamp: stamps[1], fatherPersonnummer: third }
    const view = after('kinship.correct-current', data, withPerson(family, child))
    expect(rowsOf(view, one, 'parentalAuthority', 'holderPersonnummer')).toEqual([
      [third, '20000101', null, null],
    ])
  })

  test('undone on the child is undone on the parent', () => {
    const view = after('kinship.undo-current', { timestamp: stamps[1] }, family)
    expect(rowsOf(view, other, 'kinship', 'relation')).toEqual([
      ['child', '20000101', '20000101', 'A'],
    ])
  })

  test('a former mother does not meet the father', () => {
    const data = { motherPersonnummer: third, startDate: '19950101', endDate: '20000101' }
    const view = after('kinship.report-former', data, family)
    expect(rowsOf(view, one, 'kinship', 'relation')).toEqual([
      ['father', '20000101', null, null],
      ['mother', '20000101', null, null],
      ['mother', '19950101', '20000101', null],
    ])
    expect(rowsOf(view, third, 'kinship', 'relation')).toEqual([
      ['child', '19950101', '20000101', null],
    ])
  })
})

test('whoever a former row names is looked up', () => {
  const divorced = { ...single, end: '20150101' }
  const view = viewOf(aPerson(one, { rows: [civil('F'), civil('G', third, divorced)] }))
  const data = { personnummer: one, timestamp: stamps[0] }
  for (const operation of ['civil-status.correct-former', 'civil-status.undo-former'])
    expect(readsFor(getDefinition(operation), data, view).people).toEqual([third])
})
