import { afterEach, expect, test } from 'vitest'

import type { FieldValues, Reply } from '../message.ts'
import type { ToldReply } from './caller.ts'
import { createClient } from './client.ts'
import type { Client } from './contract.ts'
import { receiptOf, replyTo, send, signingOn, startServer } from './scripted-server.ts'

const cleaning: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const clean of cleaning.splice(0)) await clean()
})

/** A client of a register whose answers differ so from empty ones. */
async function start(different: () => Partial<Reply>, told: ToldReply[] = []): Promise<Client> {
  const server = await startServer(
    signingOn(({ request, response }) => send(response, replyTo(request, different()))),
  )
  const client = createClient({
    url: server.url,
    user: 'WTST0001',
    password: 'Hemmelig-1',
    onReply: (one) => void told.push(one),
  })
  cleaning.push(client.close, server.close)
  return client
}

const keys = { PNR: '0709614304' }
const main = { name: 'HovedRolle', fields: {}, blocks: {}, tables: [] }

test('each answer is told as it was read', async () => {
  const told: ToldReply[] = []
  const client = await start(() => ({}), told)
  await client.lookUp('STAMP', keys)
  expect(told.map(({ service, read }) => [service, read.type])).toEqual([
    ['', 'read'],
    ['STAMP', 'read'],
  ])
})

test('an answer about somebody else is told as unreadable', async () => {
  const told: ToldReply[] = []
  const client = await start(() => ({ keys: { PNR: '0701614011' } }), told)
  expect(await client.lookUp('STAMP', keys)).toEqual({ type: 'failed', reason: 'unreadable' })
  expect(told.at(-1)).toEqual({
    service: 'STAMP',
    read: { type: 'unreadable', reason: 'mismatch' },
  })
})

const inBlock = (fields: FieldValues): Partial<Reply> => ({
  roles: [{ ...main, blocks: { STAMPNR: fields } }],
})
const whole = {
  PNR: { value: '0709614304' },
  KOEN: { value: 'M' },
  STATUS: { value: '01' },
  FOEDDATO: { value: '19610907' },
}

test('a lookup without what must be there cannot be relied on', async () => {
  const { STATUS: _, ...rest } = whole
  const answers = [inBlock(rest), inBlock({ ...rest, STATUS: { value: '' } }), inBlock(whole)]
  const client = await start(() => answers.shift() ?? {})
  const lookUp = () => client.lookUp('STAMP', keys)
  expect(await lookUp()).toEqual({ type: 'failed', reason: 'contract' })
  expect(await lookUp()).toMatchObject({ type: 'found' })
  expect(await lookUp()).toMatchObject({ type: 'found' })
})

test('a lookup answered by a code nobody documented has failed', async () => {
  const client = await start(() => ({ receipt: receiptOf(4711) }))
  expect(await client.lookUp('STAMP', keys)).toEqual({ type: 'failed', reason: 'contract' })
})
