import { developmentProfile, findSaying } from '@sagsgang/gctp'
import { expect, test } from 'vitest'

import { rulings } from './receipts.ts'

test('every rule is told in words that callers know', () => {
  const unknown = Object.values(rulings).filter(
    ({ code, text }) =>
      code === developmentProfile.codes.ruleBroken && findSaying(text) === undefined,
  )
  expect(unknown).toEqual([])
})
