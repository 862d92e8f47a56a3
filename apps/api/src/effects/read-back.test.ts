import { sql } from 'kysely'
import { expect, test } from 'vitest'

import { findCase } from '../engine/case-row.ts'
import { abbreviate, applied, arrive, submitTo } from '../testing/story.ts'
import { withWorld } from '../testing/world.ts'
import { readBackHandler } from './read-back.ts'
import { submissionsOf } from './submissions.ts'

const world = withWorld()
const patiently = { timeout: 15_000 }

const updatesOf = async (pnr: string) =>
  (await applied(world())).filter(({ keys }) => keys['PNR'] === pnr)

test('a lookup that is answered often enough goes to a person', async () => {
  const pnr = '0709614304'
  await world().put('faults', { loseRequest: 1 })
  const caseId = await abbreviate(world(), pnr)
  await submitTo(world(), caseId, 'inDoubt')
  await world().put('faults', {})
  await sql`update submissions set rounds = 6 where case_id = ${caseId}`.execute(world().deps.db)
  await world().advance({ seconds: 901 })
  await expect
    .poll(async () => (await findCase(world().deps.db, caseId))?.snapshot.value, patiently)
    .toMatchObject({ work: { reporting: 'deciding' } })
  const [submission] = await submissionsOf(world().deps.db, caseId)
  expect(submission).toMatchObject({ state: 'inDoubt', rounds: 6 })
  expect(await updatesOf(pnr)).toEqual([])
})

test('absence seen late is looked at again a minute after', async () => {
  const pnr = '1306814180'
  await world().put('faults', { loseRequest: 1 })
  const caseId = await abbreviate(world(), pnr)
  await submitTo(world(), caseId, 'inDoubt')
  await world().put('faults', {})
  const place = async () => (await findCase(world().deps.db, caseId))?.snapshot.value
  const settling = { work: { reporting: { reconciling: 'settling' } } }
  await expect.poll(place, patiently).toMatchObject(settling)
  // As if the first look had only been possible now.
  await world().advance({ seconds: 880 })
  await sql`update submissions set absent_at = ${world().deps.clock.registerNow()}
    where case_id = ${caseId}`.execute(world().deps.db)
  await world().advance({ seconds: 25 })
  const rounds = async () => (await submissionsOf(world().deps.db, caseId))[0]?.rounds
  await expect.poll(rounds, patiently).toBe(2)
  expect(await updatesOf(pnr)).toEqual([])
  await world().advance({ seconds: 61 })
  await arrive(world(), caseId, 'completed')
  expect(await updatesOf(pnr)).toHaveLength(1)
})

test('what the log says was accepted is never resent', async () => {
  const pnr = '0707614293'
  await world().put('faults', { loseRequest: 1 })
  const caseId = await abbreviate(world(), pnr)
  await submitTo(world(), caseId, 'inDoubt')
  await world().put('faults', {})
  await sql`update submissions set logged_state = 'confirmed' where case_id = ${caseId}`.execute(
    world().deps.db,
  )
  await world().advance({ seconds: 901 })
  const reasons = async () => {
    const { rows } = await sql<{ reason: string }>`
      select message ->> 'reason' as reason from journal
      where case_id = ${caseId} and message ->> 'type' = 'undecided'`.execute(world().deps.db)
    return rows.map(({ reason }) => reason)
  }
  await expect.poll(reasons, patiently).toEqual(['loggedAsApplied'])
  expect(await updatesOf(pnr)).toEqual([])
})

test('a look that showed only an error is not counted', async () => {
  const { deps, put } = world()
  await put('faults', { loseRequest: 1 })
  const caseId = await abbreviate(world(), '0709614231')
  const stored = await submitTo(world(), caseId, 'inDoubt')
  await put('faults', {})
  const rounds = async () => (await submissionsOf(deps.db, caseId))[0]?.rounds
  await expect.poll(rounds, patiently).toBe(1)
  const receipt = { outcome: 'error', code: 4711, text: '', messages: [] } as const
  const port = { ...deps.port, lookUp: async () => ({ type: 'refused', receipt }) as const }
  const effect = { id: '99/0', type: 'readBack', payload: { report: 0, final: true } } as const
  const run = { case: stored, effect, fence: 0n, attempts: 0 }
  expect(await readBackHandler({ ...deps, port })(run)).toMatchObject({
    answer: { type: 'failed', reason: 'receipt 4711' },
  })
  expect(await rounds()).toBe(1)
})
