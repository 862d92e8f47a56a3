import { expect, test } from 'vitest'

import { findSaying } from './sayings.ts'

test('known words are told in English with what to do', () => {
  expect(findSaying('Rækken findes ikke ')).toMatchObject({
    english: 'There is no such row',
    advice: { en: expect.stringContaining('history') },
  })
})

test('words that nobody has met are left as they are', () => {
  expect(findSaying('Noget helt andet')).toBeUndefined()
})
