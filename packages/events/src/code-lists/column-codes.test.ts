import { expect, test } from 'vitest'

import { optionsOf } from './code-lists.ts'
import { nameOfCode } from './column-codes.ts'

test.each([
  ['civilStatus', 'civilStatus', 'G', 'Gift'],
  ['civilStatus', 'authority', '0851', 'Aalborg Kommune'],
  ['citizenship', 'country', '5120', 'Sverige'],
  ['parentalAuthority', 'relation', '00003', 'Mor'],
  ['name', 'mark', 'A', 'Fortrudt'],
  ['guardianship', 'kind', '6-PART', '§ 6, handleevnen delvis frataget'],
  ['guardian', 'guardianRelation', '00001', 'Værge med personnummer'],
  ['note', 'municipality', '0851', 'Aalborg Kommune'],
  ['sharedResidence', 'agreementKind', 'PLAIN', 'Uden betingelser'],
  ['election', 'electionCode', '0002', 'Europa-Parlamentsvalg'],
] as const)('a row of %s calls its %s %s %s', (entity, column, code, name) => {
  expect(nameOfCode(entity, column, code)?.da).toBe(name)
})

test.each([
  ['relocationOrder', 'reason', 'relocation-reasons'],
  ['sharedResidence', 'agreementKind', 'shared-residence-kinds'],
  ['municipalCondition', 'conditionType', 'municipal-condition-types'],
] as const)('every code of a %s has a %s name', (entity, column, codeList) => {
  const codes = optionsOf({ codeList }) ?? []
  expect(codes).not.toEqual([])
  for (const { code, name } of codes) expect(nameOfCode(entity, column, code)).toEqual(name)
})

test('names and unknown codes are called nothing else', () => {
  expect(nameOfCode('name', 'lastName', 'G')).toBeUndefined()
  expect(nameOfCode('civilStatus', 'civilStatus', 'X')).toBeUndefined()
  expect(nameOfCode('kinship', 'relation', 'mother')).toBeUndefined()
})
