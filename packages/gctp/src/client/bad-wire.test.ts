import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

import { goodReplies } from '../bad-replies/good-replies.ts'
import { maximumBytes } from '../xml-decode.ts'
import { carriers, type Carrier } from './carriers.ts'
import { createClient } from './client.ts'
import type { Client, FailureReason } from './contract.ts'
import { flood, listBadFrames, listGoodFrames, listSlowFrames, ok } from './frames.ts'
import { createPoster, type Poster } from './post.ts'
import { type Act, framed, type RawServer, startRawServer, unframed } from './raw-server.ts'

type Kind = 'lookup' | 'save'
const kinds = ['lookup', 'save'] as const
const ways = carriers.flatMap((carrier) =>
  kinds.map((kind) => ({ kind, carrier, named: carrier.name })),
)
const user = { user: 'WTST0001', password: 'Hemmelig-1' }

/** The call that the good reply of its kind would answer. */
function call(client: Client, kind: Kind): Promise<{ readonly type: string }> {
  if (kind === 'lookup') return client.lookUp('STAMP', { PNR: '0709614096' })
  const { service = '', keys = {}, dialogue: timestamp = '' } = goodReplies.save.expect
  const dialogue = { service, keys, authority: '0851', timestamp }
  return client.save(client.prepareSave(dialogue, { ...dialogue, data: { HDTO: '20250228' } }))
}

/** Nobody knows what became of a save; a lookup has failed and may be repeated. */
const outcomeOf = (kind: Kind, reason: FailureReason) => ({
  type: kind === 'lookup' ? 'failed' : 'unknown',
  reason,
})

describe.each(ways)('a bad reply to a $kind $named', ({ kind, carrier }) => {
  const good = goodReplies[kind]
  let reply: Uint8Array = new Uint8Array()
  let server: RawServer
  let client: Client
  beforeAll(async () => {
    server = await startRawServer((socket) => void socket.write(reply))
    client = createClient({ url: server.url, ...user, poster: carrier.poster(server.url, 30_000) })
  })
  afterAll(async () => {
    await client.close()
    await server.close()
  })

  test('is told from a good one', async () => {
    reply = framed(ok, carrier.goodBody(good))
    expect(await call(client, kind)).toMatchObject({
      type: kind === 'lookup' ? 'found' : 'accepted',
    })
  })

  test.each(carrier.badReplies(good))(
    'with $name is not believed, nor asked for again',
    async ({ bytes, contentType }) => {
      reply = framed(['200 OK', ...(contentType ? [`Content-Type: ${contentType}`] : [])], bytes)
      const before = server.calls()
      expect(await call(client, kind)).toEqual(outcomeOf(kind, 'unreadable'))
      expect(server.calls()).toBe(before + 1)
    },
  )
})

/** One call of a register that answers so, and how many arrived there. */
async function callAgainst(
  kind: Kind,
  act: Act,
  poster: (url: string) => Poster = (url) => createPoster(url, 30_000),
): Promise<{ readonly answer: { readonly type: string }; readonly calls: number }> {
  const server = await startRawServer(act)
  const client = createClient({ url: server.url, ...user, poster: poster(server.url) })
  try {
    return { answer: await call(client, kind), calls: server.calls() }
  } finally {
    await client.close()
    await server.close()
  }
}

describe.each(ways)('in answer to a $kind $named', ({ kind, carrier }) => {
  const body = carrier.goodBody(goodReplies[kind])
  const patient = (url: string) => carrier.poster(url, 30_000)

  test.each(listBadFrames(body))('%s is %s and is not repeated', async (_, reason, act) => {
    const { answer, calls } = await callAgainst(kind, act, patient)
    expect(answer).toEqual(outcomeOf(kind, reason))
    expect(calls).toBe(1)
  })

  test.concurrent.each(listSlowFrames(body))('%s lasts until the deadline', async (_, act) => {
    const { answer, calls } = await callAgainst(kind, act, (url) => hasty(url, carrier))
    expect(answer).toEqual(outcomeOf(kind, 'timeout'))
    expect(calls).toBe(1)
  })

  test.each(listGoodFrames(body))('a good reply %s is good', async (_, act) => {
    const { answer } = await callAgainst(kind, act, patient)
    expect(answer.type).toBe(kind === 'lookup' ? 'found' : 'accepted')
  })
})

/** Signs on in peace; every other call has two seconds. */
function hasty(url: string, carrier: Carrier): Poster {
  const [patient, brief] = [carrier.poster(url, 30_000), carrier.poster(url, 2_000)]
  return {
    ...patient,
    post: (post) => (Buffer.from(post.bytes).includes('"signon"') ? patient : brief).post(post),
    close: () => {
      patient.close()
      brief.close()
    },
  }
}

const memory = () => process.memoryUsage().arrayBuffers

test('of a flood little more than the cap is taken', async () => {
  const before = memory()
  const taken = { bytes: 0, memory: 0 }
  const piece = Buffer.alloc(65_536, ' ')
  const { answer } = await callAgainst('save', (socket) => {
    socket.write(unframed(ok, ''))
    flood(socket, piece, () => {
      taken.bytes += piece.length
      taken.memory = Math.max(taken.memory, memory() - before)
    })
  })
  expect(answer).toEqual(outcomeOf('save', 'unreadable'))
  expect(taken.bytes).toBeGreaterThan(maximumBytes)
  // What lies in the buffers of two sockets comes on top.
  expect(taken.bytes).toBeLessThan(12 * maximumBytes)
  expect(taken.memory).toBeLessThan(8 * maximumBytes)
})

test('who sets no deadline waits thirty seconds', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    const arrived = Promise.withResolvers<void>()
    const answer = callAgainst('save', () => arrived.resolve())
    let isOver = false
    void answer.then(() => {
      isOver = true
    })
    await arrived.promise
    vi.advanceTimersByTime(29_999)
    await new Promise((resolve) => setImmediate(resolve))
    expect(isOver).toBe(false)
    vi.advanceTimersByTime(1)
    expect((await answer).answer).toEqual(outcomeOf('save', 'timeout'))
  } finally {
    vi.useRealTimers()
  }
})
