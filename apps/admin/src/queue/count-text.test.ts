import { expect, test } from 'vitest'

import { countText } from './count-text.ts'

test('a number beyond the cap is told as such', () => {
  expect([0, 1000, 1001].map((count) => countText(count, { cap: 1000 }))).toEqual([
    '0',
    '1000',
    '1000+',
  ])
})
