import { expect, test } from 'vitest'

import type { CaseView } from '../case-view.ts'
import { ask, call, command, key, reached, refusal, withSystem } from '../testing/system.ts'

const system = withSystem()
const purpose = 'Anmeldelse modtaget fra borgeren'
const today = () => system().clock.today()

const addressing = (addressingName: string | null = 'Nymark,E', personnummer = '0107529039') => ({
  personnummer,
  startDate: today(),
  addressingName,
  authority: '0851',
})

const open = (
  data: object = {},
  event = 'addressing-name',
  user = 'caseworker',
): Promise<CaseView> =>
  ask(system(), 'cases.open', { event, data, purpose, idempotencyKey: key() }, user)

test('a case runs from draft to undone', async () => {
  const drafted = await open(addressing())
  expect(drafted).toMatchObject({
    status: 'draft',
    version: 1,
    parent: null,
    data: addressing(),
    eventName: { da: expect.any(String), en: expect.any(String) },
    health: { state: 'well' },
    persons: [{ role: 'person', pnr: '0107529039' }],
  })
  await command(system(), drafted, { type: 'submit' })
  const done = await reached(system(), drafted.caseId, ['completed'])
  expect(done.persons).toContainEqual({
    role: 'person',
    pnr: '0107529039',
    name: expect.any(String),
  })

  const plan = await ask(system(), 'cases.planUndo', { caseId: done.caseId }, 'senior')
  expect(plan.steps).toMatchObject([{ person: '0107529039', policy: 'undo', caseId: done.caseId }])

  const order = { caseId: done.caseId, reason: 'Forkert person', idempotencyKey: key() }
  const undoing = await ask(system(), 'cases.undo', order, 'senior')
  expect(undoing.caseId).toBe(done.caseId)
  expect(await ask(system(), 'cases.undo', order, 'senior')).toMatchObject({ caseId: done.caseId })
  const undone = await reached(system(), done.caseId, ['undone'])
  expect(undone.persons).toEqual(done.persons)

  const journal = await ask(system(), 'cases.journal', { caseId: done.caseId })
  expect(journal[0]).toMatchObject({ seq: 1, actor: 'caseworker', message: { type: 'open' } })
  expect(journal.map(({ seq }: { seq: number }) => seq)).toEqual(
    journal.map((_: unknown, index: number) => index + 1),
  )
  const first = await ask(system(), 'cases.at', { caseId: done.caseId, seq: 1 })
  expect(first).toMatchObject({ status: 'draft', version: 1, data: addressing() })
  expect(await refusal(system(), 'cases.at', { caseId: done.caseId, seq: 900 })).toEqual([
    'NOT_FOUND',
    'entryNotFound',
  ])
})

test('the conversation with the register is shown masked', async () => {
  const drafted = await open(addressing('Overby,S', '0909610036'))
  await command(system(), drafted, { type: 'submit' })
  await reached(system(), drafted.caseId, ['completed'])
  const messages = await ask(system(), 'cases.messages', { caseId: drafted.caseId })
  expect(messages.map(({ service }: { service: string }) => service)).toContain('ADRNVN-I')
  const shown = JSON.stringify(messages)
  expect(shown).toContain('090961••••')
  expect(shown).not.toContain('0909610036')
  expect(shown).not.toContain('Hemmelig')
})

test('a wrong value is saved and found', async () => {
  const drafted = await open({ ...addressing(), startDate: '20261399' })
  await command(system(), drafted, { type: 'submit' })
  const found = await reached(system(), drafted.caseId, ['draft'])
  expect(found.data.startDate).toBe('20261399')
  expect(found.findings).toContainEqual(
    expect.objectContaining({ rule: 'addressing-name.fmt-date', severity: 'error' }),
  )
})

test('an empty required field is found by its name', async () => {
  const drafted = await open({ ...addressing(), addressingName: null })
  await command(system(), drafted, { type: 'submit' })
  const found = await reached(system(), drafted.caseId, ['draft'])
  expect(found.findings.map(({ rule }) => rule)).toContain(
    'addressing-name.required.addressingName',
  )
})

test('what is filled in merges, and null clears', async () => {
  const drafted = await open(addressing())
  const data = { addressingName: null, startDate: '20260101' }
  const filled = await command(system(), drafted, { type: 'fill', data })
  expect(filled.data).toEqual({
    personnummer: '0107529039',
    startDate: '20260101',
    authority: '0851',
  })
  expect(filled.version).toBe(2)
})

test.each([
  [{ type: 'fill', data: { colour: 'red' } }, 'fieldUnknown'],
  [{ type: 'fill', data: { addressingName: true } }, 'fieldType'],
  [{ type: 'fill', data: { addressingName: 7 } }, 'inputInvalid'],
  [{ type: 'fill' }, 'inputInvalid'],
  [{ type: 'approve' }, 'inputInvalid'],
  [{ type: 'submit', status: 'completed' }, 'inputInvalid'],
  [{ type: 'openFollowOn', followOn: 'no-such' }, 'followOnUnknown'],
])('a command that makes no sense changes nothing: %j', async (order, reason) => {
  const { caseId } = await open(addressing())
  const input = { caseId, expectedVersion: 1, idempotencyKey: key(), command: order }
  expect(await refusal(system(), 'cases.command', input)).toEqual(['BAD_REQUEST', reason])
  expect(await ask(system(), 'cases.get', { caseId })).toMatchObject({ version: 1 })
})

test('a stale version is told where the case stands', async () => {
  const drafted = await open(addressing())
  await command(system(), drafted, { type: 'fill', data: { addressingName: 'Nymark,Ebbe' } })
  const { caseId } = drafted
  const input = { caseId, expectedVersion: 1, idempotencyKey: key(), command: { type: 'submit' } }
  const { status, body } = await call(system(), 'cases.command', input)
  expect(status).toBe(409)
  expect(body.error.data).toMatchObject({ code: 'CONFLICT', reason: 'versionConflict', version: 2 })
})

test('a used key answers once and refuses another body', async () => {
  const idempotencyKey = key()
  const order = { event: 'addressing-name', data: addressing(), purpose, idempotencyKey }
  const first = await ask(system(), 'cases.open', order)
  expect((await ask(system(), 'cases.open', order)).caseId).toBe(first.caseId)
  const other = { ...order, data: addressing('Nymark,Ebbe') }
  expect(await refusal(system(), 'cases.open', other)).toEqual(['CONFLICT', 'idempotencyKeyReused'])

  const { caseId } = first
  const send = {
    caseId,
    expectedVersion: 1,
    idempotencyKey: key(),
    command: { type: 'withdraw', reason: 'Fortrudt' },
  }
  expect((await ask(system(), 'cases.command', send)).status).toBe('withdrawn')
  expect((await ask(system(), 'cases.command', send)).status).toBe('withdrawn')
})

test('a command that the case does not take is a conflict', async () => {
  const drafted = await open(addressing())
  const { caseId } = drafted
  const input = { caseId, expectedVersion: 1, idempotencyKey: key(), command: { type: 'resume' } }
  expect(await refusal(system(), 'cases.command', input)).toEqual(['CONFLICT', 'commandNotAllowed'])
  const resume = drafted.commands.find(({ type }) => type === 'resume')
  expect(resume).toMatchObject({ allowed: false, reason: { da: expect.any(String) } })
})

test.each([
  [{ event: 'no-such-event' }, 'BAD_REQUEST', 'eventUnknown'],
  [{ purpose: 'for kort' }, 'BAD_REQUEST', 'inputInvalid'],
  [{ idempotencyKey: '' }, 'BAD_REQUEST', 'inputInvalid'],
  [{ idempotencyKey: 'x'.repeat(101) }, 'BAD_REQUEST', 'inputInvalid'],
  [{ authorityCode: '0101' }, 'BAD_REQUEST', 'inputInvalid'],
  [{ data: { addressingName: 'a\0b' } }, 'BAD_REQUEST', 'inputInvalid'],
  [{ data: { addressingName: '\ud800' } }, 'BAD_REQUEST', 'inputInvalid'],
  [{ data: { state: 'done' } }, 'BAD_REQUEST', 'fieldUnknown'],
  [{ event: 'name-change' }, 'FORBIDDEN', 'authorityNotReporter'],
  [{ parent: 'no-such-case' }, 'NOT_FOUND', 'caseNotFound'],
])('no case is opened with %j', async (change, code, reason) => {
  const order = { event: 'addressing-name', data: {}, purpose, idempotencyKey: key(), ...change }
  expect(await refusal(system(), 'cases.open', order)).toEqual([code, reason])
})

test("another authority's case does not exist and the attempt is written down", async () => {
  const { caseId } = await open(addressing())
  for (const procedure of ['get', 'journal', 'messages', 'planUndo']) {
    expect(await refusal(system(), `cases.${procedure}`, { caseId }, 'other')).toEqual([
      'NOT_FOUND',
      'caseNotFound',
    ])
  }
  const input = { caseId, expectedVersion: 1, idempotencyKey: key(), command: { type: 'submit' } }
  expect(await refusal(system(), 'cases.command', input, 'other')).toEqual([
    'NOT_FOUND',
    'caseNotFound',
  ])
  const undo = { caseId, reason: 'Forkert person', idempotencyKey: key() }
  for (const user of ['other', 'parish']) {
    expect(await refusal(system(), 'cases.undo', undo, user)).toEqual(['NOT_FOUND', 'caseNotFound'])
  }
  const rows = await ask(system(), 'audit.list', { caseId }, 'auditor')
  expect(rows).toEqual([expect.objectContaining({ action: 'case.open' })])
  expect(await ask(system(), 'audit.verify', undefined, 'auditor')).toMatchObject({ intact: true })
})

test('a rule that nobody raised is not confirmed', async () => {
  const data = {
    personnummer: '0702614147',
    municipalityCode: '0851',
    streetCode: '8511',
    houseNumber: '005',
    moveDate: today(),
    moveReason: 'OWN',
    authority: '0851',
  }
  const drafted = await open(data, 'move')
  await command(system(), drafted, { type: 'submit' })
  const { caseId, version } = await reached(system(), drafted.caseId, ['confirming'])
  const order = { type: 'confirm', findings: ['move.nothing'], reason: 'Set efter' }
  const input = { caseId, expectedVersion: version, idempotencyKey: key(), command: order }
  expect(await refusal(system(), 'cases.command', input)).toEqual(['BAD_REQUEST', 'findingUnknown'])
  expect(await ask(system(), 'cases.get', { caseId })).toMatchObject({ version })
})

test('undo, correction and decision take a senior', async () => {
  const { caseId } = await open(addressing())
  const undo = { caseId, reason: 'Forkert person', idempotencyKey: key() }
  expect(await refusal(system(), 'cases.undo', undo)).toEqual(['FORBIDDEN', 'seniorOnly'])
  const correct = { ...undo, data: { addressingName: 'Nymark,Ebbe' } }
  expect(await refusal(system(), 'cases.correct', correct)).toEqual(['FORBIDDEN', 'seniorOnly'])
  const decide = { type: 'decide', outcome: 'applied', reason: 'Set i registret' }
  const input = { caseId, expectedVersion: 1, idempotencyKey: key(), command: decide }
  expect(await refusal(system(), 'cases.command', input)).toEqual(['FORBIDDEN', 'seniorOnly'])
})

test('an operator sees where a case stands and nothing it says', async () => {
  const { caseId } = await open(addressing())
  const seen = await ask(system(), 'cases.get', { caseId }, 'operator')
  expect(seen).toMatchObject({ redacted: true, data: {}, persons: [], purpose: '' })
  const journal = JSON.stringify(await ask(system(), 'cases.journal', { caseId }, 'operator'))
  expect(journal).not.toContain('0107529039')
  expect(await refusal(system(), 'cases.messages', { caseId }, 'operator')).toEqual([
    'FORBIDDEN',
    'roleNotAllowed',
  ])
})
