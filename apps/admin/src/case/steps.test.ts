import { expect, test } from 'vitest'

import { currentStep } from './steps.ts'

test.each([
  ['draft', 'data'],
  ['confirming', 'warnings'],
  ['inDoubt', 'send'],
  ['followOns', 'followOns'],
  ['completed', 'done'],
] as const)('a case that is %s stands at %s', (status, step) => {
  expect(currentStep(status, [])).toBe(step)
})

test('a stuck case stands where its state is', () => {
  expect(currentStep('stuck', ['work', 'work/reporting', 'work/reporting/validating'])).toBe('send')
  expect(currentStep('stuck', ['work/accepted', 'work/accepted/course/verifying'])).toBe('done')
  expect(currentStep('stuck', ['health/stuck'])).toBe('data')
})
