import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'

import { type Status, statusOf } from '@sagsgang/machines'
import { createRegister } from '@sagsgang/register'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'

import { findCase } from '../engine/case-row.ts'
import { lostLines } from '../manage/lost-lines.ts'
import { newStoreDirectory, openStoreIn, type TestStore } from '../testing/database.ts'
import { moveData } from '../testing/forms.ts'
import { abbreviate, applied, arrive, openCase, submitTo, tell } from '../testing/story.ts'
import { createWorldOn, type World } from '../testing/world.ts'

/** A store that comes back as it was some commits ago, beside a register that has not forgotten them. */
const directory = newStoreDirectory()
const data = join(directory, 'postgres', 'data')
const copy = join(directory, 'copy')
let register: Awaited<ReturnType<typeof createRegister>>
let store: TestStore
let world: World

beforeAll(async () => {
  register = await createRegister({ dataDirectory: null, population: 200, port: 0 })
}, 60_000)
afterAll(async () => {
  await register.close()
  rmSync(directory, { recursive: true, force: true })
})
afterEach(async () => {
  await stop()
  await register.close()
  rmSync(join(directory, 'postgres'), { recursive: true, force: true })
  rmSync(join(directory, 'submission-log'), { recursive: true, force: true })
  register = await createRegister({ dataDirectory: null, population: 200, port: 0 })
})

async function start(): Promise<void> {
  store = await openStoreIn(directory)
  world = await createWorldOn(store, register)
}

async function stop(): Promise<void> {
  await world.close()
  await store.stop()
}

async function takeCopy(): Promise<void> {
  await stop()
  rmSync(copy, { recursive: true, force: true })
  execFileSync('cp', ['-a', data, copy])
  await start()
}

async function putCopyBack(): Promise<void> {
  await stop()
  rmSync(data, { recursive: true, force: true })
  execFileSync('cp', ['-a', copy, data])
  await start()
}

/** The register shows what was reported already, and says so: a caseworker goes on all the same. */
async function confirmTo(caseId: string, wanted: Status): Promise<void> {
  const { snapshot } = await arrive(world, caseId, 'confirming', wanted)
  if (statusOf(snapshot) === wanted) return
  const findings = snapshot.context.findings.map(({ rule }) => rule)
  await tell(world, caseId, { type: 'confirm', findings, reason: 'Indberettet allerede' })
  await arrive(world, caseId, wanted)
}

const updatesOf = async (pnr: string) =>
  (await applied(world)).filter(({ keys }) => keys['PNR'] === pnr)

const submissions = async (caseId: string) => {
  const { rows } = await sql<{ state: string; recovered: boolean; loggedState: string | null }>`
    select state, recovered_at is not null as recovered, logged_state as "loggedState"
    from submissions where case_id = ${caseId}`.execute(world.deps.db)
  return rows
}

const confirmed = { state: 'confirmed', recovered: true, loggedState: 'confirmed' }

test('a draft set back finds its report in the register', async () => {
  const pnr = '1306814180'
  await start()
  const caseId = await abbreviate(world, pnr)
  await takeCopy()
  await submitTo(world, caseId, 'completed')
  await putCopyBack()
  expect(await submissions(caseId)).toEqual([{ ...confirmed, state: 'inDoubt' }])
  expect(await lostLines(world.deps.db)).toEqual([
    expect.stringContaining('the case asks the register before it reports again'),
  ])
  const { snapshot } = await submitTo(world, caseId, 'completed')
  expect(snapshot.context.differences).toEqual([])
  expect(await submissions(caseId)).toEqual([confirmed])
  expect(await updatesOf(pnr)).toHaveLength(1)
}, 60_000)

test('cases set back while they report tell nothing twice', async () => {
  const people = ['0709614304', '0707614293', '0709614096']
  await start()
  await world.put('faults', { closed: true })
  const caseIds: string[] = []
  for (const pnr of people) {
    await world.put('faults', {})
    const caseId = await abbreviate(world, pnr)
    await world.put('faults', { closed: true })
    await tell(world, caseId, { type: 'submit' })
    caseIds.push(caseId)
  }
  await takeCopy()
  await world.put('faults', {})
  for (const caseId of caseIds) await arrive(world, caseId, 'completed')
  await putCopyBack()
  for (const caseId of caseIds) await confirmTo(caseId, 'completed')
  for (const pnr of people) expect(await updatesOf(pnr)).toHaveLength(1)
  for (const caseId of caseIds) expect(await submissions(caseId)).toEqual([confirmed])
}, 60_000)

test('a move that the case sees as done already is proven', async () => {
  const pnr = '0709614304'
  await start()
  const caseId = await openCase(world, 'move', moveData(pnr, world.deps.clock.today()))
  await takeCopy()
  await submitTo(world, caseId, 'followOns', 'completed')
  await putCopyBack()
  await submitTo(world, caseId, 'followOns', 'completed')
  expect(await submissions(caseId)).toEqual([confirmed])
  expect(await updatesOf(pnr)).toHaveLength(1)
}, 60_000)

test('a save lost with its commit is sent once more only when it is absent', async () => {
  const pnr = '1306814180'
  await start()
  const caseId = await abbreviate(world, pnr)
  await takeCopy()
  await world.put('faults', { loseRequest: 1 })
  await submitTo(world, caseId, 'inDoubt')
  await world.put('faults', {})
  await putCopyBack()
  expect(await submissions(caseId)).toMatchObject([{ state: 'inDoubt', recovered: true }])
  await submitTo(world, caseId, 'inDoubt')
  await world.advance({ seconds: 901 })
  await expect
    .poll(
      async () => {
        await world.advance({ seconds: 61 })
        const stored = await findCase(world.deps.db, caseId)
        return stored?.snapshot.context.accepted.outputs.length
      },
      { timeout: 15_000, interval: 200 },
    )
    .toBe(1)
  expect(await updatesOf(pnr)).toHaveLength(1)
}, 60_000)

test('what was sent for a case that is gone is listed', async () => {
  const pnr = '1306814180'
  await start()
  await takeCopy()
  const caseId = await abbreviate(world, pnr)
  await submitTo(world, caseId, 'completed')
  await putCopyBack()
  expect(await findCase(world.deps.db, caseId)).toBeUndefined()
  const lost = await world.deps.db.selectFrom('lost_submissions').selectAll().execute()
  expect(lost).toMatchObject([{ case_id: caseId, report: 0, logged_state: 'confirmed' }])
  expect(JSON.stringify(lost)).not.toContain(pnr)
  expect(await lostLines(world.deps.db)).toEqual([
    expect.stringMatching(
      new RegExp(`^forgotten ADRNVN-I of case ${caseId} .* confirmed: the case is gone`, 'u'),
    ),
  ])
}, 60_000)

test('a store that is whole is left as it is', async () => {
  await start()
  const caseId = await abbreviate(world, '1306814180')
  await submitTo(world, caseId, 'completed')
  await stop()
  await start()
  expect(await submissions(caseId)).toEqual([
    { state: 'confirmed', recovered: false, loggedState: null },
  ])
  expect(await world.deps.db.selectFrom('lost_submissions').select('id').execute()).toEqual([])
}, 60_000)
