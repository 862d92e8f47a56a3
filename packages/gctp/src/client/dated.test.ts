import { expect, test } from 'vitest'

import type { Dated } from './caller.ts'
import { createClient } from './client.ts'
import { replyTo, send, signingOn, startServer } from './scripted-server.ts'

test('the clock of the register is told with each reply', async () => {
  const told: Dated[] = []
  const dates = ['Mon, 23 Nov 2026 09:15:00 GMT', 'at noon']
  const server = await startServer(
    signingOn(({ request, response }) => {
      response.setHeader('Date', dates.shift() ?? '')
      send(response, replyTo(request))
    }),
  )
  const client = createClient({
    url: server.url,
    user: 'WTST0001',
    password: 'Hemmelig-1',
    onDate: (dated) => void told.push(dated),
  })
  for (const _ of [1, 2]) await client.lookUp('STAMP', { PNR: '0709614304' })
  await client.close()
  await server.close()
  // The sign-on has a date of its own; one that cannot be read is not told.
  expect(told).toHaveLength(2)
  expect(told[1]?.date.toISOString()).toBe('2026-11-23T09:15:00.000Z')
  expect(told[1]?.heardAt).toBeGreaterThanOrEqual(told[1]?.sentAt ?? Infinity)
})
