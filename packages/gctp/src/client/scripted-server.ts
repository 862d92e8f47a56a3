import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

import type { Receipt, Reply, Request } from '../message.ts'
import { contentType } from '../public-words.ts'
import { readRequest } from '../read-request.ts'
import { writeReply } from '../write-reply.ts'

/** A real HTTP server that answers as a test tells it to. */

export interface Arrived {
  readonly request: Request
  readonly cookie: string
  readonly bytes: Uint8Array
  readonly response: ServerResponse
}

export interface ScriptedServer {
  readonly url: string
  readonly arrived: readonly Arrived[]
  readonly connections: () => number
  readonly close: () => Promise<void>
}

export type Script = (arrived: Arrived) => void

export async function startServer(script: Script): Promise<ScriptedServer> {
  const arrived: Arrived[] = []
  let connections = 0
  const server = createServer((incoming, response) => {
    void receive(incoming).then((bytes) => {
      const read = readRequest(bytes)
      if (read.type === 'unreadable') throw new Error(`the client wrote nonsense: ${read.reason}`)
      const one = { request: read.message, cookie: incoming.headers.cookie ?? '', bytes, response }
      arrived.push(one)
      script(one)
    })
  })
  server.on('connection', () => {
    connections += 1
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return {
    url: `http://127.0.0.1:${address.port}/cpr-online-gctp/gctp`,
    arrived,
    connections: () => connections,
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

async function receive(incoming: IncomingMessage): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  return Buffer.concat(chunks)
}

export function send(response: ServerResponse, body: Uint8Array | string, status = 200): void {
  response.writeHead(status, { 'Content-Type': contentType })
  response.end(body)
}

/** Signs everybody on with a new token each time, and gives the rest to the test. */
export function signingOn(rest: Script): Script {
  let count = 0
  return (arrived) => {
    if (arrived.request.type !== 'signOn') return rest(arrived)
    count += 1
    const cookies = [
      `TOKEN=tok${count}; Expires=Thu, 01 Jan 2099 00:00:00 GMT`,
      'AlteonP=abc; Path=/',
    ]
    arrived.response.setHeader('Set-Cookie', cookies)
    send(arrived.response, writeReply(signOnReply(900)))
  }
}

export function signOnReply(code: number): Reply {
  return { ...emptyReply, type: 'signOn', receipt: receiptOf(code) }
}

/** The answer to a call, with what the test wants to differ. */
export function replyTo(request: Request, different: Partial<Reply> = {}): Uint8Array {
  if (request.type === 'signOn' || request.type === 'signOff') throw new Error('not a service call')
  const { type, service, keys } = request
  const dialogue =
    type === 'update' ? (request.dialogue ?? '20250301102211004512') : '20250301102211004512'
  return writeReply({ ...emptyReply, type, service, keys, dialogue, ...different })
}

export function receiptOf(code: number, outcome?: Receipt['outcome']): Receipt {
  const isGood = code === 0 || code === 900
  return { outcome: outcome ?? (isGood ? 'done' : 'error'), code, text: '', messages: [] }
}

const emptyReply: Reply = {
  type: 'read',
  service: '',
  keys: {},
  authority: null,
  state: null,
  dialogue: null,
  actions: [],
  roles: [],
  receipt: receiptOf(0),
  unknown: [],
}
