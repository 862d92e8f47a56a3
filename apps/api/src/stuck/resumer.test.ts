import { beforeEach, expect, test } from 'vitest'

import { realTimers } from '../edges.ts'
import type { ResumeRunPage } from '../operations-view.ts'
import { waitFor } from '../procedures/wait-for.ts'
import { brokenOff, faults, stuckName } from '../testing/stuck-people.ts'
import { ask, key, withSystem } from '../testing/system.ts'
import { carryOn } from './carry-on.ts'
import { startResumer } from './resumer.ts'
import { claimRun, releaseRun } from './runs.ts'

const system = withSystem()
const log = { error: () => {} }

beforeEach(() => faults(system(), {}))

const deps = () => {
  const { db, engine, port, auditor } = system()
  return { db, engine, port, auditor, timers: realTimers, log }
}

async function order(people: readonly string[]): Promise<ResumeRunPage> {
  await faults(system(), brokenOff)
  for (const pnr of people) await stuckName(system(), pnr)
  await faults(system(), {})
  const all = { cause: 'initiate.unsent', all: true, onePerSecond: 10, idempotencyKey: key() }
  return ask(system(), 'operations.startResume', all, 'senior')
}

const done = (runId: string) =>
  waitFor<ResumeRunPage>(async () => {
    const run: ResumeRunPage = await ask(system(), 'operations.resumeRun', { runId })
    return run.state === 'done' ? run : undefined
  }, 40_000)

async function resumesOf({ items }: ResumeRunPage): Promise<readonly number[]> {
  const journals = await Promise.all(
    items.map(({ caseId }) => ask(system(), 'cases.journal', { caseId })),
  )
  return journals.map(
    (entries: { message: { type: string } }[]) =>
      entries.filter(({ message }) => message.type === 'resume').length,
  )
}

test('several processes resume every case once', async () => {
  const others = [startResumer(deps()), startResumer(deps()), startResumer(deps())]
  const { runId } = await order(['1306814180', '1306814172', '0709614304', '0709614096'])
  const run = await done(runId)
  await Promise.all(others.map((one) => one.stop()))
  expect(run?.counts).toMatchObject({ total: 4, verified: 4 })
  expect(run && (await resumesOf(run))).toEqual([1, 1, 1, 1])
}, 120_000)

test('a run that was left half-way goes on with the next process', async () => {
  await system().stopResumer()
  const { runId } = await order(['0101005038', '0709614231'])
  // This one dies after its first case was told to go on, its lease unreleased.
  const held = await claimRun(system().db)
  if (held === undefined) throw new Error('no run is due')
  await carryOn(deps(), held)
  expect(await claimRun(system().db)).toBeUndefined()
  await system()
    .db.updateTable('resume_runs')
    .set({ lease_until: new Date(0) })
    .execute()
  const next = startResumer(deps())
  const run = await done(runId)
  await next.stop()
  expect(run?.counts).toMatchObject({ total: 2, verified: 2 })
  expect(run && (await resumesOf(run))).toEqual([1, 1])
}, 120_000)

test('who has lost the lease writes nothing more', async () => {
  const { runId } = await order(['0709614126'])
  const stale = await claimRun(system().db)
  if (stale === undefined) throw new Error('no run is due')
  await system()
    .db.updateTable('resume_runs')
    .set({ lease_until: new Date(0) })
    .execute()
  const fresh = await claimRun(system().db)
  if (fresh === undefined) throw new Error('the run was not taken over')
  expect(fresh.fence).not.toBe(stale.fence)
  await carryOn(deps(), stale)
  const run: ResumeRunPage = await ask(system(), 'operations.resumeRun', { runId })
  expect(run.items).toMatchObject([{ state: 'waiting' }])
  await releaseRun(system().db, fresh, 0)
  const next = startResumer(deps())
  expect((await done(runId))?.counts.verified).toBe(1)
  await next.stop()
}, 120_000)
