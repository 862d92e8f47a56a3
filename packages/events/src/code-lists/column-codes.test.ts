import { expect, test } from 'vitest'

import { nameOfCode } from './column-codes.ts'

test.each([
  ['civilStatus', 'civilStatus', 'G', 'Gift'],
  ['civilStatus', 'authority', '0851', 'Aalborg Kommune'],
  ['citizenship', 'country', '5120', 'Sverige'],
  ['parentalAuthority', 'relation', '00003', 'Mor'],
  ['name', 'mark', 'A', 'Fortrudt'],
  ['guardianship', 'kind', '6-PART', '§ 6, handleevnen delvis frataget'],
  ['guardian', 'guardianRelation', '00001', 'Værge med personnummer'],
  ['election', 'electionCode', '0002', 'Europa-Parlamentsvalg'],
] as const)('a row of %s calls its %s %s %s', (entity, column, code, name) => {
  expect(nameOfCode(entity, column, code)?.da).toBe(name)
})

test('names and unknown codes are called nothing else', () => {
  expect(nameOfCode('name', 'lastName', 'G')).toBeUndefined()
  expect(nameOfCode('civilStatus', 'civilStatus', 'X')).toBeUndefined()
  expect(nameOfCode('kinship', 'relation', 'mother')).toBeUndefined()
})
