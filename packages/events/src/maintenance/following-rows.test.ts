import { describe, expect, test } from 'vitest'

import { getDefinition } from '../catalogue.ts'
import type { RegisterRow } from '../entities.ts'
import { predict } from '../predict.ts'
import { after, one, other, rowsOf, stamps } from '../testing/maintained.ts'
import { aPerson, civil, home, row, viewOf } from '../testing/people.ts'

const house = (columns: RegisterRow['columns']) =>
  row('address', { ...home, floor: '01', ...columns }, { timestamp: stamps[1] })

describe('what follows', () => {
  test('a home in Greenland gives another status', () => {
    const data = { timestamp: stamps[1], municipalityCode: '0956', streetCode: '0100' }
    const view = after(
      'address.correct-current',
      data,
      viewOf(aPerson(one, { rows: [house({ careOf: 'Holm' })] })),
    )
    expect(view.people[one]?.status).toBe('05')
    expect(view.people[one]?.rows[0]?.columns).toMatchObject({
      status: '05',
      statusDate: '20000101',
    })
    expect(view.people[one]?.rows[1]?.columns).toMatchObject({ floor: null, careOf: null })
  })

  test('a part of an address alone leaves the rest', () => {
    const person = aPerson(one, { rows: [house({ careOf: 'Holm' })] })
    const view = after(
      'address.correct-current',
      { timestamp: stamps[1], door: 'tv' },
      viewOf(person),
    )
    expect(view.people[one]?.rows[1]?.columns).toMatchObject({
      floor: '01',
      careOf: 'Holm',
      door: 'tv',
    })
  })

  test('who is abroad is so since the right day', () => {
    const abroad = row(
      'migration',
      { departureCountry: '5110', line1: 'A', line2: 'B' },
      { start: '20200101', timestamp: stamps[2] },
    )
    const own = row('person', { status: '80', statusDate: '20200101' })
    const person = { ...aPerson(one, { status: '80' }), rows: [own, abroad] }
    const data = { timestamp: stamps[2], startDate: '20200201', line1: 'C' }
    const view = after('migration.correct-current', data, viewOf(person))
    expect(view.people[one]?.rows[0]?.columns['statusDate']).toBe('20200201')
    expect(view.people[one]?.rows[1]?.columns).toMatchObject({
      line1: 'C',
      line2: null,
      departureCountry: '5110',
    })
  })

  test('the addressing name follows the right name', () => {
    const rows = [
      row(
        'name',
        { firstNames: 'Åse', middleName: null, lastName: 'Holm' },
        { timestamp: stamps[2] },
      ),
      row('addressingName', { addressingName: 'Holm,Åse' }),
    ]
    const data = { timestamp: stamps[2], firstNames: 'Aase', lastName: 'Holm' }
    const view = after('name.correct-current', data, viewOf(aPerson(one, { rows })))
    expect(rowsOf(view, one, 'addressingName', 'addressingName')).toEqual([
      ['Holm,Aase', '20000101', null, null],
    ])
  })

  test('an addressing name by hand stays', () => {
    const rows = [
      row(
        'name',
        { firstNames: 'Åse', middleName: null, lastName: 'Holm' },
        { timestamp: stamps[2] },
      ),
      row('addressingName', { addressingName: 'Å. Holm' }),
    ]
    const data = { timestamp: stamps[2], firstNames: 'Aase', lastName: 'Holm' }
    const view = after('name.correct-current', data, viewOf(aPerson(one, { rows })))
    expect(rowsOf(view, one, 'addressingName', 'addressingName')[0]?.[0]).toBe('Å. Holm')
  })

  test('protection of the name brings the directory’s along', () => {
    const rows = ['00001', '00002'].map((protectionType, index) =>
      row('protection', { protectionType }, { start: '20200101', timestamp: stamps[index] ?? '' }),
    )
    const data = { timestamp: stamps[0], startDate: '20200201' }
    const view = after('person-other.correct-current', data, viewOf(aPerson(one, { rows })))
    expect(rowsOf(view, one, 'protection', 'protectionType')).toEqual([
      ['00001', '20200201', null, null],
      ['00002', '20200201', null, null],
      ['00001', '20200101', '20200101', 'K'],
      ['00002', '20200101', '20200101', 'K'],
    ])
  })

  test('the day of a death moves all it dated', () => {
    const dead = { start: '20260101', timestamp: stamps[2] }
    const wedded = { start: '20200101', end: '20260101', timestamp: stamps[1] }
    const view = after(
      'civil-status.correct-current',
      { timestamp: stamps[2], startDate: '20260103' },
      viewOf(
        {
          ...aPerson(one, { status: '90' }),
          rows: [
            row('person', { status: '90', statusDate: '20260101' }),
            civil('D', other, dead),
            civil('G', other, wedded),
            row('address', home, { end: '20260101' }),
          ],
        },
        aPerson(other, { rows: [civil('E', null, dead), civil('G', one, wedded)] }),
      ),
    )
    expect(view.people[one]?.rows[0]?.columns['statusDate']).toBe('20260103')
    expect(rowsOf(view, one, 'address', 'floor')).toEqual([[null, '20000101', '20260103', null]])
    expect(rowsOf(view, other, 'civilStatus', 'civilStatus')).toEqual([
      ['E', '20260103', null, null],
      ['G', '20200101', '20260103', null],
      ['E', '20260101', '20260101', 'K'],
    ])
  })

  test('a home begins and ends with the stay abroad', () => {
    const left = { start: '20260101', timestamp: stamps[2] }
    const departure = {
      personnummer: one,
      departureDate: '20260101',
      departureCountry: '5110',
    }
    const lived = row('address', home, { start: '20000101', end: null })
    const before = viewOf(aPerson(one, { rows: [lived] }))
    const changes = predict(getDefinition('departure'), departure, before)
    const abroad = viewOf({
      ...aPerson(one, { status: '80' }),
      rows: [
        row('person', { status: '80', statusDate: '20260101' }),
        row('migration', { departureCountry: '5110' }, left),
        { ...lived, end: '20260101' },
      ],
    })
    const data = { timestamp: stamps[2], startDate: '20260105' }
    const view = after('migration.correct-current', data, abroad, changes)
    expect(view.people[one]?.rows.map(({ start, end }) => [start, end])).toEqual([
      ['20000101', null],
      ['20260105', null],
      ['20000101', '20260105'],
      ['20260101', '20260101'],
    ])
    expect(view.people[one]?.rows[0]?.columns['statusDate']).toBe('20260105')
  })

  test('a separation points on at the right day', () => {
    const wedding = { start: '20200101', timestamp: stamps[2] }
    const parted = row('separation', { civilStatusReference: '202001010000' })
    const person = aPerson(one, { rows: [civil('G', other, wedding), parted] })
    const data = { timestamp: stamps[2], startDate: '20200201' }
    const view = after('civil-status.correct-current', data, viewOf(person))
    expect(rowsOf(view, one, 'separation', 'civilStatusReference')[0]?.[0]).toBe('202002010000')
  })
})
