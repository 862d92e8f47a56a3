import { afterAll, beforeAll, expect, test } from 'vitest'

import { play, valuesOf } from './play.ts'
import type { Play } from './play.ts'

/** Several events on one service, and who may use which. */

let register: Play
beforeAll(async () => {
  register = await play()
})
afterAll(() => register.close())

const lars = '0707614293'
const mette = '1306814172'
const dorte = '1306814180'
const annelise = '0709614304'
const today = '20261123'

const eventOf = async (story: Parameters<Play['report']>[0]) => {
  const told = await register.report(story)
  if (told.type !== 'accepted') return told
  return (await register.applied()).at(-1)?.event
}

test('what is given tells an order from its lifting', async () => {
  const order = { service: 'FLYTPB-I', keys: { PNR: lars } }
  const data = { FRAFLYTDATO: '20261224', PAABUDKOD: '1' }
  expect(await eventOf({ ...order, data })).toBe('relocation-order')
  expect(await eventOf({ ...order, data: { SLETDATO: today } })).toBe('relocation-order-lifting')
})

test('a church without a relation is left', async () => {
  const church = { service: 'FKIRKE-I', keys: { PNR: lars }, authority: '7001' }
  expect(await eventOf({ ...church, data: {} })).toBe('church-withdrawal')
  expect(await eventOf({ ...church, data: { FKIRK: 'F' } })).toBe('church-membership')
})

test('the rows tell a citizenship lost from one given', async () => {
  const country = { service: 'STATB-I', keys: { PNR: lars }, authority: '0017' }
  expect(await eventOf({ ...country, data: { LANDEKOD: '5120' } })).toBe('citizenship-loss')
  expect(await eventOf({ ...country, data: { LANDEKOD: '5100' } })).toBe('citizenship')
})

test('a second mother is no father', async () => {
  const born = await register.report({
    service: 'FODSEL-I',
    keys: { MPNR: dorte, FODT: '20261101', KON: 'K' },
    data: { FOEDMYNKOD: '7001' },
    authority: '7001',
  })
  const PNR = born.type === 'accepted' ? (born.output['PNR'] ?? '') : ''
  const parent = { service: 'FADER-I', keys: { PNR, FPNR: annelise }, authority: '7001' }
  expect(await eventOf(parent)).toBe('co-maternity')
  const holders = [{ RELTYP: '00003' }, { RELTYP: '00004', RELPNR: annelise }]
  const authority = { service: 'FORMYN-I', keys: { PNR }, authority: '1301' }
  expect(await eventOf({ ...authority, tables: { FORAELDREMYN: holders } })).toBe(
    'parental-authority',
  )
  const current = (await register.rows(PNR, 'parentalAuthority')).filter((row) => row.current)
  expect(current.map(({ relation, holderPersonnummer }) => [relation, holderPersonnummer])).toEqual(
    [
      ['00003', dorte],
      ['00004', annelise],
    ],
  )
})

test('a table that nobody asked for is refused', async () => {
  const tables = { BOERN: [{ PNR: mette }] }
  expect(await register.report({ service: 'FKIRKE-I', keys: { PNR: lars }, tables })).toMatchObject(
    { type: 'refused', receipt: { code: 16, messages: [{ field: 'BOERN' }] } },
  )
})

const newcomer = {
  FORNVN: 'Ada',
  EFTERNVN: 'Berg',
  STATLANDEKOD: '5180',
  UDLANDSADR1: 'Hafenstrasse 1',
}

test.each([
  { service: 'PNRSKT-I', authority: '0011', code: null },
  { service: 'PNRSKT-I', authority: '0012', code: 5 },
  { service: 'PNRATP-I', authority: '0012', code: null },
  { service: 'PNRADM-I', authority: '0019', code: null },
  { service: 'PNRADM-I', authority: '0001', code: null },
  { service: 'PNRADM-I', authority: '0851', code: 5 },
])('$authority asks for a number by $service', async ({ service, authority, code }) => {
  const keys = { FODT: '19800201', KON: 'K' }
  const told = await register.report({ service, keys, data: newcomer, authority })
  if (code !== null) return expect(told).toMatchObject({ type: 'refused', receipt: { code } })
  const PNR = told.type === 'accepted' ? (told.output['PNR'] ?? '') : ''
  expect(await register.rows(PNR, 'person')).toMatchObject([{ status: '20' }])
})

test('an event of others on a service of ours is refused', async () => {
  const leave = { service: 'STATB-I', keys: { PNR: mette }, data: { LANDEKOD: '5120' } }
  expect(await register.report(leave)).toMatchObject({ type: 'refused', receipt: { code: 184 } })
})

test('a number is given back by its giver alone', async () => {
  const given = await register.report({
    service: 'PNRSKT-I',
    keys: { FODT: '19800202', KON: 'M' },
    data: newcomer,
    authority: '0011',
  })
  const keys = given.type === 'accepted' ? given.output : {}
  const undo = (authority: string) => register.report({ service: 'PNR-F', keys, authority })
  expect(await undo('0851')).toMatchObject({ type: 'refused', receipt: { code: 5 } })
  expect((await undo('0011')).type).toBe('accepted')
  expect(await register.rows(keys['PNR'] ?? '', 'person')).toMatchObject([{ status: '30' }])
})

test('a number that is opened again tells its counterpart', async () => {
  const [dead, valid] = ['0101520013', '0107529039']
  const told = await register.report({
    service: 'GENAKT-I',
    keys: { PNR: dead },
    data: { STATUS: '01', MODPNR: valid },
    authority: '0001',
  })
  expect(told.type).toBe('accepted')
  const stam = await register.look('STAM', { PNR: dead })
  const block = stam.type === 'found' ? stam.roles[0]?.blocks['STAMPNR'] : undefined
  expect([block?.['STATUS']?.value, block?.['PNRGAELD']?.value]).toEqual(['01', ''])
  const lines = valuesOf(
    await register.look('AJOURLOG', { PNR: valid, FRADATO: today }),
    'AJOURLOG',
  )
  expect(lines.at(-1)).toMatchObject({ HAENDELSE: 'P43', AFLEDTMRK: 'PT' })
  const keys = told.type === 'accepted' ? told.output : {}
  expect((await register.report({ service: 'PNR-F', keys, authority: '0001' })).type).toBe(
    'accepted',
  )
  expect(await register.rows(dead, 'person')).toMatchObject([{ status: '50' }])
})
