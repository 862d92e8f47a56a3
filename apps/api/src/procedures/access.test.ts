import { expect, test } from 'vitest'

import { demoIdentities } from '../access/identities.ts'
import { reasons } from '../errors.ts'
import { createFuzz, fuzzNames } from '../testing/fuzz.ts'
import { ask, call, key, withSystem } from '../testing/system.ts'
import { procedureNames } from './router.ts'

const system = withSystem()
// The other authorities' people stand where the parish's does: fewer rounds each would try less.
const users = demoIdentities
  .filter(({ authority }) => ['0851', '0101', '7001'].includes(authority))
  .map(({ user }) => user)

const questions = procedureNames.filter((name) => name !== 'cases.watch')

test.each(questions)('%s is closed to nobody', async (name) => {
  const { status, body } = await call(system(), name, {}, null)
  expect([status, body.error.data.reason]).toEqual([401, 'notSignedIn'])
})

const forbidden = async (user: string) => {
  const answers = await Promise.all(
    questions.map(async (name) => [name, await call(system(), name, {}, user)] as const),
  )
  return answers
    .filter(([, { status }]) => status === 403)
    .map(([name]) => name)
    .toSorted()
}

test('each role is kept from what is not its business', async () => {
  const seniors = ['cases.undo', 'cases.correct', 'cases.decide']
  const plans = ['cases.planUndo', 'cases.planCorrection']
  const work = ['cases.open', 'cases.rehearse', ...plans, ...seniors]
  const lookUps = ['register.history', 'register.lookUp', 'register.search', 'register.person']
  const audit = ['audit.list', 'audit.verify']
  const proposing = 'cases.proposeDecision'
  const moving = ['approve', 'propose', 'reject'].map((order) => `cases.${order}Landing`)
  const landing = [...moving, 'cases.planLanding']
  expect(await forbidden('senior')).toEqual([...audit, proposing])
  const deciding = 'operations.decideLost'
  const metering = 'metering.statement'
  expect(await forbidden('caseworker')).toEqual(
    [...audit, ...seniors, ...landing, deciding, metering].toSorted(),
  )
  const steering = ['pauseResume', 'goOnResume', 'startResume', 'stopResume'].map(
    (name) => `operations.${name}`,
  )
  const runs = [
    'previewResume',
    'resumeRun',
    'resumeRuns',
    'decisions',
    'drift',
    'landings',
    'lostSubmissions',
  ].map((name) => `operations.${name}`)
  const drift = ['operations.overview', ...steering, ...runs]
  expect(await forbidden('service')).toEqual(
    [...audit, ...work, ...lookUps, ...drift, proposing, deciding, metering, ...landing].toSorted(),
  )
  expect(await forbidden('operator')).toEqual(
    [
      ...audit,
      ...work,
      ...lookUps,
      'cases.messages',
      'cases.reveal',
      'cases.approveLanding',
    ].toSorted(),
  )
  expect(await forbidden('auditor')).toEqual(
    [
      'cases.open',
      'cases.rehearse',
      ...seniors,
      ...lookUps,
      ...steering,
      proposing,
      deciding,
      ...moving,
    ].toSorted(),
  )
})

test('the stream of changes is closed to nobody', async () => {
  const response = await fetch(`${system().origin}/trpc/cases.watch?input=%7B%7D`)
  const text = await response.text()
  expect(text).toContain('notSignedIn')
  expect(text).not.toContain('caseId')
})

/** An order that is nearly right reaches further than noise. */
const nearly = (caseId: string): Readonly<Record<string, object>> => ({
  'cases.open': {
    event: 'addressing-name',
    purpose: 'Anmeldelse modtaget',
    idempotencyKey: key(),
    data: {},
  },
  'cases.command': {
    caseId,
    expectedVersion: 1,
    idempotencyKey: key(),
    command: { type: 'submit' },
  },
  'cases.get': { caseId },
  'cases.journal': { caseId },
  'cases.messages': { caseId },
  'cases.at': { caseId, seq: 1 },
  'cases.list': { limit: 20 },
  'cases.planUndo': { caseId },
  'cases.planCorrection': { caseId, data: {} },
  'cases.undo': { caseId, reason: 'Forkert person', idempotencyKey: key() },
  'cases.rehearse': { caseId, data: {} },
  'cases.correct': { caseId, reason: 'Forkert navn', idempotencyKey: key(), data: {} },
  'register.lookUp': { service: 'STAMP', keys: { PNR: '0107529039' }, purpose: 'prøver opslag' },
  'register.search': { service: 'ADRSOG1', keys: { KOMK: '0851' }, purpose: 'prøver søgning' },
  'register.history': { person: '0107529039', dataType: 'name', purpose: 'prøver historik' },
  'register.person': { pnr: '0107529039', purpose: 'prøver opslag' },
  'catalogue.event': { event: 'move' },
  'catalogue.service': { service: 'STAMP' },
  'audit.list': { limit: 5 },
  'cases.evidence': { caseId },
  'cases.decide': {
    caseId,
    expectedVersion: 1,
    outcome: 'applied',
    reason: 'Set hos CPR',
    idempotencyKey: key(),
  },
  'cases.proposeDecision': {
    caseId,
    expectedVersion: 1,
    outcome: 'applied',
    reason: 'Set hos CPR',
  },
  'operations.previewResume': { cause: 'lookUp.timeout', limit: 5 },
  'operations.startResume': { cause: 'lookUp.timeout', all: true, idempotencyKey: key() },
  'operations.resumeRun': { runId: 'nobody', after: 0 },
  'metering.statement': { month: '202611', by: 'user' },
  'operations.decideLost': { id: 'nobody', outcome: 'applied', reason: 'Set hos CPR' },
})

const known = new Set(Object.keys(reasons))

test.each(questions)(
  '%s answers anything with a known word',
  async (name) => {
    const opening = {
      event: 'addressing-name',
      purpose: 'Anmeldelse modtaget',
      idempotencyKey: key(),
    }
    const { caseId } = await ask(system(), 'cases.open', opening)
    const right = nearly(caseId)[name] ?? {}
    const fuzz = createFuzz(questions.indexOf(name) + 1, [caseId, ...Object.values(right)])
    for (let round = 0; round < 48; round += 1) {
      const input =
        round === 0
          ? right
          : fuzz.random(3) > 0
            ? { ...right, [fuzzNames[fuzz.random(fuzzNames.length)] ?? '']: fuzz.value(0) }
            : fuzz.value(0)
      const user = users[round % users.length] ?? null
      const { status, body } = await call(system(), name, input, user)
      const told = JSON.stringify({ name, user, input, body })
      expect(status, told).toBeLessThan(500)
      if (status !== 200) expect(known.has(body.error.data.reason), told).toBe(true)
      if (status !== 200) expect(JSON.stringify(body)).not.toContain('0107529039')
    }
  },
  30_000,
)
