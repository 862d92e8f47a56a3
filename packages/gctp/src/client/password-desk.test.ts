import { afterEach, expect, test } from 'vitest'

import { writeReply } from '../write-reply.ts'
import { createClient } from './client.ts'
import { createPasswordDesk } from './password-desk.ts'
import {
  type Script,
  type ScriptedServer,
  replyTo,
  send,
  signOnReply,
  startServer,
} from './scripted-server.ts'
import type { SignOnTurn, SignOnVerdict } from './sign-on-book.ts'

const cleaning: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const clean of cleaning.splice(0)) await clean()
})

async function startDesk(script: Script) {
  const server = await startServer(script)
  const desk = createPasswordDesk({ url: server.url, user: 'WTST0001' })
  cleaning.push(async () => desk.close(), server.close)
  return { desk, server }
}

const answering =
  (code: number): Script =>
  ({ response }) =>
    send(response, writeReply(signOnReply(code)))

test.each<[number, SignOnVerdict]>([
  [900, 'accepted'],
  [902, 'refused'],
  [903, 'locked'],
  [904, 'expired'],
  [905, 'wrong'],
  [906, 'newRefused'],
  [999, 'refused'],
])('a change that is answered by %i is %s', async (code, verdict) => {
  const { desk, server } = await startDesk(answering(code))
  expect(await desk.change('Hemmelig-1', 'Hemmelig-2')).toBe(verdict)
  expect(server.arrived.map(({ request }) => request)).toEqual([
    { type: 'signOn', user: 'WTST0001', password: 'Hemmelig-1', newPassword: 'Hemmelig-2' },
  ])
})

test.each<[string, Script, SignOnVerdict]>([
  ['a closed register', ({ response }) => send(response, '', 503), 'unsent'],
  ['a lost answer', ({ response }) => response.destroy(), 'unheard'],
  ['an answer that is none', ({ response }) => send(response, '<html/>'), 'unheard'],
])('%s is no verdict on a password', async (_, script, verdict) => {
  const { desk } = await startDesk(script)
  expect(await desk.signOn('Hemmelig-1')).toBe(verdict)
})

test('nobody there has heard no password', async () => {
  const { desk, server } = await startDesk(answering(900))
  await server.close()
  expect(await desk.signOn('Hemmelig-1')).toBe('unsent')
})

/** A book that knows two passwords, and hears what became of each. */
function bookOf(passwords: string[], heard: (string | null)[]) {
  const begin = async (): Promise<SignOnTurn> => {
    const [password = '', ...rest] = passwords.splice(0)
    passwords.push(...rest)
    return {
      password,
      hasOther: rest.length > 0,
      refusal: null,
      isMended: async () => false,
      end: async (_refusal, verdict) => void heard.push(verdict),
    }
  }
  return { begin }
}

async function askWith(server: ScriptedServer, passwords: string[], heard: (string | null)[]) {
  const client = createClient({
    url: server.url,
    user: 'WTST0001',
    password: 'Hemmelig-0',
    signOnBook: bookOf(passwords, heard),
  })
  cleaning.push(client.close, server.close)
  return client.lookUp('STAMP', { PNR: '0709614304' })
}

const taking =
  (password: string): Script =>
  ({ request, response }) => {
    if (request.type !== 'signOn') return send(response, replyTo(request))
    const isRight = request.password === password
    if (isRight) response.setHeader('Set-Cookie', 'Token=tok1')
    send(response, writeReply(signOnReply(isRight ? 900 : 905)))
  }

test('where one password is wrong the other is tried', async () => {
  const heard: (string | null)[] = []
  const server = await startServer(taking('Hemmelig-2'))
  const answer = await askWith(server, ['Hemmelig-1', 'Hemmelig-2'], heard)
  expect([answer.type, heard]).toEqual(['found', ['wrong', 'accepted']])
})

test('where all are wrong the call ends refused', async () => {
  const heard: (string | null)[] = []
  const server = await startServer(taking('Hemmelig-3'))
  const answer = await askWith(server, ['Hemmelig-1', 'Hemmelig-2'], heard)
  expect(answer).toEqual({ type: 'failed', reason: 'signOnRefused' })
  expect(heard).toEqual(['wrong', 'wrong'])
})
