import { addDays, getDefinition } from '@sagsgang/events'
import { activeStates, chartOf } from '@sagsgang/machines'
import type { StateValue } from '@sagsgang/machines'
import { expect, test } from 'vitest'

import { moveData } from '../testing/forms.ts'
import { abbreviate, applied, arrive, openCase, submitTo, tell } from '../testing/story.ts'
import { withWorld } from '../testing/world.ts'

/** A shortest way to each state of a report, against the register and with its faults: one event stands for all charts. */
const world = withWorld()
const today = () => world().deps.clock.today()

const prefix = 'work/reporting/'

/** States of a report that any case of this test has been in, by the journal. */
async function statesMet(): Promise<ReadonlySet<string>> {
  const entries = await world().deps.db.selectFrom('journal').select('state').execute()
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the journal holds what the machine wrote
  const ids = entries.flatMap(({ state }) => activeStates({ value: state as StateValue }))
  return new Set(ids.filter((id) => id.startsWith(prefix)).map((id) => id.slice(prefix.length)))
}

/** No case of this product comes there, and why. */
const unreached: Readonly<Record<string, string>> = {
  awaitingRegister:
    'a case dated ahead waits in the engine: nothing is left to the register’s queue',
  confirmingQueued: 'the same',
}

const otherAuthority = {
  actor: { user: 'other', role: 'caseworker', authority: '0101' },
  purpose: 'Behandling i en anden kommune',
  caseId: null,
  effectId: null,
}

/** Another municipality leaves data about somebody in the register's queue. */
async function leaveWaiting(pnr: string): Promise<void> {
  const { port } = world().deps
  const data = { HDTO: addDays(today(), 10), ADRNVN: 'Ellegaard,B', MYNKOD: '0101' }
  const update = { service: 'ADRNVN-I', keys: { PNR: pnr }, authority: '0101', data, wait: true }
  const begun = await port.initiate(otherAuthority, update)
  if (begun.type !== 'accepted') throw new Error(`the other got ${begun.type}`)
  const { answer } = await port.save(port.prepareSave(begun.dialogue, update))
  expect(answer).toMatchObject({ type: 'accepted', queued: true })
}

const hasMet = (state: string) => expect.poll(statesMet).toContain(state)

test('a report goes through its day, its turn and the conversation', async () => {
  const data = moveData('0709614096', addDays(today(), 3))
  const caseId = await openCase(world(), 'move', data)
  await submitTo(world(), caseId, 'waiting')
  await world().advance({ days: 3 })
  await arrive(world(), caseId, 'completed')
  for (const state of ['awaitingDay', 'awaitingTurn', 'initiating', 'validating', 'saving'])
    await hasMet(state)
})

test('a warning of the register waits for a person', async () => {
  const pnr = '0709614304'
  await leaveWaiting(pnr)
  const caseId = await abbreviate(world(), pnr)
  await tell(world(), caseId, { type: 'submit' })
  await expect.poll(() => confirmed(caseId), { timeout: 8_000 }).toBe('completed')
  await hasMet('confirmingReceipt')
})

/** Whatever is asked is confirmed; the status that the case has come to. */
async function confirmed(caseId: string): Promise<string> {
  const stored = await arrive(world(), caseId, 'confirming', 'completed')
  const findings = stored.snapshot.context.findings.map(({ rule }) => rule)
  if (JSON.stringify(stored.snapshot.value).includes('confirming'))
    await tell(world(), caseId, { type: 'confirm', findings, reason: 'Set efter' })
  return JSON.stringify(stored.snapshot.value).includes('"completed"') ? 'completed' : 'confirming'
}

test('a save that never came is settled and goes again', async () => {
  await world().put('faults', { loseRequest: 1 })
  const caseId = await abbreviate(world(), '1306814180')
  await submitTo(world(), caseId, 'inDoubt')
  await hasMet('reconciling/settling')
  await world().put('faults', {})
  await world().advance({ seconds: 901 })
  await arrive(world(), caseId, 'completed')
  await hasMet('reconciling/readingBackAgain')
})

test('what evidence cannot settle waits for a decision', async () => {
  const pnr = '0707614293'
  await world().put('faults', { loseRequest: 1 })
  const caseId = await abbreviate(world(), pnr)
  await submitTo(world(), caseId, 'inDoubt')
  await world().put('faults', {})
  const { port } = world().deps
  const data = { HDTO: today(), ADRNVN: 'Anden,L', MYNKOD: '0101' }
  const update = { service: 'ADRNVN-I', keys: { PNR: pnr }, authority: '0101', data }
  const begun = await port.initiate(otherAuthority, update)
  if (begun.type !== 'accepted') throw new Error(`the other got ${begun.type}`)
  await port.save(port.prepareSave(begun.dialogue, update))
  await world().advance({ seconds: 901 })
  await hasMet('deciding')
  await tell(world(), caseId, { type: 'decide', outcome: 'notApplied', reason: 'Ringet' })
  await arrive(world(), caseId, 'completed')
})

test('a later report that is refused leaves the case half done', async () => {
  const [mother, child] = ['0709614673', '3006980014']
  const before = (await applied(world())).length
  await world().put('faults', { delayMs: 150 })
  const data = moveData(mother, today(), { familyMembers: [child] })
  const caseId = await openCase(world(), 'move', data)
  await submitTo(world(), caseId, 'reporting')
  const count = async () => (await applied(world())).length
  await expect.poll(count, { interval: 5, timeout: 10_000 }).toBe(before + 1)
  const refuse = { service: 'FLYT-I', field: 'PNR', code: 5408, text: 'Ikke nu' }
  await world().put('faults', { refuse })
  await arrive(world(), caseId, 'stuck')
  await hasMet('partlyReported')
  await world().put('faults', {})
  await tell(world(), caseId, { type: 'resume' })
  await arrive(world(), caseId, 'completed', 'followOns')
})

test('every state of a report has been met or has a reason', async () => {
  const drawn = chartOf(getDefinition('move'))
    .states.map(({ id }) => id)
    .filter((id) => id.startsWith(prefix))
    .map((id) => id.slice(prefix.length))
  const met = await statesMet()
  expect(drawn.filter((id) => !met.has(id))).toEqual(Object.keys(unreached))
})
