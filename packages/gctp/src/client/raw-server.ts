import { createServer, type Socket } from 'node:net'

import { readRequest } from '../read-request.ts'
import { writeReply } from '../write-reply.ts'
import { signOnReply } from './scripted-server.ts'

/** Says what it likes on the bare connection, HTTP or not. Only signing on works as it should. */
export interface RawServer {
  readonly url: string
  /** Calls of a service that arrived whole. */
  readonly calls: () => number
  readonly connections: () => number
  readonly close: () => Promise<void>
}

export type Act = (socket: Socket) => void

export async function startRawServer(act: Act): Promise<RawServer> {
  const sockets = new Set<Socket>()
  const count = { calls: 0, connections: 0 }
  const server = createServer((socket) => {
    count.connections += 1
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    // Whoever cuts off a bad answer may reset the connection.
    socket.on('error', () => socket.destroy())
    onRequest(socket, (body) => {
      if (isSignOn(body)) return void socket.write(signedOn())
      count.calls += 1
      act(socket)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return {
    url: `http://127.0.0.1:${address.port}/cpr-online-gctp/gctp`,
    calls: () => count.calls,
    connections: () => count.connections,
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

const blankLine = '\r\n\r\n'

function onRequest(socket: Socket, take: (body: Uint8Array) => void): void {
  let arrived = Buffer.alloc(0)
  socket.on('data', (chunk: Uint8Array) => {
    arrived = Buffer.concat([arrived, chunk])
    const head = arrived.indexOf(blankLine)
    if (head === -1) return
    const start = head + blankLine.length
    const length = /content-length: (\d+)/i.exec(arrived.subarray(0, head).toString('latin1'))?.[1]
    const end = start + Number(length)
    if (!(arrived.length >= end)) return
    const body = arrived.subarray(start, end)
    arrived = arrived.subarray(end)
    take(body)
  })
}

function isSignOn(body: Uint8Array): boolean {
  const read = readRequest(body)
  return read.type === 'read' && read.message.type === 'signOn'
}

function signedOn(): Uint8Array {
  const body = writeReply(signOnReply(900))
  return framed(['200 OK', 'Set-Cookie: Token=tok1'], body)
}

/** A response whose head tells the truth about its length. */
export function framed(head: readonly string[], body: Uint8Array): Uint8Array {
  return unframed([...head, `Content-Length: ${body.length}`], body)
}

export function unframed(head: readonly string[], body: Uint8Array | string): Uint8Array {
  const lines = Buffer.from(`HTTP/1.1 ${head.join('\r\n')}${blankLine}`, 'latin1')
  return Buffer.concat([lines, typeof body === 'string' ? Buffer.from(body, 'latin1') : body])
}
