import { createInstance } from 'i18next'
import { beforeAll, expect, test } from 'vitest'

import { da } from '../texts/da.ts'
import {
  fieldsOf,
  personKey,
  problemsIn,
  restartKey,
  type ServiceView,
  toKeys,
} from './key-fields.ts'

type Key = ServiceView['keys'][number]

const key = (code: string, change: Partial<Key> = {}): Key => ({
  code,
  name: { da: code.toLowerCase(), en: code.toLowerCase() },
  format: 'text',
  required: false,
  use: 'criterion',
  control: 'text',
  ...change,
})

const service: ServiceView = {
  service: 'ADRSOG2',
  name: { da: 'Søgning', en: 'Search' },
  kind: 'search',
  calls: 1,
  input: [],
  output: [],
  needs: [['VEJK', 'VNVN']],
  keys: [
    key('PNR', { control: 'pnr', required: true }),
    key('VEJK', { length: 4 }),
    key('VNVN'),
    key('FRADATO', { control: 'date' }),
    key('HNVS', { control: 'flag' }),
    key('AKX', { control: 'flag', use: 'markedRows' }),
    key('MAXA', { control: 'number', use: 'pageSize' }),
    key('AIA', { control: 'flag', use: 'count' }),
    key('REST', { use: 'restart' }),
  ],
}

const dictionary = createInstance()

beforeAll(() => dictionary.init({ lng: 'da', resources: { da: { translation: da } } }))

const problems = (values: Parameters<typeof problemsIn>[1]) =>
  problemsIn(service, values, {
    t: dictionary.t,
    language: 'da',
    text: (text) => text.da,
  }).map(({ name, message }) => `${name}: ${message}`)

test('paging and counting are asked without fields', () => {
  const { criteria, list } = fieldsOf(service)
  expect(criteria.map(({ name }) => name)).toEqual(['PNR', 'VEJK', 'VNVN', 'FRADATO', 'HNVS'])
  expect(list.map(({ name }) => name)).toEqual(['AKX', 'MAXA'])
  expect([personKey(service), restartKey(service)]).toEqual(['PNR', 'REST'])
})

test('keys are sent as the register writes them', () => {
  const values = { PNR: '010190-0000', VNVN: ' Svinget ', FRADATO: '01-03-2020', AKX: true }
  expect(toKeys(service, { ...values, HNVS: false, VEJK: '' })).toEqual({
    PNR: '0101900000',
    VNVN: 'Svinget',
    FRADATO: '20200301',
    AKX: 'X',
    AIA: 'X',
  })
})

test('nothing is asked in vain', () => {
  expect(problems({})).toEqual(['PNR: pnr skal udfyldes.', 'VEJK: Udfyld vejk eller vnvn.'])
  expect(problems({ PNR: '01019', VNVN: 'Svinget', FRADATO: '32-01-2020' })).toEqual([
    'PNR: pnr: et personnummer har ti cifre.',
    'FRADATO: fradato: skriv datoen som dd-mm-åååå.',
  ])
  expect(problems({ PNR: '0101900000', VEJK: '08513' })).toEqual(['VEJK: vejk: højst 4 tegn.'])
  expect(problems({ PNR: '0101900000', VEJK: '8513' })).toEqual([])
})
