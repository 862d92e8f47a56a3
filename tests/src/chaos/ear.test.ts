import { expect, test } from 'vitest'

import { createEar } from './ear.ts'

test('a personal number is heard in any writing', () => {
  const ear = createEar()
  ear.hear('api-1', '{"time":1795448270491,"msg":"about 0707614293"}')
  ear.hear('worker-1', 'key (pnr)=(130681-4172) already exists')
  ear.hear('worker-2', 'dialogue 20261123080000000001, port 42855')
  expect([...ear.numbers()]).toEqual([
    ['0707614293', 'api-1'],
    ['1306814172', 'worker-1'],
  ])
})

test('the last lines are kept and the first forgotten', () => {
  const ear = createEar()
  for (let line = 1; line <= 2_000; line += 1) ear.hear('database', `line ${line}`)
  expect(ear.last().at(-1)).toBe('database: line 2000')
  expect(ear.last().length).toBeLessThanOrEqual(800)
})
