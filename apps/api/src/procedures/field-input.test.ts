import type { FieldType } from '@sagsgang/events'
import { expect, test } from 'vitest'

import { Refusal } from '../errors.ts'
import { toChange, withoutEmpty } from './field-input.ts'
import type { FieldValues } from './inputs.ts'

const types = {
  person: 'pnr',
  children: 'pnrList',
  holders: 'holderList',
  moved: 'date',
  abroad: 'flag',
  lines: 'lines',
} as const

const field = ([name, type]: [string, FieldType]) => ({ name, type })
const definition = { fields: Object.entries(types).map(field) }

const read = (values: FieldValues) => toChange(definition, values)

test.each(['0707614293', '070761-4293', '070761 4293'])(
  'every way to write a number is one: %#',
  (pnr) => {
    expect(read({ person: pnr, children: [pnr] })).toEqual({
      person: '0707614293',
      children: ['0707614293'],
    })
  },
)

test('a wrong value of the right type is kept', () => {
  expect(read({ person: 'nobody', moved: '20261399' })).toEqual({
    person: 'nobody',
    moved: '20261399',
  })
})

test.each<FieldValues>([
  { person: true },
  { person: ['0707614293'] },
  { abroad: 'X' },
  { children: '0707614293' },
  { children: [{ relation: 'mother' }] },
  { holders: ['0707614293'] },
])('a value of another JSON type is refused: %j', (values) => {
  expect(read(values)).toMatchObject({
    reason: 'fieldType',
    detail: { fields: Object.keys(values) },
  })
})

test('a field that the event has not is refused', () => {
  const refused = read({ status: 'completed' })
  expect(refused).toBeInstanceOf(Refusal)
  expect(refused).toMatchObject({ reason: 'fieldUnknown' })
})

test('what is emptied is cleared', () => {
  const change = read({ person: '', children: [], abroad: null, lines: ['a'] })
  if (change instanceof Refusal) throw change
  expect(change).toEqual({ person: null, children: null, abroad: null, lines: ['a'] })
  expect(withoutEmpty(change)).toEqual({ lines: ['a'] })
})

test('decomposed letters become whole ones', () => {
  expect(read({ person: 'A\u030A' })).toEqual({ person: '\u00C5' })
})
