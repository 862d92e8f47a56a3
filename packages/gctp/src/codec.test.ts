import { describe, expect, test } from 'vitest'

import { fixtures } from './fixtures.ts'
import type { Read } from './message.ts'
import { readReply } from './read-reply.ts'
import { readRequest } from './read-request.ts'
import { writeReply } from './write-reply.ts'
import { writeRequest } from './write-request.ts'

function messageOf<T>(read: Read<T>): T {
  if (read.type === 'unreadable') throw new Error(`unreadable: ${read.reason}`)
  return read.message
}

/** How many proper prefixes are taken for a message. */
function readablePrefixes(bytes: Uint8Array, read: (cut: Uint8Array) => Read<unknown>): number {
  const lengths = Array.from({ length: bytes.length }, (_, length) => length)
  return lengths.filter((length) => read(bytes.subarray(0, length)).type === 'read').length
}

test('there are fixtures for every kind of talk', () => {
  expect(fixtures.length).toBeGreaterThanOrEqual(15)
})

describe.each(fixtures)('$name', ({ request, reply, expected }) => {
  test('the request says what is expected of it', () => {
    expect(messageOf(readRequest(request))).toEqual(expected.request)
  })

  test('the reply says what is expected of it', () => {
    expect(messageOf(readReply(reply))).toEqual(expected.reply)
  })

  test('what is written is read as the same', () => {
    const said = messageOf(readRequest(request))
    expect(messageOf(readRequest(writeRequest(said)))).toEqual(said)
    const answered = messageOf(readReply(reply))
    const again = messageOf(readReply(writeReply(answered)))
    expect(again).toEqual({ ...answered, unknown: [] })
  })

  test('no cut of it is taken for a message', () => {
    expect(readablePrefixes(request, (cut) => readRequest(cut))).toBe(0)
    expect(readablePrefixes(reply, (cut) => readReply(cut))).toBe(0)
  })
})
