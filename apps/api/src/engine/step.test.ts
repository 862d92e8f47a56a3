import { randomUUID } from 'node:crypto'

import { statusOf } from '@sagsgang/machines'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { withDatabase } from '../testing/database.ts'
import { caseworker, findStray, setStage, type Stage } from '../testing/stage.ts'
import type { SendCommand, Stepped } from './ports.ts'

const database = withDatabase()
let stage: Stage

beforeEach(async () => {
  stage = await setStage(database)
})
afterEach(() => stage.stop())

const caseIdOf = (stepped: Stepped) => (stepped.type === 'refused' ? null : stepped.case.id)

const fill = (caseId: string, firstNames: string): SendCommand => ({
  caseId,
  message: { type: 'fill', data: { firstNames } },
  actor: caseworker,
  expectedVersion: null,
  idempotencyKey: null,
})

test('a case is opened with a number and a first entry', async () => {
  const opened = await stage.opened()
  expect(opened.number).toMatch(/^\d{4}-\d{6}$/u)
  expect(opened.version).toBe(1)
  const { data } = (await stage.engine.at(opened.id, 1))?.context ?? {}
  expect(data).toMatchObject({ authority: '0851' })
})

test('an agreeable world lets a case run through', async () => {
  const { id } = await stage.opened()
  await stage.send(id, 'submit')
  const done = await stage.until(id, ({ snapshot }) => statusOf(snapshot) === 'completed')
  const row = await database
    .db()
    .selectFrom('cases')
    .select(['status', 'version'])
    .where('id', '=', id)
    .executeTakeFirst()
  expect(row).toEqual({ status: 'completed', version: done.version })
})

test('a stale version is refused and told the new one', async () => {
  const { id, version } = await stage.opened()
  await stage.engine.send({ ...fill(id, 'Asta'), expectedVersion: version })
  const stale = await stage.engine.send({ ...fill(id, 'Ida'), expectedVersion: version })
  expect(stale).toMatchObject({ type: 'refused', reason: 'versionConflict', case: { version: 2 } })
  expect((await stage.get(id)).snapshot.context.data).toMatchObject({ firstNames: 'Asta' })
})

test('of eight commands at once one wins', async () => {
  const { id, version } = await stage.opened()
  const names = Array.from({ length: 8 }, (_, index) => `Navn ${'abcdefgh'[index] ?? ''}`)
  const stepped = await Promise.all(
    names.map((name) => stage.engine.send({ ...fill(id, name), expectedVersion: version })),
  )
  expect(stepped.filter(({ type }) => type === 'stepped')).toHaveLength(1)
  expect((await stage.get(id)).version).toBe(version + 1)
})

test('eight equal commands under one key act once', async () => {
  const { id } = await stage.opened()
  const command = { ...fill(id, 'Asta'), idempotencyKey: randomUUID() }
  const stepped = await Promise.all(Array.from({ length: 8 }, () => stage.engine.send(command)))
  expect(
    stepped
      .map(({ type }) => type)
      .toSorted()
      .slice(0, 2),
  ).toEqual(['repeated', 'repeated'])
  expect(stepped.filter(({ type }) => type === 'stepped')).toHaveLength(1)
  expect((await stage.get(id)).version).toBe(2)
})

test('a used key with another body is refused', async () => {
  const { id } = await stage.opened()
  const idempotencyKey = randomUUID()
  await stage.engine.send({ ...fill(id, 'Asta'), idempotencyKey })
  const other = await stage.engine.send({ ...fill(id, 'Ida'), idempotencyKey })
  expect(other).toMatchObject({ type: 'refused', reason: 'idempotencyKeyReused' })
})

test('the key of a refused command is free again', async () => {
  const { id } = await stage.opened()
  const refused = { ...fill(id, 'Asta'), expectedVersion: 7, idempotencyKey: randomUUID() }
  expect((await stage.engine.send(refused)).type).toBe('refused')
  const again = await stage.engine.send({ ...refused, expectedVersion: 1 })
  expect(again.type).toBe('stepped')
})

test('opening twice under one key gives one case', async () => {
  const order = {
    event: 'naming',
    data: {},
    purpose: 'anmeldt navn til barnet',
    actor: caseworker,
    idempotencyKey: randomUUID(),
  }
  const [one, other] = await Promise.all([stage.engine.open(order), stage.engine.open(order)])
  expect([one.type, other.type].toSorted()).toEqual(['repeated', 'stepped'])
  expect(caseIdOf(one)).toBe(caseIdOf(other))
})

test('a command out of place changes nothing', async () => {
  const { id } = await stage.opened()
  const command = { ...fill(id, ''), message: { type: 'resume' } } as const
  expect(await stage.engine.send(command)).toMatchObject({ reason: 'commandNotAllowed' })
  expect((await stage.get(id)).version).toBe(1)
})

test('an unknown case and an unknown event are refused', async () => {
  expect(await stage.engine.send(fill('nobody', ''))).toMatchObject({ reason: 'caseNotFound' })
  const order = { event: 'flight', data: {}, purpose: 'ingen hændelse', actor: caseworker }
  expect(await stage.engine.open({ ...order, idempotencyKey: 'x' })).toMatchObject({
    reason: 'eventUnknown',
  })
})

test('every case is where its journal leaves it', async () => {
  const { id } = await stage.opened()
  await stage.send(id, 'submit')
  await stage.until(id, ({ snapshot }) => statusOf(snapshot) === 'completed')
  expect(await findStray(database)).toEqual([])
})
