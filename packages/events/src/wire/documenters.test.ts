import type { Fields, Role } from '@sagsgang/gctp'
import { expect, test } from 'vitest'

import { documentersIn } from './documenters.ts'
import type { Answered } from './view-from-answers.ts'

const timestamp = '20200101120000000001'

function answer(service: string, rows: readonly Fields[] | null): Answered {
  const table = (rows ?? []).map((fields) => ({
    use: null,
    key: null,
    fields: Object.fromEntries(Object.entries(fields).map(([code, value]) => [code, { value }])),
  }))
  const role: Role = {
    name: 'HovedRolle',
    fields: {},
    blocks: {},
    tables: [{ name: service, total: null, rows: table }],
  }
  const query = { of: 'person', subject: '0709614096', service, keys: {} } as const
  return { query, roles: rows && [role] }
}

test('a row is documented by the authority beside it', () => {
  const rows = [
    { CFKI_FKIRK: 'F', CFKI_TIMSTP: timestamp, CFKI_MYNKOD: '7001' },
    { CFKI_FKIRK: 'A', CFKI_TIMSTP: '20190101120000000001' },
  ]
  const documenterOf = documentersIn([answer('FKIRKE1', rows)])
  expect(documenterOf({ entity: 'church', timestamp })).toBe('7001')
  expect(documenterOf({ entity: 'citizenship', timestamp })).toBeUndefined()
  expect(documenterOf({ entity: 'church', timestamp: '20190101120000000001' })).toBeUndefined()
})

test('nobody documents what was not found', () => {
  const documenterOf = documentersIn([answer('FKIRKE1', null)])
  expect(documenterOf({ entity: 'church', timestamp })).toBeUndefined()
})
