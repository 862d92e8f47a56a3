import { randomUUID } from 'node:crypto'

import { sql } from 'kysely'
import { expect, test } from 'vitest'

import { withDatabase } from '../testing/database.ts'
import { caseworker, type Stage, withStages } from '../testing/stage.ts'
import type { SendCommand } from './ports.ts'

const database = withDatabase()
const stageWith = withStages(database)

const fill = (caseId: string, firstNames: string): SendCommand => ({
  caseId,
  message: { type: 'fill', data: { firstNames } },
  actor: caseworker,
  expectedVersion: null,
  idempotencyKey: randomUUID(),
})

const countOf = async (table: string) => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from ${sql.table(table)}`.execute(database.db())
  return rows[0]?.count ?? 0
}

async function drafted(): Promise<{ stage: Stage; id: string }> {
  const stage = await stageWith({ workers: 'none' })
  return { stage, id: (await stage.opened()).id }
}

test('fifty people at one case all get their word in', async () => {
  const { stage, id } = await drafted()
  const before = { keys: await countOf('idempotency_keys'), audit: await countOf('audit_inbox') }
  const orders = Array.from({ length: 50 }, () => fill(id, 'Asta'))
  const stepped = await Promise.all(orders.map((order) => stage.engine.send(order)))
  expect(new Set(stepped.map(({ type }) => type))).toEqual(new Set(['stepped']))
  expect((await stage.get(id)).version).toBe(51)
  // Whoever lost the race left neither a key nor an audit row behind.
  expect(await countOf('idempotency_keys')).toBe(before.keys + 50)
  expect(await countOf('audit_inbox')).toBe(before.audit + 50)
})

test('what is refused leaves no key and no word', async () => {
  const { stage, id } = await drafted()
  const before = await countOf('idempotency_keys')
  const order = { ...fill(id, 'Asta'), expectedVersion: 9 }
  expect((await stage.engine.send(order)).type).toBe('refused')
  expect(await countOf('idempotency_keys')).toBe(before)
})
