import { afterEach, beforeEach, expect, test } from 'vitest'

import { play, valuesOf } from '../play.ts'
import type { Play } from '../play.ts'
import { maintainerOf } from './maintainer.ts'

let register: Play
beforeEach(async () => {
  register = await play()
})
afterEach(() => register.close())

const lars = '0707614293'
const mette = '1306814172'
const bettina = '0709614096'
const jorgen = '0709614231'

const { stampOf, maintain, marry, current } = maintainerOf(() => register)

test('an undone former row gives its time away', async () => {
  const TIMSTP = await stampOf('CIV', '0702614147', 1)
  expect((await maintain('CIV-F', { PNR: '0702614147', TIMSTP })).type).toBe('accepted')
  for (const pnr of ['0702614147', '0709614452']) {
    const rows = (await register.rows(pnr, 'civilStatus')).filter(({ mark }) => mark === null)
    expect(rows.map(({ civilStatus, end }) => [civilStatus, end])).toEqual([
      ['U', '20050620'],
      ['F', null],
    ])
  }
})

test('an undone addressing name leaves the name alone', async () => {
  await register.report({
    service: 'ADRNVN-I',
    keys: { PNR: lars },
    data: { ADRNVN: 'Henriksen,L' },
  })
  const [names] = valuesOf(await register.look('NAVNE3', { PNR: lars, AKX: 'X' }), 'ADRNVN')
  const TIMSTP = names?.['CNVN_ADRNVN_TIMSTP'] ?? ''
  const told = await maintain('NAVN-F', { PNR: lars, TIMSTP }, {}, '0851')
  expect(told.type).toBe('accepted')
  expect(await register.rows(lars, 'addressingName')).toMatchObject([
    { addressingName: 'Henriksen,Lars' },
  ])
  expect(await register.rows(lars, 'name')).toHaveLength(1)
})

test('an undone death gives back home, status and spouse', async () => {
  const before = [await register.everything(jorgen), await register.everything(bettina)]
  await register.report({ service: 'DOD-I', keys: { PNR: jorgen }, data: {}, authority: '7001' })
  const told = await maintain(
    'CIV-F',
    { PNR: jorgen, TIMSTP: await stampOf('CIV', jorgen) },
    {},
    '7001',
  )
  expect(told.type).toBe('accepted')
  const valid = async (pnr: string) =>
    Object.fromEntries(
      Object.entries(await register.everything(pnr)).map(([entity, rows]) => [
        entity,
        rows.filter(({ mark }) => mark === null),
      ]),
    )
  expect([await valid(jorgen), await valid(bettina)]).toEqual(before)
  const lines = valuesOf(
    await register.look('AJOURLOG', { PNR: bettina, FRADATO: '20200101' }),
    'AJOURLOG',
  )
  expect(lines.map((line) => [line['HAENDELSE'], line['AFLEDTMRK']])).toEqual([
    ['A21', 'ÆG'],
    ['A25', 'ÆG'],
  ])
})

const refusedAs = async (told: Promise<object>) => {
  const answer = await told
  const receipt: unknown = Reflect.get(answer, 'receipt')
  const messages: unknown =
    typeof receipt === 'object' && receipt ? Reflect.get(receipt, 'messages') : []
  return Array.isArray(messages) ? Reflect.get(messages[0] ?? {}, 'text') : null
}

test('a row that others built on is not undone', async () => {
  const born = await register.report({
    service: 'FODSEL-I',
    keys: { MPNR: mette, FODT: '20261101', KON: 'K' },
    data: { FOEDMYNKOD: '7001' },
    authority: '7001',
  })
  const child = born.type === 'accepted' ? (born.output['PNR'] ?? '') : ''
  const names = { FORNVN: 'Ida', EFTERNVN: 'Dalsgaard' }
  await register.report({
    service: 'NAVNG-I',
    keys: { PNR: child },
    data: names,
    authority: '7001',
  })
  const base = await register.look('STAM', { PNR: child })
  const block = base.type === 'found' ? base.roles[0]?.blocks['STAMPNR'] : undefined
  const TIMSTP = block?.['TIMSTP']?.value ?? ''
  const undo = () => maintain('PNR-F', { PNR: child, TIMSTP }, {}, '7001')
  expect(await refusedAs(undo())).toBe('Der findes en nyere række')
  await maintain('NAVN-F', { PNR: child, TIMSTP: await stampOf('NAVN', child) }, {}, '7001')
  expect((await undo()).type).toBe('accepted')
  expect(await register.rows(child, 'person')).toMatchObject([{ status: '30' }])
  expect(await current(mette, 'kinship')).not.toMatchObject({ personnummer: child })
})

test('a marked row is not marked a second time', async () => {
  await marry(lars, mette)
  const TIMSTP = await stampOf('CIV', lars)
  await maintain('CIV-F', { PNR: lars, TIMSTP })
  expect(await refusedAs(maintain('CIV-F', { PNR: lars, TIMSTP }))).toBe(
    'Rækken er allerede markeret',
  )
})

test('a row nobody has is not found', async () => {
  const TIMSTP = '20200101000000000000'
  expect(await refusedAs(maintain('CIV-F', { PNR: lars, TIMSTP }))).toBe('Rækken findes ikke')
})

test('only who documents a row may undo it', async () => {
  await marry(lars, mette)
  const keys = { PNR: lars, TIMSTP: await stampOf('CIV', lars) }
  expect(await refusedAs(maintain('CIV-F', keys, {}, '0101'))).toBe(
    'En anden myndighed dokumenterer rækken',
  )
  expect((await maintain('CIV-F', keys, {}, '0851')).type).toBe('accepted')
})

test('a widow is not undone without the death', async () => {
  await register.report({ service: 'DOD-I', keys: { PNR: jorgen }, authority: '7001' })
  const keys = { PNR: bettina, TIMSTP: await stampOf('CIV', bettina) }
  expect(await refusedAs(maintain('CIV-F', keys))).toBe('Rækken er afledt af en anden persons')
})

test('the first civil status of all stays', async () => {
  const keys = { PNR: lars, TIMSTP: await stampOf('CIV', lars) }
  expect(await refusedAs(maintain('CIV-F', keys))).toBe('Der er ingen tidligere række')
})
