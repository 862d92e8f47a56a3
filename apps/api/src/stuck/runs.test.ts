import { beforeEach, expect, test } from 'vitest'

import type { ResumePreview, ResumeRun, ResumeRunPage } from '../operations-view.ts'
import { waitFor } from '../procedures/wait-for.ts'
import { brokenOff, faults, get, stuckName } from '../testing/stuck-people.ts'
import { ask, command, key, reached, refusal, withSystem } from '../testing/system.ts'

const system = withSystem()
const cause = 'initiate.unsent'

beforeEach(() => faults(system(), {}))

/** So many cases that the register has just brought to a standstill. */
async function stuck(...people: readonly string[]): Promise<readonly string[]> {
  await faults(system(), brokenOff)
  const cases = await Promise.all(people.map((pnr) => stuckName(system(), pnr)))
  return cases.map(({ caseId }) => caseId)
}

const start = (order: object, user = 'operator'): Promise<ResumeRunPage> =>
  ask(system(), 'operations.startResume', { cause, idempotencyKey: key(), ...order }, user)

const read = (runId: string): Promise<ResumeRunPage> =>
  ask(system(), 'operations.resumeRun', { runId }, 'operator')

async function until(runId: string, state: ResumeRun['state']): Promise<ResumeRunPage> {
  const found = await waitFor(async () => {
    const run = await read(runId)
    return run.state === state ? run : undefined
  }, 30_000)
  if (found === undefined) throw new Error(JSON.stringify(await read(runId)))
  return found
}

const preview = (order: object = {}): Promise<ResumePreview> =>
  ask(system(), 'operations.previewResume', { cause, ...order }, 'operator')

const resumes = async (caseId: string): Promise<number> => {
  const journal: { message: { type: string } }[] = await ask(system(), 'cases.journal', { caseId })
  return journal.filter(({ message }) => message.type === 'resume').length
}

test('one case is tried, followed and shown to be solved', async () => {
  const [caseId = ''] = await stuck('0707614293')
  const { health } = await get(system(), caseId)
  expect(health).toMatchObject({ cause, owner: 'operator', due: { overdue: false } })
  await faults(system(), {})
  const { runId } = await start({ caseIds: [caseId] })
  const done = await until(runId, 'done')
  expect(done.items).toMatchObject([{ caseId, state: 'verified', reason: null }])
  expect((await get(system(), caseId)).status).toBe('completed')
  expect(await resumes(caseId)).toBe(1)
}, 90_000)

test('while the trouble lasts the rest are not tried', async () => {
  const cases = await stuck('1306814180', '1306814172', '0709614304')
  const before = await preview({ limit: 2 })
  expect(before).toMatchObject({ total: 3, resumable: 3, cannot: [] })
  expect(before.cases).toHaveLength(2)
  expect((await preview({ limit: 2, cursor: before.next })).cases).toHaveLength(1)
  const { runId } = await start({ all: true, onePerSecond: 10 })
  const paused = await until(runId, 'paused')
  expect(paused.items.map(({ state }) => state)).toEqual(['stillFailing', 'waiting', 'waiting'])
  expect(paused.reason?.en).toMatch(/not solved/)
  expect(await preview()).toMatchObject({
    resumable: 1,
    cannot: [{ reason: 'underWay', count: 2 }],
  })
  await faults(system(), {})
  await ask(system(), 'operations.goOnResume', { runId }, 'operator')
  const done = await until(runId, 'done')
  expect(done.counts).toMatchObject({ stillFailing: 1, verified: 2, waiting: 0 })
  // It failed again from the same place: it has been stuck since the first time.
  const [first] = (await preview()).cases
  expect(first).toMatchObject({ times: 2, resumable: true })
  expect(new Date(first?.firstAt ?? 0).getTime()).toBeLessThan(
    new Date(first?.lastAt ?? 0).getTime(),
  )
  const again = await start({ all: true })
  expect((await until(again.runId, 'done')).counts.verified).toBe(1)
  for (const caseId of cases) await reached(system(), caseId, ['completed'])
}, 120_000)

test('what a probe finds wrong leaves the case alone', async () => {
  const [caseId = ''] = await stuck('0709614096')
  await faults(system(), { closed: true })
  const { version } = await get(system(), caseId)
  const { runId } = await start({ caseIds: [caseId] })
  const paused = await until(runId, 'paused')
  expect(paused.items[0]).toMatchObject({ state: 'notReady', reason: { en: 'CPR is closed' } })
  expect(await get(system(), caseId)).toMatchObject({ version, status: 'stuck' })
  await ask(system(), 'operations.stopResume', { runId }, 'operator')
  await faults(system(), {})
  const again = await start({ caseIds: [caseId] })
  await until(again.runId, 'done')
}, 90_000)

test('an order is one run, however often it comes', async () => {
  const [caseId = ''] = await stuck('0709614231')
  await faults(system(), {})
  const at = new Date(Date.now() + 3_600_000).toISOString()
  const order = { cause, caseIds: [caseId], at, idempotencyKey: key() }
  const [one, other] = await Promise.all([
    ask(system(), 'operations.startResume', order, 'operator'),
    ask(system(), 'operations.startResume', order, 'operator'),
  ])
  expect(one.runId).toBe(other.runId)
  expect(one).toMatchObject({ state: 'waiting', startAt: at })
  const changed = { ...order, caseIds: [caseId, 'x'] }
  expect(await refusal(system(), 'operations.startResume', changed, 'operator')).toEqual([
    'CONFLICT',
    'idempotencyKeyReused',
  ])
  // Nobody else may take it up meanwhile, until the run is stopped.
  const another = { cause, caseIds: [caseId], idempotencyKey: key() }
  expect(await refusal(system(), 'operations.startResume', another, 'operator')).toEqual([
    'PRECONDITION_FAILED',
    'nothingToResume',
  ])
  await ask(system(), 'operations.pauseResume', { runId: one.runId }, 'operator')
  const stopped = await ask(system(), 'operations.stopResume', { runId: one.runId }, 'operator')
  expect(stopped).toMatchObject({ state: 'stopped', counts: { passed: 1 } })
  expect(
    await refusal(system(), 'operations.goOnResume', { runId: one.runId }, 'operator'),
  ).toEqual(['CONFLICT', 'runEnded'])
  expect(await resumes(caseId)).toBe(0)
  await until((await start({ caseIds: [caseId] })).runId, 'done')
}, 90_000)

test('a case that somebody freed meanwhile is passed over', async () => {
  const [caseId = ''] = await stuck('0101005038')
  await faults(system(), {})
  const at = new Date(Date.now() + 1_500).toISOString()
  const { runId } = await start({ caseIds: [caseId], at })
  await command(system(), await get(system(), caseId), { type: 'resume' })
  await reached(system(), caseId, ['completed'])
  const done = await until(runId, 'done')
  expect(done.items).toMatchObject([{ state: 'passed' }])
  expect(await resumes(caseId)).toBe(1)
}, 90_000)

test('only who may resume orders a run, in their own house', async () => {
  const [caseId = ''] = await stuck('0709614126')
  await faults(system(), {})
  const order = { cause, caseIds: [caseId], idempotencyKey: key() }
  for (const user of ['auditor', 'service'])
    expect(await refusal(system(), 'operations.startResume', order, user)).toEqual([
      'FORBIDDEN',
      'roleNotAllowed',
    ])
  expect(await refusal(system(), 'operations.startResume', order, 'other')).toEqual([
    'PRECONDITION_FAILED',
    'nothingToResume',
  ])
  const { runId } = await start({ caseIds: [caseId] }, 'caseworker')
  expect(await refusal(system(), 'operations.resumeRun', { runId }, 'other')).toEqual([
    'NOT_FOUND',
    'runNotFound',
  ])
  await until(runId, 'done')
  const runs: readonly ResumeRun[] = await ask(system(), 'operations.resumeRuns', {}, 'auditor')
  expect(runs.some((run) => run.runId === runId && run.orderedBy === 'caseworker')).toBe(true)
}, 90_000)

test('what nothing repeats is not ordered', async () => {
  const order = { cause: 'overdue.naming', all: true, idempotencyKey: key() }
  expect(await refusal(system(), 'operations.startResume', order, 'operator')).toEqual([
    'PRECONDITION_FAILED',
    'nothingToResume',
  ])
})
