import type { ExpectedChange } from '@sagsgang/events'
import { expect, test } from 'vitest'

import { person, row, viewOf } from '../testing/rows.ts'
import { rowToUndo } from './row-to-undo.ts'
import { withUnshownRows } from './unshown-rows.ts'

const pnr = '0101900001'
const stamp = '20261101120000000001'

const change = (of: Partial<ExpectedChange>): ExpectedChange => ({
  pnr,
  party: 'person',
  entity: 'migration',
  change: 'append',
  columns: {},
  before: {},
  startBefore: null,
  start: '20261101',
  end: null,
  derivedMark: null,
  ...of,
})

const status = change({
  entity: 'person',
  change: 'set',
  columns: { status: '01' },
  before: { status: '80' },
})
const closed = change({
  change: 'end',
  columns: { departureCountry: '5180', entryCountry: '5100' },
  before: { departureCountry: '5180' },
  startBefore: '20200101',
  start: '20200101',
  end: '20261101',
})
const comeBack = {
  person: pnr,
  entity: 'migration',
  changes: [status, closed],
  stamps: [stamp],
} as const

function undoneFrom(now: string, report: Parameters<typeof withUnshownRows>[1][number]) {
  const view = withUnshownRows(viewOf(person(pnr, [], now)), [report])
  return rowToUndo(report, view)
}

test('a stay that is over is remembered by its receipt', () => {
  expect(undoneFrom('01', comeBack)).toMatchObject({
    type: 'row',
    row: { start: '20200101', end: '20261101', mark: null, timestamp: stamp },
  })
})

test('with its status gone the row is gone too', () => {
  const disappeared = change({ entity: 'disappearance' })
  const gone = change({
    entity: 'person',
    change: 'set',
    columns: { status: '70' },
    before: { status: '01' },
  })
  const report = {
    person: pnr,
    entity: 'disappearance',
    changes: [gone, disappeared],
    stamps: [stamp],
  } as const
  expect(undoneFrom('01', report).type).toBe('undone')
})

test('the same status set anew has not taken a row back', () => {
  const left = change({
    entity: 'person',
    change: 'set',
    columns: { status: '80' },
    before: { status: '01', statusDate: '19900101' },
  })
  const departure = { ...comeBack, changes: [left, change({})] } as const
  const since = (statusDate: string) => {
    const columns = { status: '01', statusDate }
    const own = row('person', columns, { start: '19900101', timestamp: '19900101120000000001' })
    const view = withUnshownRows(viewOf(person(pnr, [own])), [departure])
    return rowToUndo(departure, view).type
  }
  expect([since('19900101'), since('20261110')]).toEqual(['undone', 'missing'])
})

test('what is shown is left to be found', () => {
  expect(undoneFrom('80', comeBack).type).toBe('missing')
})

test('a row without a receipt is not made up', () => {
  expect(undoneFrom('01', { ...comeBack, stamps: [] }).type).toBe('missing')
})
