import { expect, test } from 'vitest'

import type { RegisterFieldView, RegisterRowView } from '../register-view.ts'
import { ask, refusal, withSystem } from '../testing/system.ts'

const system = withSystem()
const purpose = 'Opslag til behandling af sag'

test('a person is shown by name and by code', async () => {
  const order = { service: 'STAMP', keys: { PNR: '0707614293' }, purpose }
  const view = await ask(system(), 'register.lookUp', order)
  expect(view).toMatchObject({ service: 'STAMP', found: true, protected: false })
  expect(Object.keys(view.raw)).not.toEqual([])
  expect(Object.values(view.fields)).toEqual(expect.arrayContaining(Object.values(view.raw)))
})

test('the head of a person is one line', async () => {
  const order = { pnr: '070761-4293', purpose }
  const person = await ask(system(), 'register.person', order)
  expect(person).toMatchObject({ found: true, protected: false, status: '01' })
  expect(person.name).toContain('Henriksen')
})

test('the name of a protected person stays hidden', async () => {
  const person = await ask(system(), 'register.person', { pnr: '0701614011', purpose })
  expect(person).toMatchObject({ found: true, protected: true, name: null })
})

test('nobody under a number is an answer', async () => {
  const order = { service: 'STAMP', keys: { PNR: '0101019999' }, purpose }
  expect(await ask(system(), 'register.lookUp', order)).toMatchObject({
    found: false,
    receipt: { code: 172 },
    raw: {},
  })
})

test('a search answers with rows', async () => {
  const keys = { KOMK: '0851', VEJK: '8513', MAXA: '200' }
  const view = await ask(system(), 'register.search', { service: 'ADRSOG1', keys, purpose })
  expect(view.rows.length).toBeGreaterThan(0)
  expect(view.protected).toBe(true)
  const hidden = view.rows.filter((row: RegisterRowView) => hasMark(row))
  expect(hidden.length).toBeGreaterThan(0)
  for (const { fields } of hidden) {
    expect(fields.map(({ code }: RegisterFieldView) => code)).not.toContain('HUSNR')
  }
})

const hasMark = ({ fields }: RegisterRowView) =>
  fields.some(({ code, value }) => code === 'ADRBESKYT' && value.trim() !== '')

test.each([
  [{ service: 'XYZ' }, 'BAD_REQUEST', 'serviceUnknown'],
  [{ service: 'FLYT-I' }, 'BAD_REQUEST', 'serviceUnknown'],
  [{ keys: {} }, 'BAD_REQUEST', 'keyMissing'],
  [{ keys: { PNR: '' } }, 'BAD_REQUEST', 'keyMissing'],
  [{ keys: { PNR: '0707614293', COLOUR: 'red' } }, 'BAD_REQUEST', 'keyUnknown'],
  [{ keys: { PNR: '07076142' } }, 'BAD_REQUEST', 'keyInvalid'],
  [{ keys: { PNR: '070761429Ł' } }, 'BAD_REQUEST', 'keyInvalid'],
  [{ keys: { PNR: 707614293 } }, 'BAD_REQUEST', 'inputInvalid'],
  [{ purpose: 'kort' }, 'BAD_REQUEST', 'inputInvalid'],
  [{ purpose: '          ' }, 'BAD_REQUEST', 'inputInvalid'],
  [{ mk: '0101' }, 'BAD_REQUEST', 'inputInvalid'],
])('a question that makes no sense is not asked: %j', async (change, code, reason) => {
  const order = { service: 'STAMP', keys: { PNR: '0707614293' }, purpose, ...change }
  expect(await refusal(system(), 'register.lookUp', order)).toEqual([code, reason])
})

test('every lookup is written down with purpose and person', async () => {
  const keys = { PNR: '0709614096' }
  await ask(system(), 'register.lookUp', { service: 'STAMP', keys, purpose }, 'other')
  const rows = await ask(
    system(),
    'audit.list',
    { action: 'register.lookUp', user: 'caseworker' },
    'auditor',
  )
  expect(rows.every((row: { purpose: string }) => row.purpose === purpose)).toBe(true)
  // The log of one authority shows nothing of another's.
  expect(await ask(system(), 'audit.list', { user: 'other' }, 'auditor')).toEqual([])
  const person = await ask(system(), 'audit.list', { person: '0707614293' }, 'auditor')
  expect(person.length).toBeGreaterThanOrEqual(2)
  expect(JSON.stringify(person)).not.toContain('0707614293')
})

test('a closed register is told apart', async () => {
  const fault = (faults: object) =>
    fetch(`${system().registerUrl}/control/faults`, { method: 'PUT', body: JSON.stringify(faults) })
  await fault({ closed: true })
  const order = { service: 'STAMP', keys: { PNR: '0707614293' }, purpose }
  const refused = await refusal(system(), 'register.lookUp', order, 'senior')
  await fault({})
  expect(refused).toEqual(['PRECONDITION_FAILED', 'registerClosed'])
})
