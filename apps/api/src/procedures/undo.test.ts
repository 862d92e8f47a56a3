import { expect, test } from 'vitest'

import type { CaseView } from '../case-view.ts'
import type { PlanView } from '../plan-view.ts'
import { ask, command, key, reached, refusal, reportName, withSystem } from '../testing/system.ts'

const system = withSystem()
const person = '0107529039'
const reason = 'Indberettet ved en fejl'

/** An addressing name that was reported; each test gives another one. */
async function reported(addressingName: string): Promise<CaseView> {
  const done = await reportName(system(), person, addressingName)
  expect(done.status).toBe('completed')
  return done
}

const idsOf = ({ steps, blockers }: PlanView) => [steps.length, ...blockers.map(({ id }) => id)]

const undoOrder = (caseId: string) => ({ caseId, reason, idempotencyKey: key() })

const undo = (order: object): Promise<CaseView> => ask(system(), 'cases.undo', order, 'senior')

const planOf = (caseId: string): Promise<PlanView> => ask(system(), 'cases.planUndo', { caseId })

async function setFaults(faults: object): Promise<void> {
  const order = { headers: { 'content-type': 'application/json' }, body: JSON.stringify(faults) }
  await fetch(`${system().registerUrl}/control/faults`, { method: 'PUT', ...order })
}

const refused = {
  refuse: { service: 'NAVN-F', field: 'TIMSTP', code: 60, text: 'Det går ikke' },
}

test('a plan that is not the one seen is not carried out', async () => {
  const { caseId } = await reported('Nymark,E')
  const { version } = await undo({ ...undoOrder(caseId), plan: 'another', also: [] })
  const back = await reached(system(), caseId, ['completed'])
  expect(back.version).toBeGreaterThan(version)
  expect(back.blockers).toHaveLength(1)
  const { fingerprint } = await planOf(caseId)
  const order = { ...undoOrder(caseId), plan: fingerprint }
  await undo(order)
  const undone = await reached(system(), caseId, ['undone'])
  expect(undone.blockers).toEqual([])
  expect((await undo(order)).version).toBe(undone.version)
})

test('what has nothing in the register says so', async () => {
  const order = {
    event: 'addressing-name',
    purpose: 'Borgeren henvender sig',
    idempotencyKey: key(),
  }
  const { caseId }: CaseView = await ask(system(), 'cases.open', order)
  expect(idsOf(await planOf(caseId))).toEqual([0, 'nothing-stands'])
  const data = { addressingName: 'Nymark' }
  const correction: PlanView = await ask(system(), 'cases.planCorrection', { caseId, data })
  expect(idsOf(correction)).toEqual([0, 'nothing-stands'])
  const undone = await reported('Nymark,E')
  await undo(undoOrder(undone.caseId))
  const { plan } = await reached(system(), undone.caseId, ['undone'], 'senior')
  expect(idsOf(await planOf(undone.caseId))).toEqual([0, 'nothing-stands'])
  const step = { caseId: plan[0]?.carriedOutBy, data: { reason: 'En anden' } }
  const again: PlanView = await ask(system(), 'cases.planCorrection', step)
  expect(idsOf(again)).toEqual([0, 'maintenance-itself'])
})

test('what undo is told beside its words is refused', async () => {
  const { caseId } = await reported('Nymark,Eb')
  const order = { ...undoOrder(caseId), also: [7] }
  expect((await refusal(system(), 'cases.undo', order, 'senior'))[0]).toBe('BAD_REQUEST')
  const fingerprint = { ...undoOrder(caseId), fingerprint: 'x' }
  expect((await refusal(system(), 'cases.undo', fingerprint, 'senior'))[0]).toBe('BAD_REQUEST')
})

test('half-way, a senior lets the rest stand', async () => {
  const { caseId } = await reported('Nymark,Ebb')
  await setFaults(refused)
  await undo(undoOrder(caseId))
  const half = await reached(system(), caseId, ['partlyUndone'])
  expect(half.waitsFor.da).toBe('Fortryd resten, eller lad den stå')
  const stop = { type: 'stopUndo', reason: 'Resten er rigtig' }
  const order = { caseId, expectedVersion: half.version, idempotencyKey: key(), command: stop }
  expect(await refusal(system(), 'cases.command', order)).toEqual(['FORBIDDEN', 'seniorOnly'])
  const stopUndo = half.commands.find(({ type }) => type === 'stopUndo')
  expect(stopUndo).toMatchObject({ allowed: false, fields: ['reason'] })
  await command(system(), half, stop, 'senior')
  const alive = await reached(system(), caseId, ['completed'])
  expect(alive.plan.map(({ state }) => state)).toEqual(['kept'])
  await setFaults({})
  await undo(undoOrder(caseId))
  await reached(system(), caseId, ['undone'])
})

test('the steps of an undo tell an operator nothing', async () => {
  const { caseId } = await reported('Nymark,Ebbe')
  await undo(undoOrder(caseId))
  const { plan } = await reached(system(), caseId, ['undone'], 'senior')
  expect(plan[0]?.data).toMatchObject({ personnummer: person })
  const seen = await ask(system(), 'cases.get', { caseId }, 'operator')
  expect(JSON.stringify(seen.plan)).not.toContain(person)
})

test('an undo is itself undone, and so is its taking back', async () => {
  const { caseId } = await reported('Nymark,E B')
  await undo(undoOrder(caseId))
  const { plan } = await reached(system(), caseId, ['undone'])
  const step = plan[0]?.carriedOutBy ?? ''
  await undo(undoOrder(step))
  const taken = await reached(system(), step, ['undone'])
  const anew = taken.plan[0]?.carriedOutBy ?? ''
  expect((await reached(system(), anew, ['completed'])).event).toBe('addressing-name')
  await undo(undoOrder(anew))
  await reached(system(), anew, ['undone'])
})
