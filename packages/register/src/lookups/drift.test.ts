import { codesOfField, meaningOf } from '@sagsgang/events'
import { createClient, findDrift, findService, serviceDescriptions } from '@sagsgang/gctp'
import type { ToldReply } from '@sagsgang/gctp'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { play, type Play } from '../play.ts'
import { demoAccount, demoUser } from '../sign-on.ts'

/** What the register says is what is described: else every case in development would be followed by false news. */

let register: Play
const told: ToldReply[] = []
beforeAll(async () => {
  register = await play()
})
afterAll(() => register.close())

const ofPeople = serviceDescriptions.filter(
  ({ kind, keys }) => kind === 'lookup' && keys.some(({ code }) => code === 'PNR'),
)

test('no answer about anybody differs from its description', async () => {
  const client = createClient({
    url: register.register.url,
    user: demoUser,
    password: demoAccount.password,
    onReply: (one) => void told.push(one),
  })
  for (const { pnr } of await register.people('limit=20')) {
    for (const { id } of ofPeople)
      await client.lookUp(id, { PNR: pnr, ...(id === 'AJOURLOG' && { FRADATO: '19600101' }) })
  }
  await client.close()
  const drifts = told.flatMap(({ service, read }) =>
    findDrift(read, {
      service: findService(service),
      isKnownCode: (field, value) =>
        codesOfField(field) === undefined || meaningOf(field, value) !== undefined,
    }).map(({ type, place, sample }) => `${service} ${type} ${place} ${sample}`),
  )
  expect([...new Set(drifts)]).toEqual([])
  expect(told.length).toBeGreaterThan(400)
}, 60_000)
