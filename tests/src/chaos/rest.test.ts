import { expect, test } from 'vitest'

import { isUnderWay } from './rest.ts'

const deadline = { id: '1/0', type: 'deadline', failed: null }
const lookUp = { id: '2/0', type: 'lookUp', failed: null }

test('a case with an effect to come is under way', () => {
  expect(isUnderWay({ status: 'checking', effects: [deadline, lookUp] })).toBe(true)
})

test('one held with nothing but its deadline rests', () => {
  expect(isUnderWay({ status: 'undoing', effects: [deadline] })).toBe(false)
})

test('one whose effect was given up waits for somebody', () => {
  const failed = { ...lookUp, failed: 'workerLost' }
  expect(isUnderWay({ status: 'checking', effects: [failed] })).toBe(false)
})
