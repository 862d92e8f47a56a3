import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

import { afterEach, expect, test } from 'vitest'

import { lastingPort } from '../src/lasting-port.ts'
import { startRelay } from './relay.ts'

const open: { destroy?: () => void; close?: () => void }[] = []
afterEach(() => {
  for (const one of open.splice(0)) {
    one.destroy?.()
    one.close?.()
  }
})

/** Says everything again, in capitals. */
async function startEcho(): Promise<number> {
  const port = await lastingPort()
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

/** What is said back to these words, however long it takes. */
async function answerTo(socket: Socket, words: string): Promise<string> {
  const said: string[] = []
  socket.on('data', (bytes: Buffer) => void said.push(bytes.toString()))
  socket.write(words)
  while (said.join('').length < words.length) await once(socket, 'data')
  return said.join('')
}

const SILENCE_MS = 300

test('a cable passes bytes on in both directions', async () => {
  const relay = await startRelay(await startEcho())
  expect(await answerTo(reach(relay.port), 'who holds the lock')).toBe('WHO HOLDS THE LOCK')
})

test('a cut cable is silent and closes nothing', async () => {
  const relay = await startRelay(await startEcho())
  const before = reach(relay.port)
  expect(await answerTo(before, 'hello')).toBe('HELLO')
  relay.cut()
  const after = reach(relay.port)
  await once(after, 'connect')
  const heard: string[] = []
  for (const socket of [before, after]) {
    socket.on('data', (bytes: Buffer) => void heard.push(bytes.toString()))
    socket.write('who holds the lock')
  }
  await wait(SILENCE_MS)
  expect(heard).toEqual([])
  expect([before.closed, after.closed]).toEqual([false, false])
})

test('a mended cable carries whoever connects anew', async () => {
  const relay = await startRelay(await startEcho())
  const before = reach(relay.port)
  expect(await answerTo(before, 'hello')).toBe('HELLO')
  relay.cut()
  const closed = once(before, 'close')
  relay.mend()
  await closed
  expect(await answerTo(reach(relay.port), 'here again')).toBe('HERE AGAIN')
})
