import { entities } from '@sagsgang/events'
import { createInstance } from 'i18next'
import { expect, test } from 'vitest'

import { daRegister } from './da-register.ts'
import { da } from './da.ts'
import { relativeName } from './row-name.ts'

test('every kind of row and column has a name', () => {
  expect(Object.keys(daRegister.entities).toSorted()).toEqual(Object.keys(entities).toSorted())
  const columns = new Set(Object.values(entities).flat())
  expect([...columns].filter((column) => !(column in daRegister.columns))).toEqual([])
})

test('a relative is called as one says it', async () => {
  const dictionary = createInstance()
  const t = await dictionary.init({ resources: { da: { translation: da } }, lng: 'da' })
  expect(relativeName('relation', 'mother', t)).toBe('Mor')
  expect(relativeName('relation', 'father', t)).toBe('Far eller medmor')
  expect(relativeName('relation', '00003', t)).toBeUndefined()
  expect(relativeName('lastName', 'mother', t)).toBeUndefined()
})
