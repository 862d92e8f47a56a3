import { readReply, writeReply } from '@sagsgang/gctp'
import type { FieldValues, Role } from '@sagsgang/gctp'
import { expect, test } from 'vitest'

import { catalogue, getDefinition } from '../catalogue.ts'
import { entities } from '../entities.ts'
import type { RegisterRow } from '../entities.ts'
import { queriesFor, servicesFor } from './queries.ts'
import { fieldsFromRow, rowFromFields, rowsFromAnswer } from './rows.ts'
import { viewFromAnswers } from './view-from-answers.ts'
import { toFloor, toHouseNumber } from './wire-format.ts'
import type { WireTable } from './wire-table.ts'
import { wireTables } from './wire-tables.ts'

const values: Readonly<Record<string, string>> = {
  pnr: '0709614096',
  date: '19610907',
  houseNumber: '017A',
  door: 'tv',
  relation: 'mother',
  uncertain: 'true',
}

/** A row whose every column says something its format can carry. */
function fullRow(table: WireTable): RegisterRow {
  const codes = new Set<string>()
  const columns = Object.entries(table.columns).map(([name, { code, format }]) => {
    const isFirst = !codes.has(code)
    codes.add(code)
    return [name, isFirst ? (values[format] ?? `${name}1`) : null] as const
  })
  const own = Object.fromEntries(columns)
  return {
    entity: table.entity,
    columns: own,
    start: table.start ? (own['statusDate'] ?? '20010203') : '00000000',
    startUncertain: table.startUncertain !== null,
    end: table.end ? '20100405' : null,
    mark: table.mark ? 'K' : null,
    timestamp: '20010203101112000001',
  }
}

function asValues(fields: Readonly<Record<string, string>>): FieldValues {
  return Object.fromEntries(Object.entries(fields).map(([code, value]) => [code, { value }]))
}

test.each(wireTables.map((table) => [`${table.service} ${table.entity}`, table] as const))(
  'a row survives the wire and back (%s)',
  (_, table) => {
    const row = fullRow(table)
    expect(rowFromFields(table, asValues(fieldsFromRow(table, row)))).toEqual(row)
  },
)

test('the columns on the wire are columns of the rows', () => {
  const strange = wireTables.flatMap(({ entity, columns }) =>
    Object.keys(columns).filter((column) => !entities[entity].some((known) => known === column)),
  )
  expect(strange).toEqual([])
})

test('a house and a floor have one way of writing', () => {
  expect(['7', '007', '7a', '007A', '16 '].map(toHouseNumber)).toEqual([
    '007',
    '007',
    '007A',
    '007A',
    '016',
  ])
  expect(['1', '01', '1.', 'ST', 'kl'].map(toFloor)).toEqual(['01', '01', '01', 'st', 'kl'])
})

function role(detail: Partial<Role>): Role {
  return { name: 'HovedRolle', fields: {}, blocks: {}, tables: [], ...detail }
}

function tableOf(name: string, ...rows: readonly Readonly<Record<string, string>>[]) {
  return {
    name,
    total: null,
    rows: rows.map((fields) => ({ key: null, use: null, fields: asValues(fields) })),
  }
}

const base = role({
  blocks: {
    STAMPNR: asValues({
      PNR: '0709614096',
      STATUS: '01',
      KOEN: 'K',
      FOEDDATO: '19610907',
      ADRNVN: 'Holm,Ida',
    }),
  },
})

test('the current row stands alone or beside its history', () => {
  const current = role({
    fields: asValues({ CNVN_FORNVN: 'Ida', CNVN_EFTERNVN: 'Holm', CNVN_STARTDATO: '200001010000' }),
  })
  expect(rowsFromAnswer('navne3', [current]).map(({ columns }) => columns['lastName'])).toEqual([
    'Holm',
  ])
  const history = role({
    tables: [
      tableOf(
        'NAVNE3',
        {
          CNVN_FORNVN: 'Ida',
          CNVN_EFTERNVN: 'Skov',
          CNVN_STARTDATO: '199001010000',
          CNVN_SLUTDATO: '200001010000',
        },
        { CNVN_FORNVN: 'Ida', CNVN_EFTERNVN: 'Holm', CNVN_STARTDATO: '200001010000' },
      ),
    ],
  })
  expect(rowsFromAnswer('NAVNE3', [history]).map(({ start, end }) => [start, end])).toEqual([
    ['20000101', null],
    ['19900101', '20000101'],
  ])
})

test('relatives who are no kin make no rows', () => {
  const family = role({
    tables: [
      tableOf(
        'FAMILIE',
        { FAMMRK: 'Andet', PNR_FOEDDATO: '0709614096' },
        { FAMMRK: 'Ægtefælle', PNR_FOEDDATO: '0709614231' },
        { FAMMRK: 'Mor', PNR_FOEDDATO: '19400101', RELTXT: 'Ida Ek' },
        { FAMMRK: 'Barn', PNR_FOEDDATO: '1306814172' },
      ),
    ],
  })
  expect(rowsFromAnswer('Familie', [family]).map(({ columns }) => columns)).toEqual(
    expect.arrayContaining([
      { relation: 'mother', personnummer: null, name: 'Ida Ek', birthDate: '19400101' },
      { relation: 'child', personnummer: '1306814172', name: null, birthDate: null },
    ]),
  )
})

test('answers make a view of people, roads and homes', () => {
  const person = { of: 'person', subject: '0709614096', keys: {} } as const
  const home = {
    of: 'household',
    subject: '0851-8511-016---',
    service: 'ADRSOG1',
    keys: {},
  } as const
  const view = viewFromAnswers(
    [
      { query: { ...person, service: 'STAM' }, roles: [base] },
      { query: { ...person, subject: '0709614231', service: 'STAM' }, roles: null },
      {
        query: { of: 'road', subject: '0851-8511', service: 'VEJ1', keys: {} },
        roles: [
          role({
            tables: [tableOf('VEJ1', { KOMKOD: '0851', VEJKOD: '8511', VEJADRNVN: 'Svinget' })],
          }),
        ],
      },
      {
        query: home,
        roles: [
          role({
            tables: [
              tableOf(
                'ADRSOEG',
                { PNR: '0707614293' },
                { PNR: '0709614231', ETAGE: '01' },
                { PNR: '0709614096', SLUTDATO: '201001010000' },
              ),
            ],
          }),
        ],
      },
    ],
    '20261123',
  )
  expect(view.people['0709614096']).toMatchObject({
    status: '01',
    sex: 'K',
    addressingName: 'Holm,Ida',
    validPnr: '0709614096',
  })
  expect(view.people['0709614231']).toBeNull()
  expect(view.roads['0851-8511']?.name).toBe('Svinget')
  expect(view.households).toEqual({ '0851-8511-016---': ['0707614293'] })
})

test('each event asks for all that it writes', () => {
  const blind = catalogue.filter((definition) => servicesFor(definition)[0] !== 'STAM')
  expect(blind).toEqual([])
  expect(servicesFor(getDefinition('naming'))).toEqual([
    'STAM',
    'NAVNE3',
    'Familie',
    'FODSTED1',
    'FKIRKE1',
    'STATBOR1',
    'BESKYT1',
  ])
})

test('lookups are asked for history, homes by their road', () => {
  const reads = {
    people: ['0709614096'],
    roads: ['0851-8511'],
    households: ['0851-8511-016-01-tv-'],
    searches: [{ birthDate: '19910203', sex: 'K' }],
  }
  const queries = queriesFor(getDefinition('addressing-name'), reads)
  expect(queries.map(({ service, keys }) => [service, keys])).toEqual([
    ['STAM', { PNR: '0709614096' }],
    ['NAVNE3', { PNR: '0709614096', AKX: 'X' }],
    ['BESKYT1', { PNR: '0709614096', AKX: 'X' }],
    ['VEJ1', { KOMKOD: '0851', VEJKOD: '8511' }],
    ['ADRSOG1', { KOMK: '0851', VEJK: '8511', HNR: '016', ETAG: '01', SIDO: 'tv', MAXA: '0200' }],
    ['FODSOG1', { FODT: '19910203', KON: 'K', MAXA: '0200' }],
  ])
})

test('the register’s own words carry the rows', () => {
  const [civil] = wireTables.filter(({ entity }) => entity === 'civilStatus')
  if (!civil) throw new Error('no table of civil status')
  const row = { ...fullRow(civil), mark: null, end: null }
  const reply = {
    type: 'read',
    service: 'CIVIL1',
    keys: { PNR: '0709614096' },
    authority: null,
    state: null,
    dialogue: null,
    actions: [],
    roles: [role({ tables: [tableOf('CIVIL1', fieldsFromRow(civil, row))] })],
    receipt: { outcome: 'done', code: 0, text: '', messages: [] },
    unknown: [],
  } as const
  const read = readReply(writeReply(reply))
  if (read.type !== 'read') throw new Error(`unreadable: ${read.reason}`)
  expect(rowsFromAnswer('CIVIL1', read.message.roles)).toEqual([row])
})
