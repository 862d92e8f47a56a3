import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

import { afterEach, expect, test } from 'vitest'

import { freePort, startRelay } from './relay.ts'

const open: { destroy?: () => void; close?: () => void }[] = []
afterEach(() => {
  for (const one of open.splice(0)) {
    one.destroy?.()
    one.close?.()
  }
})

/** Says everything again, in capitals. */
async function startEcho(): Promise<number> {
  const port = await freePort()
  const server = createServer((socket) => {
    open.push(socket)
    socket.on('data', (bytes: Buffer) => socket.write(bytes.toString().toUpperCase()))
  }).listen(port, '127.0.0.1')
  await once(server, 'listening')
  open.push(server)
  return port
}

function reach(port: number): Socket {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => {})
  open.push(socket)
  return socket
}

async function heard(socket: Socket, milliseconds: number): Promise<string> {
  const words: string[] = []
  socket.on('data', (bytes: Buffer) => void words.push(bytes.toString()))
  await wait(milliseconds)
  return words.join('')
}

test('a cable passes bytes on in both directions', async () => {
  const relay = await startRelay(await startEcho())
  const socket = reach(relay.port)
  socket.write('who holds the lock')
  expect(await heard(socket, 200)).toBe('WHO HOLDS THE LOCK')
})

test('a cut cable is silent and closes nothing', async () => {
  const relay = await startRelay(await startEcho())
  const before = reach(relay.port)
  await once(before, 'connect')
  await wait(50)
  relay.cut()
  const after = reach(relay.port)
  await once(after, 'connect')
  for (const socket of [before, after]) socket.write('who holds the lock')
  expect(await Promise.all([heard(before, 300), heard(after, 300)])).toEqual(['', ''])
  expect([before.closed, after.closed]).toEqual([false, false])
})

test('a mended cable carries whoever connects anew', async () => {
  const relay = await startRelay(await startEcho())
  const before = reach(relay.port)
  await once(before, 'connect')
  relay.cut()
  const closed = once(before, 'close')
  relay.mend()
  await closed
  const socket = reach(relay.port)
  socket.write('here again')
  expect(await heard(socket, 200)).toBe('HERE AGAIN')
})
