import { expect, test } from 'vitest'

import { toReferenceRows } from './reference-rows.ts'

const stamp = '20261120101112000001'
const row = (values: Record<string, string>, heading = false) => ({
  table: 'guardian',
  heading,
  person: null,
  covered: false,
  fields: Object.entries(values).map(([code, value]) => ({
    code,
    name: code,
    label: { da: code, en: code },
    kind: 'text' as const,
    value,
    text: null,
    meaning: null,
  })),
})

test('a guardian with a number is shown with it covered', () => {
  const given = row({
    CUMY_TIMSTP: stamp,
    CUMY_RELPNR: '0101900000',
    CUMY_RELADRSAT: ' ',
    CUMY_STARTDATO: '20260105',
  })
  expect(toReferenceRows([given])).toEqual([
    { timestamp: stamp, who: '010190-••••', since: '05-01-2026' },
  ])
})

test('a guardian without a number is shown by name', () => {
  const given = row({ CUMY_TIMSTP: stamp, CUMY_RELPNR: '', CUMY_RELADRSAT: 'Bo Holm' })
  expect(toReferenceRows([given])[0]?.who).toBe('Bo Holm')
})

test('a guardian whom nothing names is shown by stamp', () => {
  expect(toReferenceRows([row({ CUMY_TIMSTP: stamp })])[0]?.who).toBe(stamp)
})

test('headings and rows without a stamp are left out', () => {
  expect(toReferenceRows([row({ CUMY_TIMSTP: stamp }, true), row({ CUMY_TIMSTP: '' })])).toEqual([])
})
