import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'

import { withDatabase } from '../testing/database.ts'
import { listAudit } from './list.ts'
import { createAuditor } from './record.ts'
import { sealAudit } from './seal.ts'
import { verifyAudit } from './verify.ts'

const database = withDatabase()
const auditor = createAuditor(new Uint8Array(32), () => new Date('2026-11-23T07:00:00.123Z'))
const actor = { user: 'caseworker', role: 'caseworker', authority: '0851' }

const record = (outcome: string, detail: Record<string, string | number> = {}) =>
  auditor.record(database.db(), {
    actor,
    action: 'register.lookUp',
    pnr: '0707614293',
    purpose: 'ægteskab prøves',
    service: 'STAMP',
    outcome,
    detail,
  })

/** As somebody with the run of the database would: past the trigger. */
async function tamper(change: string): Promise<void> {
  await database
    .db()
    .transaction()
    .execute(async (trx) => {
      await sql`alter table audit disable trigger all`.execute(trx)
      await sql.raw(change).execute(trx)
      await sql`alter table audit enable trigger all`.execute(trx)
    })
}

beforeEach(async () => {
  await tamper('delete from audit; delete from audit_inbox')
  for (const outcome of ['asked', 'found', 'asked', 'refused', 'asked']) await record(outcome)
})

test('an untouched log is intact to its end', async () => {
  expect(await verifyAudit(database.db())).toEqual({ intact: true, upTo: 5 })
})

test.each([
  ["update audit set outcome = 'refused' where seq = 2", 1],
  ["update audit set at = at + interval '1 microsecond' where seq = 3", 2],
  [`update audit set detail = '{"code": 1}' where seq = 4`, 3],
  ['delete from audit where seq = 2', 1],
  ['update audit set seq = 9 where seq = 1', 0],
  [
    'update audit set seq = 90 where seq = 2; update audit set seq = 2 where seq = 3; update audit set seq = 3 where seq = 90',
    1,
  ],
  [
    'insert into audit select 6, at, actor, role, authority, action, case_id, person_ref, purpose, service, outcome, detail, hash, hash from audit where seq = 5',
    5,
  ],
])('tampering is found where it begins: %s', async (change, upTo) => {
  await sealAudit(database.db())
  await tamper(change)
  expect(await verifyAudit(database.db())).toEqual({ intact: false, upTo })
})

test('rows of the log can be neither changed nor removed', async () => {
  await sealAudit(database.db())
  await expect(sql`update audit set outcome = ''`.execute(database.db())).rejects.toThrow(
    'never changed',
  )
  await expect(sql`truncate audit`.execute(database.db())).rejects.toThrow('never changed')
})

test('parallel writers and sealers leave no gap', async () => {
  await Promise.all(
    Array.from({ length: 60 }, async (_, index) => {
      await record('found', { index })
      if (index % 7 === 0) await sealAudit(database.db())
    }),
  )
  expect(await verifyAudit(database.db())).toEqual({ intact: true, upTo: 65 })
})

test('a row written in a failed transaction never was', async () => {
  const failing = database
    .db()
    .transaction()
    .execute(async (trx) => {
      await auditor.record(trx, { actor, action: 'update.intended', outcome: 'intended' })
      throw new Error('broken off')
    })
  await expect(failing).rejects.toThrow('broken off')
  expect(await verifyAudit(database.db())).toEqual({ intact: true, upTo: 5 })
})

test('a person is found by the keyed hash alone', async () => {
  const filter = { authority: '0851', limit: 50 }
  const personRef = auditor.personRef('0707614293')
  expect(await listAudit(database.db(), { ...filter, personRef })).toHaveLength(5)
  expect(await listAudit(database.db(), { ...filter, authority: '0101' })).toEqual([])
  const { rows } = await sql<{
    all: string
  }>`select string_agg(audit::text, ' ') as all from audit`.execute(database.db())
  expect(rows[0]?.all).not.toContain('0707614293')
})
