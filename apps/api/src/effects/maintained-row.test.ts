import { getDefinition } from '@sagsgang/events'
import { expect, test } from 'vitest'

import { person, row, viewOf } from '../testing/rows.ts'
import { dataTypeKeeping, maintenanceDifferences } from './maintained-row.ts'

const pnr = '0101900001'
const timestamp = '20200101120000000001'
const data = { personnummer: pnr, timestamp, occupation: 'Smed', reason: 'Skrevet forkert' }

function left(operation: string, occupation: string | null) {
  const own = row('person', { status: '01', occupation }, { start: '20200101', timestamp })
  const now = viewOf(person(pnr, [own]))
  const definition = getDefinition(`person-other.${operation}`)
  return maintenanceDifferences(definition, { data, view: now }, now).map(({ column }) => column)
}

test('an occupation is put right where it stands', () => {
  expect(left('correct-current', 'Smed')).toEqual([])
  expect(left('correct-current', 'Bager')).toEqual(['content'])
})

test('lines are put right in their dates alone', () => {
  const wrong = row(
    'supplementaryAddress',
    { line1: 'Havnevej 3' },
    { start: '20200101', timestamp },
  )
  const home = row('address', { streetCode: '8511' }, { start: '20200201', timestamp: '2' })
  const view = viewOf(person(pnr, [wrong, home]))
  const columns = (start: string) => {
    const right = { ...wrong, start, timestamp: '20200301120000000001' }
    const now = viewOf(person(pnr, [{ ...wrong, mark: 'K' }, right, home]))
    const dated = { personnummer: pnr, timestamp, startDate: '20200201', reason: 'Forkert dag' }
    const correction = getDefinition('address.correct-current')
    return maintenanceDifferences(correction, { data: dated, view }, now).map(
      ({ column }) => column,
    )
  }
  expect(columns('20200201')).toEqual([])
  expect(columns('20200202')).toEqual(['content'])
})

test('a row is kept where its event keeps it', () => {
  const keepers = ['occupation', 'birth'].map((event) =>
    dataTypeKeeping(getDefinition(event), 'person'),
  )
  expect(keepers).toEqual(['person-other', 'personnummer'])
})

test('a row of its own kind is proven by its mark', () => {
  const stands = row('protection', { protectionType: '00001' }, { start: '20200101', timestamp })
  const undo = getDefinition('person-other.undo-current')
  const columns = (mark: 'A' | null) =>
    maintenanceDifferences(undo, { data, view }, viewOf(person(pnr, [{ ...stands, mark }]))).map(
      ({ column }) => column,
    )
  const view = viewOf(person(pnr, [stands]))
  expect(columns('A')).toEqual([])
  expect(columns(null)).toEqual(['mark'])
})

test('what was ended is proven by standing again', () => {
  const stands = row('protection', { protectionType: '00001' }, { start: '20200101', timestamp })
  const undo = getDefinition('person-other.undo-current')
  const columns = (before: string | null, now: string | null) =>
    maintenanceDifferences(
      undo,
      { data, view: viewOf(person(pnr, [{ ...stands, end: before }])) },
      viewOf(person(pnr, [{ ...stands, end: now }])),
    ).map(({ column }) => column)
  expect(columns('20260101', null)).toEqual([])
  expect(columns('20260101', '20270101')).toEqual([])
  expect(columns('20260101', '20260101')).toEqual(['mark'])
})

test('a departure shown again is proof of it', () => {
  const stay = row('migration', { departureCountry: '5180' }, { start: '20200101', timestamp })
  const undo = getDefinition('migration.undo-current')
  const here = { data, view: viewOf(person(pnr, [])) }
  expect(maintenanceDifferences(undo, here, viewOf(person(pnr, [stay], '80')))).toEqual([])
})

test('an absence put right shows itself, not its proof', () => {
  const gone = row('disappearance', {}, { start: '20200101', timestamp })
  const right = { ...gone, start: '20200102', timestamp: '20200301120000000001' }
  const dated = { ...data, startDate: '20200102' }
  const view = viewOf(person(pnr, [gone], '70'))
  const columns = (now: typeof gone) =>
    maintenanceDifferences(
      getDefinition('disappearance.correct-current'),
      { data: dated, view },
      viewOf(person(pnr, [now], '70')),
    ).map(({ column }) => column)
  expect(columns(right)).toEqual([])
  expect(columns(gone)).toEqual(['content'])
})

test('what no lookup shows is right by its receipt', () => {
  const view = viewOf(person(pnr, []))
  const correction = getDefinition('migration.correct-former')
  expect(maintenanceDifferences(correction, { data, view }, view)).toEqual([])
})

test('a number is closed again as it was', () => {
  const undo = getDefinition('personnummer.undo-current')
  const view = viewOf(person(pnr, []))
  const columns = (status: string) =>
    maintenanceDifferences(undo, { data, view }, viewOf(person(pnr, [], status))).map(
      ({ column }) => column,
    )
  expect([columns('30'), columns('50'), columns('60')]).toEqual([[], [], []])
  expect(columns('01')).toEqual(['status'])
})

test('an absence that is over is taken on trust', () => {
  const late = { personnummer: pnr, startDate: '20200105', endDate: '20200110' }
  const missing = (operation: string) =>
    maintenanceDifferences(
      getDefinition(operation),
      { data: late, view: viewOf(person(pnr, [])) },
      viewOf(person(pnr, [])),
    ).map(({ column }) => column)
  expect(missing('disappearance.report-former')).toEqual([])
  expect(missing('citizenship.report-former')).toEqual(['content'])
})
