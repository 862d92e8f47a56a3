import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { createAuditor } from '../audit/record.ts'
import { resetCases } from '../engine/reset-cases.ts'
import { withDatabase } from '../testing/database.ts'
import { compareLog } from './compare-log.ts'
import { openFileLog } from './file-log.ts'
import { createStoreGuard } from './store-guard.ts'
import { readStoreIdentity } from './store-identity.ts'
import type { LoggedSubmission, SubmissionLog } from './submission-log.ts'

const database = withDatabase()
const directory = mkdtempSync(join(tmpdir(), 'sagsgang-guard-'))
let submissionLog: SubmissionLog
const clock = { realNow: () => new Date() }

beforeAll(async () => {
  submissionLog = await openFileLog(directory, { id: 'a', now: new Date() })
})
afterAll(async () => {
  await submissionLog.close()
  rmSync(directory, { recursive: true })
})

const line = (id: string, state: LoggedSubmission['state'] = 'sending'): LoggedSubmission => ({
  id,
  caseId: `case of ${id}`,
  effectId: '7/0',
  report: 0,
  attempt: 0,
  state,
  service: 'FLYT-I',
  authority: '0851',
  requestHash: 'ab',
  dialogue: '20261123110000000001',
  watermark: new Date(),
  at: new Date(),
})

const lostIds = async () => {
  const rows = await database.db().selectFrom('lost_submissions').select('id').execute()
  return rows.map(({ id }) => id).toSorted()
}

const auditor = createAuditor(Buffer.alloc(32, 'test'), () => new Date())

const compare = () => compareLog({ db: database.db(), submissionLog, auditor, now: new Date() })

test('the identity stays as long as the server does', async () => {
  const first = await readStoreIdentity(database.db())
  expect(first).toMatch(/^\d+\/[0-9A-F]{8}\/\d+/u)
  expect(await readStoreIdentity(database.db())).toBe(first)
})

test('only what may stand in the register is lost', async () => {
  const states = ['sending', 'confirmed', 'waiting', 'inDoubt', 'unsent', 'refused'] as const
  for (const state of states) await submissionLog.write(line(state, state))
  const { withoutCase, inDoubt } = await compare()
  expect(withoutCase.map(({ id }) => id).toSorted()).toEqual(await lostIds())
  expect(await lostIds()).toEqual(['confirmed', 'inDoubt', 'sending', 'waiting'])
  expect(inDoubt).toEqual([])
})

test('what was found once is not told again', async () => {
  expect(await compare()).toEqual({ inDoubt: [], withoutCase: [] })
})

test('what was emptied on purpose is not lost', async () => {
  await submissionLog.write(line('before the reset'))
  await resetCases(database.db())
  expect(await compare()).toEqual({ inDoubt: [], withoutCase: [] })
  await submissionLog.write({ ...line('after it'), at: new Date(Date.now() + 1_000) })
  expect((await compare()).withoutCase.map(({ id }) => id)).toEqual(['after it'])
})

const recovered = async () => {
  const { rows } = await sql<{ hash: string; outcome: string }>`
    select entry #>> '{detail,requestHash}' as hash, entry ->> 'outcome' as outcome from audit_inbox
    where entry ->> 'action' = 'update.recovered' and entry ->> 'case_id' = 'case of recovered'`.execute(
    database.db(),
  )
  return rows
}

test('what stands again is noted as recovered, once', async () => {
  const one = line('recovered', 'confirmed')
  await submissionLog.write({ ...one, caseId: 'case of recovered' })
  await compare()
  await compare()
  expect(await recovered()).toEqual([{ hash: one.requestHash, outcome: 'confirmed' }])
})

test('after a failover the others are waited for', async () => {
  const seen = { identity: '1/00000001/5', waited: [] as number[] }
  const guard = createStoreGuard({
    db: database.db(),
    submissionLog,
    auditor,
    clock,
    onCompared: () => {},
    readIdentity: () => Promise.resolve(seen.identity),
    wait: (milliseconds) => Promise.resolve(void seen.waited.push(milliseconds)),
  })
  expect(await guard.isCompared(database.db())).toBe(false)
  await guard.look()
  seen.identity = '1/00000001/9'
  expect(await guard.isCompared(database.db())).toBe(false)
  await guard.look()
  expect([seen.waited, await guard.isCompared(database.db())]).toEqual([[], true])
  seen.identity = '1/00000002/12'
  await Promise.all([guard.look(), guard.look()])
  expect([seen.waited, await guard.isCompared(database.db())]).toEqual([[15_000], true])
})

test('a thousand lines are compared in one go', async () => {
  const lines = Array.from({ length: 2_500 }, (_, index) => line(`many ${index}`))
  await Promise.all(lines.map((one) => submissionLog.write(one)))
  await sql`delete from forgotten_submissions`.execute(database.db())
  await compare()
  expect((await lostIds()).filter((id) => id.startsWith('many'))).toHaveLength(2_500)
})
