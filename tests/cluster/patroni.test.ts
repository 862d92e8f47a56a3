import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'

import { readDeployed } from './compose.ts'
import { LONGEST_SECONDS } from './drill.ts'
import { FROZEN_SECONDS } from './faults.ts'

const dcs = z.looseObject({
  ttl: z.number(),
  loop_wait: z.number(),
  retry_timeout: z.number(),
  synchronous_mode: z.boolean(),
  synchronous_mode_strict: z.boolean(),
  failsafe_mode: z.boolean(),
  postgresql: z.looseObject({
    use_pg_rewind: z.boolean(),
    parameters: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
})
const described = z
  .looseObject({ bootstrap: z.looseObject({ dcs, initdb: z.array(z.unknown()) }) })
  .parse(parse(readDeployed('database/patroni.yaml'))).bootstrap
const { ttl, loop_wait: look, retry_timeout: retry, postgresql } = described.dcs

test('a primary that cannot renew stops before others take over', () => {
  expect(look + 2 * retry).toBeLessThanOrEqual(ttl)
  expect(described.dcs.failsafe_mode).toBe(false)
})

test('what was acknowledged is on two disks', () => {
  expect(described.dcs).toMatchObject({ synchronous_mode: true, synchronous_mode_strict: true })
  expect(postgresql.parameters).toMatchObject({
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
  })
  expect(described.initdb).toContain('data-checksums')
})

test('the drill freezes for longer than the lock holds', () => {
  expect(FROZEN_SECONDS).toBeGreaterThan(ttl + look)
  expect(ttl + look).toBeLessThan(LONGEST_SECONDS)
})
