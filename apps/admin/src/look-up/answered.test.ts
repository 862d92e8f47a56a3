import { expect, test } from 'vitest'

import {
  type AnsweredField,
  type AnsweredRow,
  columnsOf,
  isProof,
  joined,
  type LookUp,
  saying,
} from './answered.ts'

const field = (
  code: string,
  value: string,
  kind: AnsweredField['kind'] = 'text',
): AnsweredField => ({
  code,
  name: code,
  label: { da: code, en: code },
  kind,
  value,
  text: null,
  meaning: null,
})

const row = (...fields: AnsweredField[]): AnsweredRow => ({
  table: 'T',
  heading: false,
  person: null,
  covered: false,
  fields,
})

const answer = (rows: AnsweredRow[], rest: string | null): LookUp => ({
  service: 'NVNSOG1',
  found: true,
  receipt: { code: 0, text: '', meaning: null },
  fields: {},
  raw: {},
  said: [],
  rows,
  protected: false,
  shown: true,
  veiled: false,
  total: 2,
  rest,
})

test('a column is there for what any row says', () => {
  const rows = [
    row(field('A', '1'), field('B', ' '), field('C', '')),
    row(field('A', ''), field('B', '2'), field('C', ' ')),
  ]
  expect(columnsOf(rows, false).map(({ code }) => code)).toEqual(['A', 'B'])
})

test('time stamps are shown to whoever wants them', () => {
  const fields = [field('A', '1'), field('TIMSTP', '20250301101502118004', 'stamp')]
  expect(saying(fields, false).map(({ code }) => code)).toEqual(['A'])
  expect(saying(fields, true).map(({ code }) => code)).toEqual(['A', 'TIMSTP'])
})

test('a row with a mark is proof', () => {
  expect(isProof(row(field('AKM', 'K', 'mark')))).toBe(true)
  expect(isProof(row(field('AKM', ' ', 'mark')))).toBe(false)
})

test('another page goes below the rows that stand', () => {
  const covered = { ...answer([row(field('A', '2'))], null), protected: true, shown: false }
  const whole = joined(answer([row(field('A', '1'))], 'next'), covered)
  expect(whole.rows.flatMap(({ fields }) => fields.map(({ value }) => value))).toEqual(['1', '2'])
  expect(whole).toMatchObject({ rest: null, protected: true, shown: false })
})
