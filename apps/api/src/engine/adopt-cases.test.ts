import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { statusOf } from '@sagsgang/machines'
import { sql } from 'kysely'
import { afterEach, expect, test } from 'vitest'

import { StartRefused } from '../start/start-refused.ts'
import { withDatabase } from '../testing/database.ts'
import { makeOlder, releaseWith } from '../testing/older-case.ts'
import { caseworker, setStage } from '../testing/stage.ts'
import { adoptCases } from './adopt-cases.ts'
import { definitionHash } from './definition-hash.ts'
import { resetCases } from './reset-cases.ts'

const database = withDatabase()
afterEach(() => resetCases(database.db()))

async function openUnderAnother(hash: string): Promise<string> {
  const stage = await setStage(database)
  const { id } = await stage.opened()
  await stage.send(id, 'submit')
  await stage.until(id, ({ snapshot }) => statusOf(snapshot) === 'completed')
  await stage.stop()
  await database.db().updateTable('cases').set({ definition_hash: hash }).execute()
  return id
}

const read = (id: string) =>
  database
    .db()
    .selectFrom('cases')
    .select(['definition_hash', 'snapshot'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

test('a case that replays to its snapshot goes on', async () => {
  const id = await openUnderAnother('an earlier chart')
  await adoptCases(database.db())
  expect((await read(id)).definition_hash).toBe(definitionHash('naming'))
})

test('a case from before orders were told apart goes on', async () => {
  const id = await openUnderAnother('an earlier chart')
  const db = database.db()
  await sql`update cases set snapshot = snapshot #- '{context,ordered}' #- '{context,undoChoice}'`.execute(
    db,
  )
  await expect(adoptCases(db)).rejects.toThrow(StartRefused)
  const file = join(import.meta.dirname, '../database/migrations/0005-ordered-cases.sql')
  await sql.raw(readFileSync(file, 'utf8')).execute(db)
  await adoptCases(db)
  expect((await read(id)).definition_hash).toBe(definitionHash('naming'))
})

test('a case that replays elsewhere stops the start', async () => {
  const id = await openUnderAnother('an earlier chart')
  const { snapshot } = await read(id)
  const context = { ...snapshot.context, assignee: 'nobody' }
  await database
    .db()
    .updateTable('cases')
    .set({ snapshot: JSON.stringify({ ...snapshot, context }) })
    .execute()
  await expect(adoptCases(database.db())).rejects.toThrow(StartRefused)
})

test('a start says how many cases need a migration', async () => {
  const first = await openUnderAnother('an earlier chart')
  const second = await openUnderAnother('an earlier chart')
  for (const id of [first, second]) await makeOlder(database, id)
  await expect(adoptCases(database.db())).rejects.toThrow('2 open cases of "naming"')
})

test('a case with a migration waits for its first step', async () => {
  const id = await openUnderAnother('an earlier chart')
  await makeOlder(database, id)
  const before = await read(id)
  await adoptCases(database.db(), releaseWith)
  expect(await read(id)).toEqual(before)
})

test('a chart that is out is known to lead here', async () => {
  const id = await openUnderAnother('1-876afc35b94274b2.0000000000000000')
  await database.db().updateTable('cases').set({ machine_version: 1 }).execute()
  await adoptCases(database.db())
  expect((await read(id)).definition_hash).toContain('1-876afc35b94274b2')
})

test('cases of a newer version are not its affair', async () => {
  const id = await openUnderAnother('a later chart')
  await database.db().updateTable('cases').set({ machine_version: 1000, event: 'flight' }).execute()
  await adoptCases(database.db())
  expect((await read(id)).definition_hash).toBe('a later chart')
})

test('an open case of an unknown event stops the start', async () => {
  await openUnderAnother('an earlier chart')
  await database.db().updateTable('cases').set({ event: 'flight' }).execute()
  await expect(adoptCases(database.db())).rejects.toThrow('"flight"')
})

test('a case that was ordered before that was said says so', async () => {
  const stage = await setStage(database)
  const { id } = await stage.opened()
  await stage.send(id, 'submit')
  await stage.until(id, ({ snapshot }) => statusOf(snapshot) === 'completed')
  const correct = { operation: 'name.correct-current', data: {}, reason: 'wrong' }
  await stage.engine.send({ ...order, caseId: id, message: { ...correct, type: 'correct' } })
  const { snapshot } = await stage.until(id, (one) => one.snapshot.context.corrections.length > 0)
  const [{ caseId } = { caseId: '' }] = snapshot.context.corrections
  await stage.until(caseId, (one) => statusOf(one.snapshot) === 'completed')
  await stage.stop()
  const db = database.db()
  await sql`update journal set message = message - 'ordered' where case_id = ${caseId}`.execute(db)
  await sql`update cases set snapshot = jsonb_set(snapshot, '{context,ordered}', 'false'),
    definition_hash = 'an earlier chart' where id = ${caseId}`.execute(db)
  const file = join(import.meta.dirname, '../database/migrations/0017-ordered-by-a-step.sql')
  await sql.raw(readFileSync(file, 'utf8')).execute(db)
  await adoptCases(db)
  const ordered = await read(caseId)
  expect(ordered.snapshot.context.ordered).toBe(true)
  expect(ordered.definition_hash).toBe(definitionHash('name.correct-current'))
})

const order = { actor: caseworker, expectedVersion: null, idempotencyKey: null } as const
