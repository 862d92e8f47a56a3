import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import type { CasePage, CaseView } from '../case-view.ts'
import type { Engine } from '../engine/ports.ts'
import type { PlanView } from '../plan-view.ts'
import { waitFor } from '../procedures/wait-for.ts'
import { ask, reached, withSystem } from '../testing/system.ts'
import { seedEmptyStore } from './seed.ts'

const system = withSystem()

const lasting =
  'draft confirming waiting inDoubt followOns completed stuck undone partlyUndone withdrawn'.split(
    ' ',
  )

const failures: unknown[] = []
const onFailure = (error: unknown) => void failures.push(error)

/** One that starts, and how many cases it opened by the time it is ready. */
async function seedAsOneOfSeveral(): Promise<number> {
  let opened = 0
  const engine = {
    ...system().engine,
    open: (order: Parameters<Engine['open']>[0]) => {
      opened += 1
      return system().engine.open(order)
    },
  }
  await seedEmptyStore({ ...system(), engine, onFailure }, null)
  return opened
}

test('of several that start at once one seeds', async () => {
  const [fewest, fewer, most] = (
    await Promise.all([seedAsOneOfSeveral(), seedAsOneOfSeveral(), seedAsOneOfSeveral()])
  ).toSorted((one, other) => one - other)
  expect([fewest, fewer]).toEqual([0, 0])
  expect(most).toBeGreaterThan(lasting.length)
  expect(failures).toEqual([])
}, 60_000)

test('a new house shows a case in every status that lasts', async () => {
  const { byStatus } = await ask(system(), 'cases.counts', {})
  for (const status of lasting) expect(byStatus[status], status).toBeGreaterThan(0)
}, 30_000)

async function caseIds(): Promise<string[]> {
  const rows = await system().db.selectFrom('cases').select('id').orderBy('id').execute()
  return rows.map(({ id }) => id)
}

test('seeding that was cut short is begun anew', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'sagsgang-seeding-'))
  const mark = join(directory, 'seeding')
  const seed = () => seedEmptyStore({ ...system(), onFailure: () => {} }, mark)
  const before = await caseIds()
  await seed()
  expect(await caseIds()).toEqual(before)
  writeFileSync(mark, '')
  await seed()
  const after = await caseIds()
  expect(after).toHaveLength(before.length)
  expect(after.filter((id) => before.includes(id))).toEqual([])
  expect(existsSync(mark)).toBe(false)
  rmSync(directory, { recursive: true })
}, 30_000)

const openEffects = () =>
  system()
    .db.selectFrom('effects')
    .select(['type', 'class'])
    .where('state', '=', 'open')
    .where('class', '!=', 'timer')
    .execute()

test('nothing is left to do but to wait', async () => {
  // A case that is over may still be telling another one so.
  await waitFor(async () => ((await openEffects()).length === 0 ? true : undefined), 8000)
  expect(await openEffects()).toEqual([])
})

test('a seeded case that is stuck is freed by hand', async () => {
  const { cases }: CasePage = await ask(system(), 'cases.list', { status: 'stuck' })
  const [stuck] = cases
  if (stuck === undefined) throw new Error('nothing is stuck')
  const order = {
    caseId: stuck.caseId,
    expectedVersion: stuck.version,
    idempotencyKey: 'free',
    command: { type: 'resume' },
  }
  await ask(system(), 'cases.command', order)
  await reached(system(), stuck.caseId, ['completed'])
})

test('a doubt stays a doubt when its time is over', async () => {
  const applied = async () => (await fetch(`${system().registerUrl}/control/applied`)).json()
  const before = await applied()
  const { cases }: CasePage = await ask(system(), 'cases.list', { status: 'inDoubt' })
  await fetch(`${system().registerUrl}/control/clock`, {
    method: 'PUT',
    body: JSON.stringify({ advance: { seconds: 1000 } }),
  })
  system().engine.wake()
  const undecided = await waitFor(async () => {
    const view: CaseView = await ask(system(), 'cases.get', { caseId: cases[0]?.caseId })
    return JSON.stringify(view.state).includes('deciding') ? view : undefined
  }, 5000)
  expect(undecided?.status).toBe('inDoubt')
  expect(await applied()).toEqual(before)
})

test('people to play with are untouched', async () => {
  const played = [
    '0707614293',
    '1306814172',
    '1306814180',
    '0709614304',
    '0101005038',
    '0709614096',
    '0709614231',
  ]
  for (const person of [
    ...played,
    '0701614011',
    '0709614118',
    '0708614246',
    '0101520013',
    '0709614398',
  ]) {
    expect(await ask(system(), 'cases.list', { person })).toMatchObject({ cases: [] })
  }
})

test('the half undone case says what is left', async () => {
  const { cases }: CasePage = await ask(system(), 'cases.list', { status: 'partlyUndone' })
  const plan: PlanView = await ask(
    system(),
    'cases.planUndo',
    { caseId: cases[0]?.caseId },
    'senior',
  )
  expect(plan.steps.length).toBeGreaterThan(0)
})
