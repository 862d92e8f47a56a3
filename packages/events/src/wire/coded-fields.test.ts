import { findService } from '@sagsgang/gctp'
import { expect, test } from 'vitest'

import { codesOfField, meaningOf } from './coded-fields.ts'

const fieldOf = (service: string, wanted: string) => {
  const field = findService(service)?.output.find(({ code }) => code === wanted)
  if (field === undefined) throw new Error(`no field ${wanted} in ${service}`)
  return field
}

test.each([
  ['CIVIL1', 'CCIV_CIVST', 'G', { da: 'Gift', en: 'Married' }],
  ['CIVIL1', 'CCIV_AKM', 'A', { da: 'Fortrudt', en: 'Undone' }],
  ['BESKYT1', 'CBSK_TYP', '00003', { da: 'Markedsføring', en: 'Marketing' }],
  ['AJOURLOG', 'HAENDELSE', 'A14', { da: 'Navngivelse', en: 'Naming (first name of a child)' }],
  [
    'AJOURLOG',
    'HAENDELSE',
    'P02',
    { da: 'Sletning af et personnummer', en: 'Deletion of a personnummer' },
  ],
  ['AJOURLOG', 'AFLEDTMRK', 'ÆG', { da: 'Ægtefælle', en: 'Spouse' }],
  ['Familie', 'CFMY_RELTYPA', '00003', { da: 'Mor', en: 'Mother' }],
  ['MYND1', 'MYNTYP', '25', { da: 'Sogn', en: 'Parish' }],
  ['STATBOR1', 'CSTB_LANDEKOD', '5120', { da: 'Sverige', en: 'Sweden' }],
  ['NAVNE3', 'CNVN_MYNKOD', '7345', { da: 'Sogn 7345', en: 'Parish 7345' }],
])('in %s the field %s says what %s means', (service, code, value, text) => {
  expect(meaningOf(fieldOf(service, code), value)).toEqual(text)
})

test('what is no code means nothing more', () => {
  expect(meaningOf(fieldOf('CIVIL1', 'CCIV_CIVST'), 'X')).toBeUndefined()
  expect(meaningOf(fieldOf('CIVIL1', 'CCIV_AEGTENVN'), 'G')).toBeUndefined()
  expect(meaningOf(fieldOf('CIVIL1', 'CCIV_MYNKOD'), '9999')).toBeUndefined()
  expect(codesOfField(fieldOf('STAM', 'ADRNVN'))).toBeUndefined()
})

test('every code of a list stands in it once', () => {
  const codes = codesOfField(fieldOf('AJOURLOG', 'HAENDELSE'))?.map(({ code }) => code) ?? []
  expect(new Set(codes).size).toBe(codes.length)
  expect(codes.length).toBeGreaterThan(50)
})
