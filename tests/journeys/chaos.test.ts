import { expect, test } from 'vitest'

import { killsIn } from '../src/chaos/mishaps.ts'
import { runChaos } from '../src/chaos/run.ts'

/** The same as `pnpm chaos`, which kills as often as one likes. */
const order = { kills: 50, seed: 2026, minutes: 20, lanes: 6, restSeconds: 180 }

test('fifty kills lose nothing and do nothing twice', { timeout: 3_600_000 }, async () => {
  const report = await runChaos({ ...order, say: () => {} })
  expect(report.violations, report.last.join('\n')).toEqual([])
  expect(killsIn(report.harm)).toBe(order.kills)
  // Tame chaos proves nothing.
  expect(Math.min(report.harm.kills.api, report.harm.kills.worker)).toBeGreaterThan(0)
  expect(report.applied.sent + report.applied.lost).toBeGreaterThan(20)
  expect(report.doubts.proven + report.doubts.absent).toBeGreaterThan(0)
  expect(report.repeated).toBeGreaterThan(0)
})
