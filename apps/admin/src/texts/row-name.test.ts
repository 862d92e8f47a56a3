import { entities } from '@sagsgang/events'
import { expect, test } from 'vitest'

import { daRegister } from './da-register.ts'

test('every kind of row and column has a name', () => {
  expect(Object.keys(daRegister.entities).toSorted()).toEqual(Object.keys(entities).toSorted())
  const columns = new Set(Object.values(entities).flat())
  expect([...columns].filter((column) => !(column in daRegister.columns))).toEqual([])
})
