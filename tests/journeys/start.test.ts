import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import type { Api } from '../src/api.ts'
import { useProduct } from '../src/journey.ts'

const journey = useProduct()
const lasting = [
  'draft',
  'confirming',
  'inDoubt',
  'waiting',
  'followOns',
  'completed',
  'stuck',
  'undone',
  'partlyUndone',
  'withdrawn',
] as const

type Query = NonNullable<Parameters<Api['trpc']['cases']['list']['query']>[0]>

const list = (query: Query) => journey.world.as('caseworker').trpc.cases.list.query(query)

test('a new store shows a case in every lasting status', async () => {
  for (const status of lasting) {
    const { cases } = await list({ status, limit: 1 })
    expect(cases.length, status).toBe(1)
  }
})

test('the page and its health answer on one address', async () => {
  const { product } = journey.world
  expect((await fetch(`${product.url}/health/live`)).status).toBe(200)
  expect((await fetch(`${product.url}/health/ready`)).status).toBe(200)
  const page = await fetch(product.url)
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(await page.text()).toContain('<title>')
})

test('a second start keeps the data of the first', async () => {
  const { product } = journey.world
  const before = await list({ limit: 200 })
  expect(await product.stop()).toBe(0)
  await product.restart()
  expect(await list({ limit: 200 })).toEqual(before)
})

test('a reset leaves the register as new and no case', async () => {
  await journey.world.control.reset()
  expect((await list({ limit: 1 })).cases).toEqual([])
  expect(await journey.world.control.applied()).toEqual([])
})

test.each([
  ['PORT', 'eighty'],
  ['ROLE', 'boss'],
  ['AUTH_MODE', 'none'],
  ['HOST', '0.0.0.0'],
  ['DATABASE_URL', 'mysql://x'],
])('a malformed %s stops the start by name', (name, value) => {
  const main = join(import.meta.dirname, '../../apps/api/src/main.ts')
  const started = spawnSync(process.execPath, [main], {
    env: { ...process.env, DATA_DIR: journey.world.product.directory, [name]: value },
    timeout: 20_000,
  })
  expect(started.status).toBe(78)
  expect(started.stderr.toString()).toContain(name)
})
