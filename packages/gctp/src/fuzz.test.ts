import { expect, test } from 'vitest'

import { type Fixture, fixtures } from './fixtures.ts'
import { readReply } from './read-reply.ts'
import { readRequest } from './read-request.ts'
import { writeReply } from './write-reply.ts'
import { writeRequest } from './write-request.ts'

/** A small generator of its own (mulberry32), so that a seed says the same thing everywhere. */
function createRandom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const tokens = [
  '<',
  '>',
  '"',
  "'",
  '&',
  '&#0;',
  '/>',
  '<Kvit r="Ok" t="" v="0"/>',
  '<!--',
  ']]>',
  '\u0000',
  'Ã¸',
  ' v="1"',
]

/** Flips, cuts, repeats or inserts somewhere. */
function mutate(bytes: Uint8Array, random: (below: number) => number): Uint8Array {
  const at = random(bytes.length)
  const end = Math.min(bytes.length, at + random(40))
  const token = Buffer.from(tokens[random(tokens.length)] ?? '', 'latin1')
  const kinds = [
    () => [bytes.subarray(0, at), Buffer.from([random(256)]), bytes.subarray(at + 1)],
    () => [bytes.subarray(0, at), bytes.subarray(end)],
    () => [bytes.subarray(0, end), bytes.subarray(at)],
    () => [bytes.subarray(0, at), token, bytes.subarray(at)],
  ]
  return Buffer.concat(kinds[random(kinds.length)]?.() ?? [])
}

function pick(random: (below: number) => number): Fixture {
  const fixture = fixtures[random(fixtures.length)]
  if (fixture === undefined) throw new Error('no fixtures')
  return fixture
}

test('bent messages are read the same or refused', () => {
  const random = createRandom(2026)
  const seen = { read: 0, unreadable: 0 }
  for (let round = 0; round < 4_000; round += 1) {
    const fixture = pick(random)
    const reply = readReply(mutate(fixture.reply, random))
    const request = readRequest(mutate(fixture.request, random))
    seen[reply.type] += 1
    // What is taken for a message can be written, and says the same when read again.
    if (reply.type === 'read') {
      const again = readReply(writeReply(reply.message))
      expect(again).toEqual({ ...reply, message: { ...reply.message, unknown: [] } })
    }
    if (request.type === 'read') {
      expect(readRequest(writeRequest(request.message))).toEqual(request)
    }
  }
  expect(seen.read).toBeGreaterThan(100)
  expect(seen.unreadable).toBeGreaterThan(1_000)
})

test('noise never becomes good news', () => {
  const random = createRandom(7)
  for (let round = 0; round < 2_000; round += 1) {
    const noise = Uint8Array.from({ length: random(400) }, () => random(256))
    expect(readReply(noise).type).toBe('unreadable')
    const text = Array.from({ length: random(60) }, () => tokens[random(tokens.length)]).join('')
    expect(readReply(Buffer.from(text, 'latin1')).type).toBe('unreadable')
  }
})

test('any text that can be written comes back', () => {
  const random = createRandom(99)
  for (let round = 0; round < 2_000; round += 1) {
    const codes = Array.from({ length: random(30) }, () => 0x20 + random(0xe0))
    const value = String.fromCharCode(...codes.filter((code) => code < 0x7f || code > 0x9f))
    const keys = { NVN: value, [value]: 'x' }
    expect(readRequest(writeRequest({ type: 'read', service: 'NVNSOG2', keys }))).toEqual({
      type: 'read',
      message: { type: 'read', service: 'NVNSOG2', keys },
    })
  }
})
