import type { FieldValues, Role } from '@sagsgang/gctp'
import { expect, test } from 'vitest'

import { anEvent } from '../testing/an-event.ts'
import { say } from '../text.ts'
import { servicesFor } from './queries.ts'
import { mergeViews, viewFromAnswers } from './view-from-answers.ts'
import type { Answered } from './view-from-answers.ts'
import { servicesShowing } from './wire-tables.ts'

const woman = '0709614096'
const today = '20261123'

type Fields = Readonly<Record<string, string>>

function asValues(fields: Fields): FieldValues {
  return Object.fromEntries(Object.entries(fields).map(([code, value]) => [code, { value }]))
}

function role(detail: Partial<Role>): Role {
  return { name: 'HovedRolle', fields: {}, blocks: {}, tables: [], ...detail }
}

function answer(service: string, roles: readonly Role[] | null): Answered {
  return { query: { of: 'person', subject: woman, service, keys: { PNR: woman } }, roles }
}

function master(fields: Fields): Answered {
  const said = { PNR: woman, KOEN: 'K', FOEDDATO: '19610907', TIMSTP: '20200101120000000001' }
  return answer('STAM', [role({ blocks: { STAMPNR: asValues({ ...said, ...fields }) } })])
}

function rowsOf(entity: string, ...answers: readonly Answered[]) {
  const person = viewFromAnswers(answers, today).people[woman]
  return (person?.rows ?? []).filter((row) => row.entity === entity)
}

const left = {
  STARTDATOSTATUS: '20260701',
  UDR_LANDEKOD: '5120',
  UDLANDSADR1: 'Storgatan 1',
  UDLANDSADR2: 'Lund',
}

test('somebody abroad has a departure that is open', () => {
  expect(rowsOf('migration', master({ STATUS: '80', ...left }))).toMatchObject([
    {
      columns: { departureCountry: '5120', line1: 'Storgatan 1', line2: 'Lund', line3: null },
      start: '20260701',
      end: null,
      mark: null,
    },
  ])
})

test.each(['01', '70', '90'])('nobody of status %s has left the country', (status) => {
  expect(rowsOf('migration', master({ STATUS: status, ...left }))).toEqual([])
})

test('only somebody lost has a disappearance', () => {
  const since = { STARTDATOSTATUS: '20260701' }
  expect(rowsOf('disappearance', master({ STATUS: '70', ...since }))).toMatchObject([
    { start: '20260701', end: null },
  ])
  expect(rowsOf('disappearance', master({ STATUS: '01', ...since }))).toEqual([])
})

test('two answers tell one row of a person', () => {
  const base = master({ STATUS: '01', STARTDATOSTATUS: '20000101' })
  const more = answer('PERSON1', [role({ fields: asValues({ STILLING: 'Smed', KOEN: 'K' }) })])
  for (const answers of [
    [base, more],
    [more, base],
  ])
    expect(rowsOf('person', ...answers)).toMatchObject([
      {
        columns: { status: '01', statusDate: '20000101', occupation: 'Smed' },
        start: '20000101',
        timestamp: '20200101120000000001',
      },
    ])
  const none = answer('PERSON1', [role({ fields: asValues({ STILLING: '', KOEN: 'K' }) })])
  expect(rowsOf('person', base, none)).toHaveLength(1)
})

test('rows of a table are never joined', () => {
  const types = ['00001', '00003'].map((type) => ({
    key: null,
    use: null,
    fields: asValues({ CBSK_TYP: type, CBSK_STARTDATO: '20200101' }),
  }))
  const protections = role({ tables: [{ name: 'BESKYT', total: null, rows: types }] })
  expect(rowsOf('protection', master({}), answer('BESKYT1', [protections]))).toHaveLength(2)
})

test('people carry the day they were asked', () => {
  expect(viewFromAnswers([master({ STATUS: '01' })], today).people[woman]?.asOf).toBe(today)
})

function sought(...rows: readonly Fields[]): Answered {
  const table = {
    name: 'FODSOEG',
    total: null,
    rows: rows.map((fields) => ({ key: null, use: null, fields: asValues(fields) })),
  }
  const query = { of: 'search', subject: '19610907-K', service: 'FODSOG1', keys: {} } as const
  return { query, roles: [role({ tables: [table] })] }
}

test('a search shows who was born that day', () => {
  const found = { PNR: woman, CNVN_ADRNVN: 'Holm,Ida', CNVN_STATUS: '01' }
  const view = viewFromAnswers(
    [sought(found, { ...found, CNVN_ADRNVN: 'Skov,Ida' }, { PNR: '0709614231' })],
    today,
  )
  expect(view.matches).toEqual({
    '19610907-K': [
      { pnr: woman, addressingName: 'Holm,Ida', status: '01' },
      { pnr: '0709614231', addressingName: '', status: '' },
    ],
  })
  expect(viewFromAnswers([{ ...sought(), roles: null }], today).matches).toEqual({
    '19610907-K': [],
  })
})

test('what was sought before stays sought', () => {
  const earlier = viewFromAnswers([sought({ PNR: woman })], today)
  const later = viewFromAnswers([master({ STATUS: '01' })], today)
  const both = mergeViews(earlier, later)
  expect(Object.keys(both.matches)).toEqual(['19610907-K'])
  expect(Object.keys(both.people)).toEqual([woman])
})

test('every service that shows a column is asked', () => {
  expect(servicesShowing('person', ['status'])).toEqual(['STAM'])
  expect(servicesShowing('person', ['occupation'])).toEqual(['STAM', 'PERSON1'])
  expect(servicesShowing('alienNumber', ['alienNumber'])).toEqual(['START'])
  const occupation = anEvent({
    effects: [
      {
        party: 'person',
        entity: 'person',
        operation: 'set',
        set: { occupation: 'Smed' },
        text: say('stilling', 'occupation'),
      },
    ],
  })
  expect(servicesFor(occupation)).toEqual(['STAM', 'PERSON1', 'BESKYT1'])
})
