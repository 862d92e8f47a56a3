import { createServer } from 'node:http'

import { afterEach, expect, test } from 'vitest'

import { envelopeOf } from '../bad-replies/envelopes.ts'
import { goodReplies } from '../bad-replies/good-replies.ts'
import { readRequest } from '../read-request.ts'
import { readSoapRequest } from '../soap/read-envelope.ts'
import { developmentAgreement, platformProfile } from '../soap/soap-profile.ts'
import type { SoapFault } from '../soap/soap-words.ts'
import { writeSoapFault, writeSoapReply } from '../soap/write-envelope.ts'
import { writeReply } from '../write-reply.ts'
import type { ToldReply } from './caller.ts'
import { createClient } from './client.ts'
import type { Exchange } from './contract.ts'
import { framed, startRawServer } from './raw-server.ts'
import { signOnReply } from './scripted-server.ts'
import { createSoapPoster } from './soap-poster.ts'

const { service = '', keys = {}, dialogue: timestamp = '' } = goodReplies.save.expect
const dialogue = { service, keys, authority: '0851', timestamp }
const update = { ...dialogue, data: { HDTO: '20250228' } }

const cleaning: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const clean of cleaning.splice(0)) await clean()
})

/** A client whose every call is answered so. */
async function answered(status: string, body: Uint8Array) {
  const bytes = framed([status, 'Content-Type: text/xml; charset=utf-8'], body)
  const server = await startRawServer((socket) => void socket.write(bytes))
  const told: ToldReply[] = []
  const client = createClient({
    url: server.url,
    user: '',
    password: '',
    poster: createSoapPoster({ url: server.url, agreement: developmentAgreement }),
    onReply: (one) => void told.push(one),
  })
  cleaning.push(client.close, server.close)
  return { client, server, told }
}

const faulty = (fault: Omit<SoapFault, 'text'>) =>
  writeSoapFault({ text: 'nej', ...fault }, platformProfile)

test('nobody signs on, and the message is shown without its envelope', async () => {
  const { client, server, told } = await answered(
    '200 OK',
    Buffer.from(envelopeOf(goodReplies.lookup)),
  )
  const exchanges: Exchange[] = []
  const onExchange = (exchange: Exchange) => void exchanges.push(exchange)
  const answer = await client.lookUp('STAMP', { PNR: '0709614096' }, { onExchange })
  expect(answer.type).toBe('found')
  expect(server.calls()).toBe(1)
  expect(exchanges).toHaveLength(1)
  expect(readRequest(Buffer.from(exchanges[0]?.request ?? '', 'latin1')).type).toBe('read')
  expect(exchanges[0]?.reply).toBe(goodReplies.lookup.text.trim())
  expect(told.map(({ read }) => read.type)).toEqual(['read'])
})

test('the hash covers the envelope, which names the service', async () => {
  const { client } = await answered('200 OK', Buffer.from(envelopeOf(goodReplies.save)))
  const prepared = client.prepareSave(dialogue, update)
  const read = readSoapRequest(prepared.bytes, null, platformProfile)
  if (read.type === 'unreadable') throw new Error(read.reason)
  expect(read.message.invocation.service).toBe(developmentAgreement.service)
  expect(readRequest(read.message.document.bytes)).toMatchObject({ message: { action: 'save' } })
  const digest = await crypto.subtle.digest('SHA-256', Uint8Array.from(prepared.bytes))
  expect(prepared.hash).toBe(Buffer.from(digest).toString('hex'))
  expect((await client.save(prepared)).type).toBe('accepted')
})

test('exactly the prepared bytes leave, with the action', async () => {
  const heads: string[] = []
  const arrived: Buffer[] = []
  const server = createServer((incoming, response) => {
    const { soapaction, 'content-type': contentType } = incoming.headers
    heads.push(String(soapaction), String(contentType))
    incoming.on('data', (chunk: Buffer) => void arrived.push(chunk))
    incoming.on('end', () => response.end(envelopeOf(goodReplies.save)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const url = `http://127.0.0.1:${port}/`
  const poster = createSoapPoster({ url, agreement: developmentAgreement })
  const client = createClient({ url, user: '', password: '', poster })
  const prepared = client.prepareSave(dialogue, update)
  await client.save(prepared)
  await client.close()
  server.close()
  expect(heads).toEqual([`"${platformProfile.action}"`, 'text/xml; charset=utf-8'])
  expect(Buffer.concat(arrived).equals(prepared.bytes)).toBe(true)
})

const mine = { kind: 'Client', code: null } as const
const theirs = { kind: 'Server', code: null } as const

test.each([
  [mine, '500 Error', 'failed contract', 'unknown contract'],
  [mine, '200 OK', 'failed contract', 'unknown contract'],
  [{ ...mine, code: 'OTHER' }, '500 Error', 'failed contract', 'unknown contract'],
  [{ ...mine, code: 'ACCESS' }, '500 Error', 'failed signOnRefused', 'unsent signOnRefused'],
  [theirs, '500 Error', 'failed transport', 'unknown transport'],
  [theirs, '200 OK', 'failed transport', 'unknown transport'],
  [theirs, '503 Unavailable', 'failed closed', 'unknown closed'],
  [theirs, '404 Not Found', 'failed transport', 'unknown transport'],
  [{ ...mine, kind: 'MustUnderstand' }, '500 Error', 'failed contract', 'unsent contract'],
  [{ ...mine, kind: 'VersionMismatch' }, '500 Error', 'failed contract', 'unsent contract'],
] as const)('fault %j with %s is taken for what it is', async (fault, status, read, saved) => {
  const { client, server } = await answered(status, faulty(fault))
  const looked = await client.lookUp('STAMP', { PNR: '0709614096' })
  expect(Object.values(looked).join(' ')).toBe(read)
  const answer = await client.save(client.prepareSave(dialogue, update))
  expect(Object.values(answer).join(' ')).toBe(saved)
  expect(server.calls()).toBe(2)
})

test('what cannot be opened is kept whole and told of', async () => {
  const { client, told } = await answered('200 OK', Buffer.from(goodReplies.lookup.text))
  const exchanges: Exchange[] = []
  const onExchange = (exchange: Exchange) => void exchanges.push(exchange)
  const answer = await client.lookUp('STAMP', { PNR: '0709614096' }, { onExchange })
  expect(answer).toEqual({ type: 'failed', reason: 'unreadable' })
  expect(exchanges[0]?.reply).toBe(goodReplies.lookup.text)
  expect(told).toEqual([{ service: 'STAMP', read: { type: 'unreadable', reason: 'grammar' } }])
})

test('who is told to sign on all the same asks no second time', async () => {
  const { client, server } = await answered(
    '200 OK',
    writeSoapReply(writeReply(signOnReply(901)), platformProfile),
  )
  const answer = await client.lookUp('STAMP', { PNR: '0709614096' })
  expect(answer).toEqual({ type: 'failed', reason: 'signOnRefused' })
  expect(server.calls()).toBe(1)
})
