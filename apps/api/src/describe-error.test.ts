import { expect, test } from 'vitest'

import { describeError } from './describe-error.ts'

test('an error is described by name, words and place', () => {
  const { error, message, at } = describeError(new TypeError('no case 7'))
  expect([error, message]).toEqual(['TypeError', 'no case 7'])
  expect(at).toContain('describe-error.test.ts')
})

test('what the database says stays out', () => {
  const refused = Object.assign(new Error('Key (pnr)=(0101901234) exists'), { code: '23505' })
  expect(describeError(refused)).toMatchObject({ error: 'Error', code: '23505' })
  expect(JSON.stringify(describeError(refused))).not.toContain('0101901234')
})

test('a number in our own words is masked', () => {
  expect(describeError(new Error('nobody has 0101901234')).message).toBe('nobody has 010190••••')
})

test('what is no error is named by its type', () => {
  expect(describeError('0101901234')).toEqual({ error: 'string' })
})
