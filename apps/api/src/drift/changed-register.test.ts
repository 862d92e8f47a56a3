import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'

import { createRegister } from '@sagsgang/register'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { openTestDatabase } from '../testing/database.ts'
import { abbreviate, submitTo } from '../testing/story.ts'
import { createWorldOn, type World } from '../testing/world.ts'

/** The development register behind somebody who changes every answer of it, as a later version of it might. */

const news = '<Field r="NYTFELT" v="Åse Holm"/>'

/** New fields first, new attributes, and fields in the reverse order. */
function change(reply: string): string {
  return reply
    .replace('<Gctp ', '<Gctp udgave="3" ')
    .replaceAll(/(?:<Field [^>]*\/>)+/g, (fields) =>
      [news, ...(fields.match(/<Field [^>]*\/>/g) ?? []).toReversed()].join(''),
    )
}

async function changing(url: string): Promise<{ readonly url: string; readonly server: Server }> {
  const pass = async (request: IncomingMessage, response: ServerResponse) => {
    const pieces: Uint8Array[] = []
    for await (const piece of request) pieces.push(piece)
    const { cookie = '' } = request.headers
    const headers = { 'content-type': 'text/xml', cookie }
    const answer = await fetch(url, { method: 'POST', headers, body: Buffer.concat(pieces) })
    const reply = Buffer.from(await answer.arrayBuffer()).toString('latin1')
    for (const one of answer.headers.getSetCookie()) response.appendHeader('set-cookie', one)
    response.writeHead(answer.status, { 'content-type': 'text/xml;charset=ISO-8859-1' })
    response.end(Buffer.from(change(reply), 'latin1'))
  }
  const server = createServer((request, response) => void pass(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { url: `http://127.0.0.1:${port}/`, server }
}

let world: World
const ending: (() => Promise<unknown>)[] = []
beforeAll(async () => {
  const store = await openTestDatabase()
  const register = await createRegister({ dataDirectory: null, population: 200, port: 0 })
  const { url, server } = await changing(register.url)
  world = await createWorldOn(store, { ...register, url })
  ending.push(
    () => world.close(),
    async () => server.close(),
    () => register.close(),
    () => store.stop(),
  )
}, 60_000)
afterAll(async () => {
  for (const end of ending) await end()
})

test('a case completes though every answer has changed', async () => {
  const stored = await submitTo(world, await abbreviate(world, '0107529039'), 'completed')
  expect(stored.snapshot.context.differences).toEqual([])
  await world.drift.write()
  const { rows } = await sql<{ type: string; place: string; sample: string }>`
    select distinct type, place, sample from drift where service = 'STAM'`.execute(world.deps.db)
  expect(rows).toEqual(
    expect.arrayContaining([
      { type: 'newAttribute', place: 'Gctp@udgave', sample: '' },
      { type: 'newField', place: 'NYTFELT', sample: 'Aaa Aaaa' },
      { type: 'otherOrder', place: 'STAMPNR', sample: expect.any(String) },
    ]),
  )
}, 30_000)
