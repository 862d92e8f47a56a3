import { expect, test } from 'vitest'

import { listedName, spokenName } from './person-name.ts'

test('a name is said first names first', () => {
  expect(spokenName('Test-Petersen,Ane')).toBe('Ane Test-Petersen')
  expect(spokenName('Ane')).toBe('Ane')
})

test('a name is listed surname first', () => {
  expect(listedName('Test-Petersen,Ane Marie')).toBe('Test-Petersen, Ane Marie')
})
