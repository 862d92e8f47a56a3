import { addMonths } from '@sagsgang/events'
import { beforeAll, expect, test } from 'vitest'

import { currentRow, openCase, rowsOf, submitTo } from '../testing/story.ts'
import { withWorld } from '../testing/world.ts'

const world = withWorld()
let mother = ''
let child = ''

interface Listed {
  readonly pnr: string
  readonly birthDate: string
}

/** The house and the road somebody lives in; nothing for one who lives nowhere. */
async function homeOf(pnr: string): Promise<string> {
  const rows = await rowsOf(world(), pnr, 'address')
  const home = rows.find(({ current }) => current)
  return `${String(home?.['streetCode'])} ${String(home?.['houseNumber'])}`
}

beforeAll(async () => {
  const eighteenYearsAgo = addMonths(world().deps.clock.today(), -18 * 12)
  const people = await world().control<readonly Listed[]>('people?status=01')
  for (const { pnr } of people.filter(({ birthDate }) => birthDate > eighteenYearsAgo)) {
    const kin = await rowsOf(world(), pnr, 'kinship')
    const parent = kin.find(({ relation }) => relation === 'mother')?.['personnummer']
    if (typeof parent !== 'string') continue
    if ((await homeOf(parent)) !== (await homeOf(pnr))) continue
    mother = parent
    child = pnr
    return
  }
})

async function typesOf(pnr: string): Promise<readonly string[]> {
  const rows = await rowsOf(world(), pnr, 'protection')
  return rows
    .filter(({ current }) => current)
    .map(({ protectionType }) => String(protectionType))
    .toSorted()
}

test('a child included is protected like the mother', async () => {
  const today = world().deps.clock.today()
  const data = {
    personnummer: mother,
    protectionType: '00001',
    startDate: today,
    endDate: addMonths(today, 12),
    familyMembers: [child],
    authority: '0851',
  }
  await submitTo(world(), await openCase(world(), 'protection', data), 'completed')
  expect(await typesOf(mother)).toEqual(['00001', '00002'])
  expect(await typesOf(child)).toEqual(['00001', '00002'])
  expect(await currentRow(world(), child, 'protection')).toMatchObject({
    start: today,
    end: addMonths(today, 12),
  })
})

test('the local directory ends with what gave it', async () => {
  const today = world().deps.clock.today()
  const data = { personnummer: mother, protectionType: '00001', endDate: today, authority: '0851' }
  await submitTo(world(), await openCase(world(), 'protection-cessation', data), 'completed')
  expect(await typesOf(mother)).toEqual([])
  expect(await typesOf(child)).toEqual(['00001', '00002'])
})
