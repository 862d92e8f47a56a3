import { beforeEach, expect, test } from 'vitest'

import type { CaseToDecide } from '../operations-view.ts'
import { waitFor } from '../procedures/wait-for.ts'
import type { AuditRowView } from '../register-view.ts'
import { changeMeanwhile } from '../seeding/change-meanwhile.ts'
import { faults, get, shortNameOf, submitName } from '../testing/stuck-people.ts'
import { ask, call, command, key, reached, refusal, withSystem } from '../testing/system.ts'
import type { EvidenceView } from './evidence-view.ts'

const system = withSystem()

beforeEach(() => faults(system(), {}))

const read = (caseId: string, user = 'senior'): Promise<EvidenceView> =>
  ask(system(), 'cases.evidence', { caseId }, user)

async function pass(seconds: number): Promise<void> {
  const order = { method: 'PUT', body: JSON.stringify({ advance: { seconds } }) }
  await fetch(`${system().registerUrl}/control/clock`, order)
  system().engine.wake()
}

/** Lost on its way, and read back until only a person can tell. */
async function toDecide(pnr: string, meanwhile: () => Promise<void>): Promise<string> {
  await faults(system(), { loseRequest: 1 })
  const { caseId } = await submitName(system(), pnr)
  await reached(system(), caseId, ['inDoubt'])
  await faults(system(), {})
  await meanwhile()
  await pass(901)
  const found = await waitFor(async () => {
    const { state } = await get(system(), caseId)
    if (JSON.stringify(state).includes('deciding')) return true
    await pass(61)
    return undefined
  }, 15_000)
  if (found === undefined) throw new Error(JSON.stringify((await get(system(), caseId)).state))
  return caseId
}

const byOthers = (pnr: string) =>
  toDecide(pnr, () => changeMeanwhile(system().port, pnr, system().clock.today()))

test('what was sent and what the register shows stand side by side', async () => {
  const pnr = '3112000010'
  const caseId = await byOthers(pnr)
  const evidence = await read(caseId)
  expect(evidence.sent).toMatchObject({ service: 'ADRNVN-I', report: 1, state: 'inDoubt' })
  expect(evidence.sent?.requestHash).toMatch(/^[0-9a-f]{64}$/)
  expect(evidence).toMatchObject({ final: true, reason: 'changedByOthers', supports: 'notApplied' })
  expect(evidence.says.da).toMatch(/^Ingen ny registrering/)
  expect(evidence.entries.map(({ standing }) => standing)).toContain('other')
  expect(evidence.entries.some(({ standing }) => standing === 'matching')).toBe(false)
  const field = evidence.fields?.find(({ column }) => column === 'addressingName')
  expect(field).toMatchObject({
    expected: await shortNameOf(system(), pnr),
    now: 'Sekulin,Asta M',
    verdict: 'other',
  })
  expect(JSON.stringify(evidence)).not.toContain(pnr)
  expect(evidence.may).toMatchObject({ decide: true, propose: false, refresh: true })
}, 60_000)

test('a report that is still being processed is not judged', async () => {
  await faults(system(), { loseRequest: 1 })
  const { caseId } = await submitName(system(), '1306814180')
  await reached(system(), caseId, ['inDoubt'])
  await faults(system(), {})
  const early = await waitFor(async () => {
    const evidence = await read(caseId)
    return evidence.readAt === null ? undefined : evidence
  }, 8000)
  expect(early).toMatchObject({ final: false, supports: null, fields: null })
  expect(early?.says.en).toMatch(/may still be at it/)
  await pass(901)
  await waitFor(async () => {
    await pass(61)
    return (await get(system(), caseId)).status === 'completed' ? true : undefined
  }, 15_000)
}, 60_000)

test('another look is asked for, paid for and counted', async () => {
  const caseId = await byOthers('0709614304')
  const { readAt, looksLeft } = await read(caseId)
  const order = { caseId, refresh: true, purpose: 'Afklaring af usikker indberetning' }
  const fresh: EvidenceView = await ask(system(), 'cases.evidence', order, 'senior')
  expect(fresh.looksLeft).toBe(looksLeft - 1)
  expect(fresh.readAt).not.toBe(readAt)
  const rows: { rows: AuditRowView[] } = await ask(
    system(),
    'audit.list',
    { caseId, action: 'register.lookUp', user: 'senior' },
    'auditor',
  )
  expect(JSON.stringify(rows)).toContain('Afklaring af usikker indberetning')
  const bare = { caseId, refresh: true }
  expect(await refusal(system(), 'cases.evidence', bare, 'senior')).toEqual([
    'BAD_REQUEST',
    'inputInvalid',
  ])
  expect(await refusal(system(), 'cases.evidence', order, 'operator')).toEqual([
    'FORBIDDEN',
    'roleNotAllowed',
  ])
  for (let look = 0; look < 5; look += 1) await ask(system(), 'cases.evidence', order, 'senior')
  expect(await refusal(system(), 'cases.evidence', order, 'senior')).toEqual([
    'TOO_MANY_REQUESTS',
    'lookUpLimit',
  ])
}, 60_000)

test('an operator proposes by verdicts alone, a senior decides', async () => {
  const caseId = await byOthers('0707614293')
  const { fields, version, may } = await read(caseId, 'operator')
  expect(may).toMatchObject({ decide: false, propose: true, refresh: false })
  expect(fields?.map(({ now, isCovered }) => [now, isCovered])).toContainEqual([null, true])
  expect(fields?.some(({ verdict }) => verdict === 'other')).toBe(true)
  const wrong = { caseId, expectedVersion: version, outcome: 'applied', reason: 'Set hos CPR' }
  expect(await refusal(system(), 'cases.proposeDecision', wrong, 'operator')).toEqual([
    'PRECONDITION_FAILED',
    'againstEvidence',
  ])
  const proposal = { ...wrong, outcome: 'notApplied', reason: 'Beviset taler for det' }
  await ask(system(), 'cases.proposeDecision', proposal, 'operator')
  expect((await read(caseId)).proposal).toMatchObject({
    outcome: 'notApplied',
    proposedBy: 'operator',
    isVoid: false,
  })
  const decisions: CaseToDecide[] = await ask(system(), 'operations.decisions', {}, 'senior')
  expect(decisions.find((one) => one.caseId === caseId)).toMatchObject({
    doubt: { reason: 'changedByOthers' },
    proposal: { by: 'operator' },
    standing: { owner: 'senior' },
  })
  const decision = { ...proposal, idempotencyKey: key() }
  expect(await refusal(system(), 'cases.decide', decision, 'operator')).toEqual([
    'FORBIDDEN',
    'roleNotAllowed',
  ])
  expect((await call(system(), 'cases.decide', decision, 'senior')).status).toBe(200)
  // The same order again is the same decision.
  expect((await call(system(), 'cases.decide', decision, 'senior')).status).toBe(200)
  await reached(system(), caseId, ['completed'])
  expect((await read(caseId)).proposal).toBeNull()
}, 60_000)

test('who decides against the evidence says why twice', async () => {
  const caseId = await byOthers('0709614096')
  const { version: expectedVersion } = await read(caseId)
  const order = { caseId, expectedVersion, outcome: 'applied', reason: 'CPR-kontoret siger det' }
  expect(
    await refusal(system(), 'cases.decide', { ...order, idempotencyKey: key() }, 'senior'),
  ).toEqual(['PRECONDITION_FAILED', 'againstEvidence'])
  const against = 'Bekræftet på telefon af CPR-kontoret'
  await ask(system(), 'cases.decide', { ...order, against, idempotencyKey: key() }, 'senior')
  const journal: { message: { type: string; reason?: string } }[] = await ask(
    system(),
    'cases.journal',
    { caseId },
  )
  const decided = journal.find(({ message }) => message.type === 'decide')
  expect(decided?.message.reason).toContain(against)
}, 60_000)

test('the plain command still decides at once', async () => {
  const caseId = await byOthers('0101005038')
  const seen = await get(system(), caseId)
  const order = { type: 'decide', outcome: 'notApplied', reason: 'Ringet til registret' }
  await command(system(), seen, order, 'senior')
  await reached(system(), caseId, ['completed'])
}, 60_000)
