import { expect, test } from 'vitest'

import { tellHistories, wrongIn } from './tell-histories.ts'

test('what is planned is what stands, second half', async () => {
  expect(wrongIn(await tellHistories(2501, 5000))).toBe('')
}, 600_000)
