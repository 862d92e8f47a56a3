import { describe, expect, test } from 'vitest'

import type { CaseData } from '../case-data.ts'
import { getDefinition } from '../catalogue.ts'
import { after, chain, one, other, rowsOf, stamps } from '../testing/maintained.ts'
import { aPerson, kin, row, viewOf } from '../testing/people.ts'
import { foretell } from './foretell.ts'

const churchRows = chain('church', [
  { churchRelation: 'A' },
  { churchRelation: 'F' },
  { churchRelation: 'U' },
])

const withChurch = viewOf(aPerson(one, { rows: churchRows }))
const church = (operation: string, data: CaseData) =>
  rowsOf(after(operation, data, withChurch), one, 'church', 'churchRelation')

describe('one chain', () => {
  test('the current row undone, the former is current', () => {
    expect(church('church.undo-current', { timestamp: stamps[2] })).toEqual([
      ['U', '20200101', '20200101', 'A'],
      ['F', '20150101', null, null],
      ['A', '20100101', '20150101', null],
    ])
  })

  test('a former row undone is bridged over', () => {
    expect(church('church.undo-former', { timestamp: stamps[1] })).toEqual([
      ['U', '20200101', null, null],
      ['F', '20150101', '20150101', 'A'],
      ['A', '20100101', '20200101', null],
    ])
  })

  test('without a row before, the later one begins earlier', () => {
    expect(church('church.undo-former', { timestamp: stamps[0] })).toEqual([
      ['U', '20200101', null, null],
      ['F', '20100101', '20200101', null],
      ['A', '20100101', '20100101', 'A'],
    ])
  })

  test('a row put right keeps its place', () => {
    const data = { timestamp: stamps[1], churchRelation: 'M', endDate: '20200301' }
    expect(church('church.correct-former', { ...data, startDate: '20141201' })).toEqual([
      ['U', '20200301', null, null],
      ['M', '20141201', '20200301', null],
      ['A', '20100101', '20141201', null],
      ['F', '20150101', '20150101', 'K'],
    ])
  })

  test('a row reported late cuts its neighbours', () => {
    const data = { churchRelation: 'F', startDate: '20140101', endDate: '20160101' }
    expect(church('church.report-former', data)).toEqual([
      ['U', '20200101', null, null],
      ['F', '20160101', '20200101', null],
      ['A', '20100101', '20140101', null],
      ['F', '20140101', '20160101', null],
    ])
  })

  test('a row that is not there changes nothing', () => {
    expect(after('church.undo-current', { timestamp: 'nix' }, withChurch)).toBe(withChurch)
  })

  test('a whole day given without the mark is certain', () => {
    const [last, ...others] = churchRows
    const uncertain = last ? [{ ...last, startUncertain: true }, ...others] : others
    const view = viewOf(aPerson(one, { rows: uncertain }))
    const marksAfter = (data: CaseData) =>
      after('church.correct-current', { timestamp: stamps[2], ...data }, view).people[one]?.rows[1]
        ?.startUncertain
    expect(marksAfter({ startDate: '20200102' })).toBe(false)
    expect(marksAfter({ startDate: '20200102', dateUncertain: true })).toBe(true)
    expect(marksAfter({ churchRelation: 'M' })).toBe(true)
  })

  test('a date with unknown parts is marked so', () => {
    const data = { timestamp: stamps[2], startDate: '20190000', dateUncertain: true }
    const rows = after('church.correct-current', data, withChurch).people[one]?.rows ?? []
    expect(rows[1]).toMatchObject({ start: '20190000', startUncertain: true, end: null })
    expect(rows[2]).toMatchObject({ end: '20190000' })
  })
})

const family = viewOf(
  aPerson(one, { rows: [kin('father', other), kin('mother', '0101900006')] }),
  aPerson(other, { rows: [kin('child', one)] }),
)

describe('a number', () => {
  test('what it says itself is written over', () => {
    const own = row('person', { status: '01', occupation: 'Smed' }, { timestamp: stamps[0] })
    const view = after(
      'person-other.correct-current',
      { timestamp: stamps[0], occupation: 'Bager' },
      viewOf({ ...aPerson(one), rows: [own] }),
    )
    expect(rowsOf(view, one, 'person', 'occupation')).toEqual([['Bager', '20000101', null, null]])
  })

  test('a new one takes everything along', () => {
    const right = '0201900003'
    const data = { timestamp: stamps[0], newPersonnummer: right, startDate: '20261101' }
    const view = after('personnummer.correct-current', data, family)
    expect(view.people[one]).toMatchObject({ status: '60', validPnr: right })
    expect(view.people[right]).toMatchObject({ status: '01', birthDate: '19900102', sex: 'M' })
    expect(rowsOf(view, one, 'kinship', 'relation')).toEqual([])
    expect(rowsOf(view, right, 'kinship', 'relation').map(([relation]) => relation)).toEqual([
      'father',
      'mother',
    ])
    expect(rowsOf(view, other, 'kinship', 'personnummer')[0]?.[0]).toBe(right)
  })
})

test('an event reported anew writes what it foretells', () => {
  const definition = getDefinition('church-membership')
  const dated = { personnummer: one, churchRelation: 'F', startDate: '20260101' }
  const view = foretell(definition, dated, withChurch)
  expect(rowsOf(view, one, 'church', 'churchRelation')).toEqual([
    ['U', '20200101', '20260101', null],
    ['F', '20150101', '20200101', null],
    ['A', '20100101', '20150101', null],
    ['F', '20260101', null, null],
  ])
})
