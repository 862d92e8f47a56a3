import { beforeAll, expect, test } from 'vitest'

import { lostLines } from '../manage/lost-lines.ts'
import type { LostSubmissionView } from '../operations-view.ts'
import type { AuditRowView } from '../register-view.ts'
import { ask, refusal, withSystem } from '../testing/system.ts'

const system = withSystem()

const lost = (user = 'operator'): Promise<LostSubmissionView[]> =>
  ask(system(), 'operations.lostSubmissions', {}, user)

const order = { id: 'forgotten', outcome: 'applied', reason: 'CPR-kontoret viser den' }

beforeAll(async () => {
  const at = new Date()
  await system()
    .db.insertInto('lost_submissions')
    .values({
      id: order.id,
      case_id: 'gone',
      effect_id: '9/0',
      report: 0,
      attempt: 0,
      logged_state: 'sending',
      service: 'FLYT-I',
      authority: '0851',
      request_hash: 'ab',
      dialogue: '20261123101500000001',
      watermark: at,
      logged_at: at,
      found_at: at,
    })
    .execute()
})

const noted = (): Promise<AuditRowView[]> =>
  ask(system(), 'audit.list', { action: 'update.decideLost' }, 'auditor')

test('only who may decide decides, and in their own house', async () => {
  expect(await lost()).toMatchObject([{ id: order.id, caseId: 'gone', service: 'FLYT-I' }])
  const asked = (user: string) => refusal(system(), 'operations.decideLost', order, user)
  expect(await asked('caseworker')).toEqual(['FORBIDDEN', 'roleNotAllowed'])
  expect(await asked('auditor')).toEqual(['FORBIDDEN', 'roleNotAllowed'])
  expect(await asked('parish')).toEqual(['PRECONDITION_FAILED', 'nothingInDoubt'])
  expect(await lost()).toHaveLength(1)
})

test('what was decided is settled, and on record', async () => {
  expect(await ask(system(), 'operations.decideLost', order, 'operator')).toEqual([])
  expect(await lost('senior')).toEqual([])
  expect(await lostLines(system().db)).toEqual([])
  expect(await noted()).toMatchObject([
    { caseId: 'gone', outcome: 'applied', purpose: order.reason, service: 'FLYT-I' },
  ])
})

test('told twice it is decided once, told otherwise refused', async () => {
  expect(await ask(system(), 'operations.decideLost', order, 'operator')).toEqual([])
  const otherwise = { ...order, outcome: 'notApplied' }
  expect(await refusal(system(), 'operations.decideLost', otherwise, 'operator')).toEqual([
    'PRECONDITION_FAILED',
    'nothingInDoubt',
  ])
  expect(await noted()).toHaveLength(1)
})
