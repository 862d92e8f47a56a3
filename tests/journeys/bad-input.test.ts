import { randomUUID } from 'node:crypto'

import { expect, test } from 'vitest'

import { useProduct } from '../src/journey.ts'

const journey = useProduct()
const purpose = 'journey: bad input is named'

const open = (input: object) =>
  journey.world.as('caseworker').raw('cases.open', {
    event: 'move',
    purpose,
    idempotencyKey: randomUUID(),
    ...input,
  })

test.each([
  ['an unknown event', { event: 'flytning' }, 'BAD_REQUEST'],
  ['an unknown field', { data: { nickname: 'Bo' } }, 'BAD_REQUEST'],
  ['a wrong type', { data: { moveDate: 20261101 } }, 'BAD_REQUEST'],
  ['an unknown key', { role: 'senior' }, 'BAD_REQUEST'],
  ['a short purpose', { purpose: 'x' }, 'BAD_REQUEST'],
  ['an event of others', { event: 'birth' }, 'FORBIDDEN'],
])('%s is refused by name', async (_, input, code) => {
  const { length } = await journey.world.control.applied()
  expect((await open(input)).refusal).toMatchObject({
    code,
    reason: expect.stringMatching(/^[a-z]\w+$/i),
  })
  expect((await journey.world.control.applied()).length).toBe(length)
})

test('a number that is no date becomes a finding', async () => {
  const api = journey.world.as('caseworker')
  const { caseId } = await api.open('move', { personnummer: '9902310000', authority: '0851' })
  await api.command(caseId, { type: 'submit' })
  const found = await api.until(caseId, ({ findings }) => findings.length > 0)
  expect(found.findings.map(({ rule }) => rule)).toContain('move.fmt-pnr')
  expect(found.findings.map(({ rule }) => rule)).toContain('move.required.moveDate')
})

test('a case of another authority does not exist', async () => {
  const { as } = journey.world
  const { caseId } = await as('caseworker').open('move', {})
  for (const path of ['cases.get', 'cases.journal', 'cases.messages', 'cases.planUndo']) {
    expect((await as('other').raw(path, { caseId })).refusal).toMatchObject({ code: 'NOT_FOUND' })
  }
})

test('a stale version and a reused key are conflicts', async () => {
  const api = journey.world.as('caseworker')
  const { caseId, version } = await api.open('move', {})
  const fill = (houseNumber: string, expectedVersion: number, idempotencyKey: string) =>
    api.raw('cases.command', {
      caseId,
      expectedVersion,
      idempotencyKey,
      command: { type: 'fill', data: { houseNumber } },
    })
  expect((await fill('001', version, 'first')).refusal).toBeNull()
  expect((await fill('001', version, 'first')).refusal).toBeNull()
  expect((await fill('002', version, 'first')).refusal).toMatchObject({
    code: 'CONFLICT',
    reason: 'idempotencyKeyReused',
  })
  expect((await fill('002', version, 'second')).refusal).toMatchObject({ code: 'CONFLICT' })
  expect((await api.get(caseId)).version).toBe(version + 1)
})

test('nobody undoes, corrects or decides without being senior', async () => {
  const api = journey.world.as('caseworker')
  const { caseId } = await api.open('move', {})
  const undo = { caseId, reason: 'a mistake', idempotencyKey: randomUUID() }
  expect((await api.raw('cases.undo', undo)).refusal).toMatchObject({ code: 'FORBIDDEN' })
  expect((await api.raw('cases.correct', { ...undo, data: {} })).refusal).toMatchObject({
    code: 'FORBIDDEN',
  })
})

test.each(['{"a":', '[]', 'null', '"x"', '{"event":1e400}', '<xml/>', '{"__proto__":{"a":1}}'])(
  'the body %s is refused without a fault',
  async (body) => {
    const { status } = await journey.world.as('caseworker').raw('cases.open', body)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
  },
)

test('a stranger and an unknown user get nothing', async () => {
  const { as } = journey.world
  expect((await as('nobody').raw('cases.list', {})).refusal).toMatchObject({ code: 'UNAUTHORIZED' })
})

test('no personal number reaches the logs', async () => {
  const { product, as } = journey.world
  await as('caseworker').open('move', { personnummer: '0709614096', authority: '0851' })
  expect(product.output()).not.toMatch(/\b\d{6}[- ]?\d{4}\b/)
})
