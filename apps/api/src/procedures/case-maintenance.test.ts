import { beforeAll, expect, test } from 'vitest'

import type { CaseView } from '../case-view.ts'
import type { PlanView } from '../plan-view.ts'
import { ask, key, reached, refusal, reportName, withSystem } from '../testing/system.ts'

const system = withSystem()

let done: CaseView | undefined

const caseId = () => {
  if (done === undefined) throw new Error('no case was reported')
  return done.caseId
}

beforeAll(async () => {
  const reported = await reportName(system(), '0107529039', 'Nymark,E')
  expect(reported.status).toBe('completed')
  done = reported
}, 60_000)

test('a correction is planned field by field', async () => {
  const input = { caseId: caseId(), data: { addressingName: 'Nymark,Eb' } }
  const plan: PlanView = await ask(system(), 'cases.planCorrection', input)
  expect(plan.steps).toHaveLength(1)
  const [step] = plan.steps
  expect(JSON.stringify(step?.before)).toContain('Nymark,E"')
  expect(JSON.stringify(step?.after)).toContain('Nymark,Eb')
  expect(
    await refusal(system(), 'cases.planCorrection', { ...input, data: { colour: 'red' } }),
  ).toEqual(['BAD_REQUEST', 'fieldUnknown'])
})

test('a correction is a case of its own, and the same one for the same key', async () => {
  const order = {
    caseId: caseId(),
    data: { addressingName: 'Nymark,Eb' },
    reason: 'Skrevet forkert',
    idempotencyKey: key(),
  }
  const correction: CaseView = await ask(system(), 'cases.correct', order, 'senior')
  expect(correction).toMatchObject({ kind: 'maintenance', parent: caseId() })
  expect((await ask(system(), 'cases.correct', order, 'senior')).caseId).toBe(correction.caseId)
  const other = { ...order, reason: 'En anden grund' }
  expect(await refusal(system(), 'cases.correct', other, 'senior')).toEqual([
    'CONFLICT',
    'idempotencyKeyReused',
  ])
  await reached(system(), correction.caseId, ['completed'])
  const corrected: CaseView = await ask(system(), 'cases.get', { caseId: caseId() })
  expect(corrected.corrections).toEqual([correction.caseId])
  const view = { service: 'NAVNE3', keys: { PNR: '0107529039' }, purpose: 'set efter rettelsen' }
  expect(JSON.stringify(await ask(system(), 'register.lookUp', view))).toContain('Nymark,Eb')
})

test('nothing changed is nothing to correct', async () => {
  const order = { caseId: caseId(), data: {}, reason: 'Ingen', idempotencyKey: key() }
  expect(await refusal(system(), 'cases.correct', order, 'senior')).toEqual([
    'PRECONDITION_FAILED',
    'nothingToCorrect',
  ])
})
