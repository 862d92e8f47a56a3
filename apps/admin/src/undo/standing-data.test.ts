import { expect, test } from 'vitest'

import { standingData } from './standing-data.ts'

const label = { da: 'felt', en: 'field' }
const data = { firstNames: 'Åse', middleName: 'Vang', feePaid: true }

test('a field that was corrected shows what stands', () => {
  const diffs = [{ field: 'firstNames', label, before: 'Aase', after: 'Åse' }]
  expect(standingData(data, diffs)).toEqual({ ...data, firstNames: 'Aase' })
})

test('a field that was emptied shows nothing', () => {
  const diffs = [{ field: 'middleName', label, before: null, after: 'Vang' }]
  expect(standingData(data, diffs)).toEqual({ firstNames: 'Åse', feePaid: true })
})

test('what the register holds as reported stays', () => {
  expect(standingData(data, [])).toEqual(data)
})
