import { expect, test } from 'vitest'

import { developmentProfile } from './profile.ts'
import { findReceipt } from './receipts.ts'

test.each([
  [0, 'done'],
  [40, 'refused'],
  [172, 'refused'],
  [905, 'signOn'],
  [903, 'signOn'],
  [5405, 'lapsed'],
  [5406, 'lapsed'],
  [5407, 'warning'],
  [9999, 'fault'],
])('code %i is known as %s', (code, type) => {
  expect(findReceipt(code)).toMatchObject({ code, class: type })
})

test('a code nobody documented is not guessed', () => {
  expect(findReceipt(4711)).toBeUndefined()
})

test('each modelled code has one meaning and texts', () => {
  const codes = Object.values(developmentProfile.codes)
  expect(new Set(codes).size).toBe(codes.length)
  for (const code of codes) {
    expect(findReceipt(code)?.text.da).toBeTruthy()
    expect(findReceipt(code)?.text.en).toBeTruthy()
  }
})

test('another profile moves a modelled code', () => {
  const codes = { ...developmentProfile.codes, lapsed: 7001 }
  const profile = { ...developmentProfile, codes }
  expect(findReceipt(7001, profile)?.class).toBe('lapsed')
  expect(findReceipt(5405, profile)).toBeUndefined()
})
