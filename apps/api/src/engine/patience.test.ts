import { expect, test } from 'vitest'

import { realTimers } from '../edges.ts'
import { withPatience } from './patience.ts'

const failing = (times: number, code: string) => {
  let calls = 0
  return {
    run: () => {
      calls += 1
      if (calls > times) return Promise.resolve('done')
      return Promise.reject(Object.assign(new Error('away'), { code }))
    },
    calls: () => calls,
  }
}

test('a database that restarts is waited for', async () => {
  const { run, calls } = failing(2, '57P01')
  expect(await withPatience(realTimers, run)).toBe('done')
  expect(calls()).toBe(3)
})

test('what time does not heal is told at once', async () => {
  const { run, calls } = failing(1, '23505')
  await expect(withPatience(realTimers, run)).rejects.toThrow('away')
  expect(calls()).toBe(1)
})
