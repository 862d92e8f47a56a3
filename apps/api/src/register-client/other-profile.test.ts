import { developmentProfile } from '@sagsgang/gctp'
import { inventedProfile } from '@sagsgang/gctp/invented-profile'
import { createRegister } from '@sagsgang/register'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { openTestDatabase } from '../testing/database.ts'
import {
  abbreviate,
  actorNamed,
  applied,
  arrive,
  currentRow,
  submitTo,
  tell,
} from '../testing/story.ts'
import { createWorldOn, type World } from '../testing/world.ts'

/** The engine and the register in the words of a profile that nobody has: other services, fields, states and codes. */

let world: World
const ending: (() => Promise<unknown>)[] = []
beforeAll(async () => {
  const store = await openTestDatabase()
  const register = await createRegister({
    dataDirectory: null,
    population: 200,
    port: 0,
    profile: inventedProfile,
  })
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  world = await createWorldOn(store, register, log, inventedProfile)
  ending.push(
    () => world.close(),
    () => register.close(),
    () => store.stop(),
  )
}, 60_000)
afterAll(async () => {
  for (const end of ending) await end()
})

const updatesOf = async (pnr: string) =>
  (await applied(world)).filter(({ keys }) => keys['PNR'] === pnr)

test('a report is carried out and undone', async () => {
  const woman = '1306814172'
  const before = await currentRow(world, woman, 'addressingName')
  const caseId = await abbreviate(world, woman)
  const stored = await submitTo(world, caseId, 'completed')
  expect(stored.snapshot.context.differences).toEqual([])
  await tell(world, caseId, { type: 'undo', reason: 'Indberettet ved en fejl' })
  await arrive(world, caseId, 'undone')
  expect(await currentRow(world, woman, 'addressingName')).toEqual(before)
})

test('a lost answer is read back', async () => {
  const pnr = '0709614304'
  await world.put('faults', { loseReply: 1 })
  await submitTo(world, await abbreviate(world, pnr), 'completed')
  await world.put('faults', {})
  expect(await updatesOf(pnr)).toHaveLength(1)
})

test('a refusal is told by the number it has there', async () => {
  const pnr = '0707614293'
  const refuse = { service: 'ADRNVN-I', field: 'MYNKOD', code: 5408, text: 'Det går ikke' }
  await world.put('faults', { refuse })
  const stored = await submitTo(world, await abbreviate(world, pnr), 'draft')
  await world.put('faults', {})
  const { ruleBroken } = inventedProfile.codes
  expect(stored.snapshot.context.findings).toMatchObject([
    { rule: `receipt.${ruleBroken}`, fields: ['authority'], message: { da: 'Det går ikke' } },
  ])
})

test('a long list is read to its end', async () => {
  const caller = { actor: actorNamed('senior'), purpose: 'prøve', caseId: null, effectId: null }
  const order = { service: 'ADRESSE1', keys: { PNR: '0709614096', MAXA: '1' } }
  const first = await world.deps.port.lookUp(caller, order)
  expect(first).toMatchObject({ type: 'found', rest: expect.any(String) })
  const { rows } = await sql<{ reply: string }>`
    select reply from gctp_messages where service = 'ADRESSE1'`.execute(world.deps.db)
  expect(rows.at(-1)?.reply).toContain(`<Field r="${inventedProfile.restField}"`)
})

test('no word of the development profile is said', async () => {
  const { rows } = await sql<{ text: string }>`
    select request || coalesce(reply, '') as text from gctp_messages`.execute(world.deps.db)
  expect(rows.length).toBeGreaterThan(10)
  const { actions, states, actionTable, receiptTable, receiptWords } = developmentProfile
  const words = [
    ...Object.values(actions).map(({ word }) => word),
    ...Object.values(states),
    actionTable,
    receiptTable,
    receiptWords.error,
    receiptWords.warning,
    ...Object.keys(inventedProfile.names.services),
    ...Object.keys(inventedProfile.names.fields),
  ]
  const said = rows.flatMap(({ text }) => words.filter((word) => text.includes(`="${word}"`)))
  expect([...new Set(said)]).toEqual([])
})
