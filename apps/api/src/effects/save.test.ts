import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'

import { findCase } from '../engine/case-row.ts'
import type { EffectRun, StoredCase } from '../engine/ports.ts'
import { abbreviate, applied, submitTo } from '../testing/story.ts'
import { withWorld } from '../testing/world.ts'
import { pollQueueHandler } from './poll-queue.ts'
import { saveHandler } from './save.ts'
import { submissionsOf } from './submissions.ts'

const world = withWorld()
let saved: StoredCase

beforeAll(async () => {
  saved = await submitTo(world(), await abbreviate(world(), '1306814180'), 'completed')
})

const audited = async (caseId: string, action: string) => {
  const { rows } = await sql<{ outcome: string; ref: string | null }>`
    select outcome, person_ref as ref from audit where case_id = ${caseId} and action = ${action}
    union all
    select entry ->> 'outcome', entry ->> 'person_ref' from audit_inbox
    where entry ->> 'case_id' = ${caseId} and entry ->> 'action' = ${action}
  `.execute(world().deps.db)
  return rows
}

test('a save is audited before and after', async () => {
  const ref = world().deps.auditor.personRef('1306814180')
  expect(await audited(saved.id, 'update.intended')).toEqual([{ outcome: 'intended', ref }])
  expect(await audited(saved.id, 'update.result')).toEqual([{ outcome: 'accepted', ref }])
})

test('the intent says what the bytes were', async () => {
  const { rows } = await sql<{ request: string; hash: string }>`
    select m.request, s.request_hash as hash from gctp_messages m
    join submissions s on s.case_id = m.case_id
    where m.case_id = ${saved.id} and m.action = 'save'`.execute(world().deps.db)
  expect(rows).toHaveLength(1)
  const bytes = Buffer.from(rows[0]?.request ?? '', 'latin1')
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  expect(Buffer.from(digest).toString('hex')).toBe(rows[0]?.hash)
})

test('no password is kept with the conversation', async () => {
  const { rows } = await sql<{ text: string }>`
    select request || coalesce(reply, '') as text from gctp_messages
    where action = 'signOn'`.execute(world().deps.db)
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.some(({ text }) => text.includes('Hemmelig'))).toBe(false)
})

test('an effect that was sent is never sent again', async () => {
  const [submission] = await submissionsOf(world().deps.db, saved.id)
  const before = (await applied(world())).length
  const dialogue = {
    service: 'ADRNVN-I',
    keys: { PNR: '1306814180' },
    authority: '0851',
    timestamp: submission?.dialogue ?? '',
  }
  const context = { ...saved.snapshot.context, dialogue }
  const run: EffectRun<'save'> = {
    case: { ...saved, snapshot: { ...saved.snapshot, context } },
    effect: { id: submission?.effectId ?? '', type: 'save', payload: { report: 0, attempt: 0 } },
    fence: 1n,
    attempts: 0,
  }
  expect(await saveHandler(world().deps)(run)).toMatchObject({
    answer: { type: 'unknown', reason: 'sentBefore' },
  })
  expect(await applied(world())).toHaveLength(before)
})

const poll = (stored: StoredCase) =>
  pollQueueHandler(world().deps)({
    case: stored,
    effect: { id: '0/0', type: 'pollQueue', payload: { report: 0, confirmed: false } },
    fence: 1n,
    attempts: 0,
  })

test('waiting data that took effect count as saved', async () => {
  expect(await poll(saved)).toMatchObject({
    answer: { type: 'saved', acceptedOn: world().deps.clock.today() },
  })
})

test('data gone from the waiting queue need a person', async () => {
  await world().put('faults', { loseRequest: 1 })
  const caseId = await abbreviate(world(), '0709614304')
  await submitTo(world(), caseId, 'inDoubt')
  const stored = await findCase(world().deps.db, caseId)
  expect(stored && (await poll(stored))).toMatchObject({
    answer: { type: 'failed', reason: 'gone from the waiting queue' },
  })
})
