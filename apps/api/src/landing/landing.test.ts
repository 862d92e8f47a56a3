import { afterEach, beforeEach, expect, test } from 'vitest'

import { canonicalJson } from '../audit/canonical-json.ts'
import type { CaseView, LandingPlanView, LandingView } from '../case-view.ts'
import { replay } from '../engine/replay.ts'
import { createFaults } from '../seeding/faults.ts'
import {
  ask,
  command,
  draftName,
  key,
  reached,
  refusal,
  reportName,
  withSystem,
} from '../testing/system.ts'

const system = withSystem()

const someone = '0107529039'
const reason = 'CPR svarer ikke, og borgeren har meldt fra'

let caseId = ''

// While the register is closed a submitted case waits for its lookup.
beforeEach(async () => {
  await createFaults(system().registerUrl).during({ closed: true }, async () => {
    const data = { personnummer: someone, addressingName: 'Nymark,E', authority: '0851' }
    const drafted = await draftName(system(), { ...data, startDate: system().clock.today() })
    caseId = drafted.caseId
    await command(system(), drafted, { type: 'submit' })
    await reached(system(), caseId, ['checking'])
    await hold(caseId)
  })
})

afterEach(() => system().db.updateTable('effects').set({ lease_until: null }).execute())

// A lower one could be of a worker that is known to be dead.
const BEYOND_ALL = 1_000_000_000_000n

/** As if a worker were at it and would be for long. */
async function hold(id: string): Promise<void> {
  const until = new Date('2100-01-01')
  await system()
    .db.updateTable('effects')
    .set({ lease_until: until, fence: BEYOND_ALL })
    .where('case_id', '=', id)
    .where('state', '=', 'open')
    .execute()
}

const propose = (to: string, user = 'operator', idempotencyKey = key()): Promise<LandingView> =>
  ask(system(), 'cases.proposeLanding', { caseId, to, reason, idempotencyKey }, user)

const approval = ({ landingId }: LandingView, idempotencyKey = key()) => ({
  caseId,
  landingId,
  idempotencyKey,
})

const approve = (landing: LandingView, user = 'senior') =>
  refusal(system(), 'cases.approveLanding', approval(landing), user)

const plan = (user = 'operator'): Promise<LandingPlanView> =>
  ask(system(), 'cases.planLanding', { caseId }, user)

test('each place says what would come of it', async () => {
  const { places, proposal } = await plan()
  expect(places.map(({ to, allowed }) => [to, allowed])).toEqual([
    ['drafting', true],
    ['withdrawn', true],
    ['deciding', false],
    ['partlyReported', false],
    ['completed', false],
    ['partlyUndone', false],
  ])
  expect(places.every((one) => one.allowed || one.reason !== undefined)).toBe(true)
  expect(places.every(({ consequences }) => consequences.length > 0)).toBe(true)
  expect(proposal).toBeNull()
})

test('an operator proposes and a senior approves', async () => {
  const landing = await propose('drafting')
  expect(landing).toMatchObject({ state: 'open', to: 'drafting', proposedBy: 'operator' })
  expect(landing.approval.allowed).toBe(false)
  expect((await plan('senior')).proposal?.approval).toEqual({ allowed: true })
  const order = approval(landing)
  const moved: CaseView = await ask(system(), 'cases.approveLanding', order, 'senior')
  expect(moved).toMatchObject({ status: 'draft', effects: [] })
  const journal = await ask(system(), 'cases.journal', { caseId })
  expect(journal.at(-1)).toMatchObject({
    actor: 'senior',
    message: { type: 'land', to: 'drafting', proposedBy: 'operator', approvedBy: 'senior' },
  })
  const again = await ask(system(), 'cases.approveLanding', order, 'senior')
  expect(again.version).toBe(moved.version)
  expect(await approve(landing)).toEqual(['PRECONDITION_FAILED', 'landingVoid'])
})

test('a case that was moved replays and goes on', async () => {
  await ask(system(), 'cases.approveLanding', approval(await propose('drafting')), 'senior')
  const { snapshot } = await system()
    .db.selectFrom('cases')
    .select('snapshot')
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow()
  expect(canonicalJson(await replay(system().db, caseId, null))).toBe(canonicalJson(snapshot))
  const draft: CaseView = await ask(system(), 'cases.get', { caseId })
  await command(system(), draft, { type: 'submit' })
  await reached(system(), caseId, ['completed', 'confirming'])
})

test('nobody approves alone', async () => {
  const own = await propose('withdrawn', 'senior')
  expect(await approve(own)).toEqual(['FORBIDDEN', 'secondPersonNeeded'])
  expect(await approve(own, 'operator')).toEqual(['FORBIDDEN', 'roleNotAllowed'])
  expect(await approve(own, 'caseworker')).toEqual(['FORBIDDEN', 'seniorOnly'])
  expect(await approve(own, 'parish')).toEqual(['NOT_FOUND', 'caseNotFound'])
})

test('who edited last is no second person', async () => {
  const seen: CaseView = await ask(system(), 'cases.get', { caseId })
  await command(system(), seen, { type: 'assign', to: 'senior' }, 'senior')
  const landing = await propose('withdrawn')
  expect(await approve(landing)).toEqual(['FORBIDDEN', 'secondPersonNeeded'])
})

test('any change makes a proposal void', async () => {
  const landing = await propose('withdrawn')
  const seen: CaseView = await ask(system(), 'cases.get', { caseId })
  await command(system(), seen, { type: 'assign', to: 'caseworker' })
  expect(await approve(landing)).toEqual(['PRECONDITION_FAILED', 'landingVoid'])
  expect((await plan()).proposal).toBeNull()
  expect((await propose('drafting')).state).toBe('open')
})

test('a proposal lasts a day', async () => {
  const landing = await propose('withdrawn')
  const past = new Date(Date.now() - 1000)
  await system().db.updateTable('landings').set({ expires_at: past }).execute()
  expect(await approve(landing)).toEqual(['PRECONDITION_FAILED', 'landingExpired'])
  expect((await propose('withdrawn')).landingId).not.toBe(landing.landingId)
})

test('what is approved is what was proposed', async () => {
  const landing = await propose('drafting')
  const { db } = system()
  await db
    .updateTable('landings')
    .set({ place: 'withdrawn' })
    .where('id', '=', landing.landingId)
    .execute()
  expect(await approve(landing)).toEqual(['PRECONDITION_FAILED', 'landingVoid'])
})

test('one proposal waits at a time', async () => {
  const idempotencyKey = key()
  const landing = await propose('drafting', 'operator', idempotencyKey)
  expect((await propose('drafting', 'operator', idempotencyKey)).landingId).toBe(landing.landingId)
  const other = { caseId, to: 'withdrawn', reason, idempotencyKey: key() }
  expect(await refusal(system(), 'cases.proposeLanding', other, 'senior')).toEqual([
    'CONFLICT',
    'landingPending',
  ])
})

test('a senior turns it down with a reason', async () => {
  const landing = await propose('drafting')
  const order = { ...approval(landing), reason: 'Vent til CPR åbner' }
  const rejected: LandingView = await ask(system(), 'cases.rejectLanding', order, 'senior')
  expect(rejected).toMatchObject({
    state: 'rejected',
    decidedBy: 'senior',
    rejection: order.reason,
  })
  expect(await approve(landing)).toEqual(['PRECONDITION_FAILED', 'landingVoid'])
  const own = { ...approval(await propose('drafting')), reason: 'Ikke nødvendigt mere' }
  expect((await ask(system(), 'cases.rejectLanding', own, 'operator')).state).toBe('rejected')
})

test('what stands in the register becomes no draft', async () => {
  const reported = await reportName(system(), someone, 'Nymark,Eb')
  const order = { caseId: reported.caseId, to: 'drafting', reason, idempotencyKey: key() }
  expect(await refusal(system(), 'cases.proposeLanding', order, 'operator')).toEqual([
    'PRECONDITION_FAILED',
    'landingNotSafe',
  ])
})

test('both persons stand in the audit log', async () => {
  await ask(system(), 'cases.approveLanding', approval(await propose('withdrawn')), 'senior')
  const rows = await ask(system(), 'audit.list', { caseId }, 'auditor')
  const named = rows.map((row: { action: string; actor: string }) => `${row.action} ${row.actor}`)
  for (const act of ['landing.propose operator', 'landing.approve senior', 'case.land senior'])
    expect(named).toContain(act)
})
