import type { Fields } from '@sagsgang/gctp'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { play } from '../play.ts'
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
const annelise = '0709614304'

const { stampOf, maintain, marry, current } = maintainerOf(() => register)

test('a corrected name leaves its wrong self as proof', async () => {
  const TIMSTP = await stampOf('NAVN', bettina)
  const told = await maintain('NAVN-R', { PNR: bettina, TIMSTP }, { EFTERNVN: 'Folmer' })
  expect(told.type).toBe('accepted')
  expect(await current(bettina, 'name')).toMatchObject({
    firstNames: 'Bettina',
    lastName: 'Folmer',
    start: '19610907',
    code: 'A16',
  })
  expect(await register.rows(bettina, 'addressingName')).toMatchObject([
    { addressingName: 'Folmer,Bettina' },
  ])
  const proof = (await register.rows(bettina, 'name')).find(({ mark }) => mark === 'K')
  expect(proof).toMatchObject({ lastName: 'Folmersen', start: '19610907', end: '19610907' })
})

test('a corrected date moves the end before it', async () => {
  const TIMSTP = await stampOf('ADR', bettina)
  const told = await maintain('ADR-R', { PNR: bettina, TIMSTP }, { STARTDATO: '200807010000' })
  expect(told.type).toBe('accepted')
  const rows = (await register.rows(bettina, 'address')).filter(({ mark }) => mark === null)
  expect(rows.map(({ start, end }) => [start, end])).toEqual([
    ['19610907', '20080701'],
    ['20080701', null],
  ])
})

test('homes of a single day follow one another', async () => {
  for (const VEJKOD of ['8511', '8512', '8513']) {
    const data = { KOMKOD: '0851', VEJKOD, HUSNR: '016' }
    await register.report({ service: 'FLYT-I', keys: { PNR: bettina }, data })
  }
  const TIMSTP = await stampOf('ADR', bettina)
  const told = await maintain('ADR-R', { PNR: bettina, TIMSTP }, { HUSNR: '077' })
  expect(told.type).toBe('accepted')
  expect(await current(bettina, 'address')).toMatchObject({ houseNumber: '077', end: null })
})

test('the status follows the home that was meant', async () => {
  const address = { KOMKOD: '0851', VEJKOD: '8511', HUSNR: '016' }
  await register.report({ service: 'FLYT-I', keys: { PNR: bettina }, data: address })
  const right = { KOMKOD: '0851', VEJKOD: '9901' }
  const status = async () => (await register.rows(bettina, 'person')).at(0)?.['status']
  await maintain('ADR-R', { PNR: bettina, TIMSTP: await stampOf('ADR', bettina) }, right)
  expect(await status()).toBe('03')
  await maintain('ADR-F', { PNR: bettina, TIMSTP: await stampOf('ADR', bettina) })
  expect(await status()).toBe('01')
  expect(await current(bettina, 'address')).toMatchObject({ streetCode: '8513', end: null })
})

test('a field of another kind of row is refused', async () => {
  const keys = { PNR: bettina, TIMSTP: await stampOf('NAVN', bettina) }
  expect(await maintain('NAVN-R', keys, { ADRNVN: 'Folmer,B' })).toMatchObject({
    type: 'refused',
    receipt: { code: 16, messages: [{ field: 'ADRNVN' }] },
  })
})

test('a couple is corrected together on both sides', async () => {
  await marry(lars, mette)
  const TIMSTP = await stampOf('CIV', lars)
  const told = await maintain('CIV-R', { PNR: lars, TIMSTP }, { STARTDATO: '202611010000' })
  expect(told.type).toBe('accepted')
  for (const pnr of [lars, mette]) {
    expect(await current(pnr, 'civilStatus')).toMatchObject({ start: '20261101', civilStatus: 'G' })
    const marked = (await register.rows(pnr, 'civilStatus')).filter(({ mark }) => mark === 'K')
    expect(marked).toHaveLength(1)
  }
})

test('the wrong spouse is freed for the right one', async () => {
  await marry(lars, mette)
  const TIMSTP = await stampOf('CIV', lars)
  const told = await maintain('CIV-R', { PNR: lars, TIMSTP }, { AEGTEPNR: annelise })
  expect(told.type).toBe('accepted')
  expect(await current(mette, 'civilStatus')).toMatchObject({ civilStatus: 'U' })
  expect(await current(annelise, 'civilStatus')).toMatchObject({
    civilStatus: 'G',
    spousePersonnummer: lars,
    derivedMark: 'ÆG',
  })
})

test('a corrected marriage can still be taken back whole', async () => {
  await marry(lars, mette)
  await maintain(
    'CIV-R',
    { PNR: lars, TIMSTP: await stampOf('CIV', lars) },
    { CIVST: 'G', STARTDATO: '202611010000' },
  )
  const undone = await maintain('CIV-F', { PNR: lars, TIMSTP: await stampOf('CIV', lars) })
  expect(undone.type).toBe('accepted')
  for (const pnr of [lars, mette])
    expect(await current(pnr, 'civilStatus')).toMatchObject({ civilStatus: 'U', end: null })
})

test('a marriage with the right spouse is taken back whole', async () => {
  await marry(lars, mette)
  const wrong = { PNR: lars, TIMSTP: await stampOf('CIV', lars) }
  await maintain('CIV-R', wrong, { CIVST: 'G', AEGTEPNR: annelise })
  await marry(mette, '0712614455')
  const undone = await maintain('CIV-F', { PNR: lars, TIMSTP: await stampOf('CIV', lars) })
  expect(undone.type).toBe('accepted')
  expect(await current(lars, 'civilStatus')).toMatchObject({ civilStatus: 'U', end: null })
  expect(await current(annelise, 'civilStatus')).toMatchObject({ civilStatus: 'U', end: null })
  expect(await current(mette, 'civilStatus')).toMatchObject({ spousePersonnummer: '0712614455' })
})

test('a birth of the right mother is taken back whole', async () => {
  const born = await register.report({
    service: 'FODSEL-I',
    keys: { MPNR: mette, FODT: '20261101', KON: 'K' },
    data: { FOEDMYNKOD: '7001' },
    authority: '7001',
  })
  const PNR = born.type === 'accepted' ? (born.output['PNR'] ?? '') : ''
  const TIMSTP = await stampOf('SLAEGT', PNR)
  await maintain('SLAEGT-R', { PNR, TIMSTP }, { MORPNR: '1306814180' })
  const child = async () =>
    (await register.rows('1306814180', 'kinship')).find(({ personnummer }) => personnummer === PNR)
  expect(await child()).toMatchObject({ current: true, derivedMark: 'NM' })
  const base = await register.look('STAM', { PNR })
  const block = base.type === 'found' ? base.roles[0]?.blocks['STAMPNR'] : undefined
  const number = { PNR, TIMSTP: block?.['TIMSTP']?.value ?? '' }
  expect((await maintain('PNR-F', number, {}, '7001')).type).toBe('accepted')
  expect(await child()).toMatchObject({ current: false, mark: 'A' })
})

test('a home put right leaves the move to be taken back', async () => {
  const nowhere = { KOMKOD: '0851', VEJKOD: '9901' }
  await register.report({ service: 'FLYT-I', keys: { PNR: bettina }, data: nowhere })
  const home = { KOMKOD: '0851', VEJKOD: '8511', HUSNR: '016' }
  await maintain('ADR-R', { PNR: bettina, TIMSTP: await stampOf('ADR', bettina) }, home)
  const undone = await maintain('ADR-F', { PNR: bettina, TIMSTP: await stampOf('ADR', bettina) })
  expect(undone.type).toBe('accepted')
  expect(await current(bettina, 'address')).toMatchObject({ streetCode: '8513', end: null })
})

test('a death on the right day is so for the survivor too', async () => {
  const jorgen = '0709614231'
  const before = await Promise.all(
    [jorgen, bettina].map((pnr) => register.rows(pnr, 'civilStatus')),
  )
  await register.report({ service: 'DOD-I', keys: { PNR: jorgen }, data: { HDTO: '20261120' } })
  const keys = { PNR: jorgen, TIMSTP: await stampOf('CIV', jorgen) }
  const told = await maintain('CIV-R', keys, { CIVST: 'D', STARTDATO: '202611010000' })
  expect(told.type).toBe('accepted')
  expect(await current(bettina, 'civilStatus')).toMatchObject({
    start: '20261101',
    civilStatus: 'E',
  })
  expect((await register.rows(jorgen, 'person')).at(0)).toMatchObject({ statusDate: '20261101' })
  expect((await register.rows(jorgen, 'address')).at(-1)).toMatchObject({ end: '20261101' })
  await maintain('CIV-F', { PNR: jorgen, TIMSTP: await stampOf('CIV', jorgen) })
  const valid = async (pnr: string) =>
    (await register.rows(pnr, 'civilStatus')).filter(({ mark }) => mark === null)
  expect(await Promise.all([jorgen, bettina].map(valid))).toEqual(before)
})

test('the wrong father is exchanged for the right one', async () => {
  const child = '3006980014'
  const TIMSTP = await stampOf('SLAEGT', child)
  const told = await maintain('SLAEGT-R', { PNR: child, TIMSTP }, { FARPNR: lars })
  expect(told.type).toBe('accepted')
  const kin = (await register.rows(child, 'kinship')).filter((row) => row.current)
  expect(kin.map(({ relation, personnummer }) => [relation, personnummer])).toContainEqual([
    'father',
    lars,
  ])
  expect(await current('0709614673', 'kinship')).toBeUndefined()
  expect(await current(lars, 'kinship')).toMatchObject({ personnummer: child, derivedMark: 'NF' })
})

test('a former address is put between those that stand', async () => {
  const late = {
    KOMKOD: '0851',
    VEJKOD: '8511',
    HUSNR: '020 ',
    STARTDATO: '200501010000',
    SLUTDATO: '200809010000',
  }
  expect((await maintain('ADR-T', { PNR: bettina }, late)).type).toBe('accepted')
  const rows = await register.rows(bettina, 'address')
  expect(rows.map(({ start, end }) => `${start}-${end}`).toSorted()).toEqual([
    '19610907-20050101',
    '20050101-20080901',
    '20080901-null',
  ])
})

test('a late marriage is put on both spouses', async () => {
  const period = { STARTDATO: '199001010000', SLUTDATO: '199503310000' }
  const marriage = { CIVST: 'G', AEGTEPNR: '0712614455', ...period }
  expect((await maintain('CIV-T', { PNR: '0709614126' }, marriage)).type).toBe('refused')
  const divorced = '0702614147'
  const before = { CIVST: 'G', AEGTEPNR: '0709614452', STARTDATO: '198801010000' }
  const told = await maintain('CIV-T', { PNR: divorced }, { ...before, SLUTDATO: '199003310000' })
  expect(told.type).toBe('accepted')
  for (const pnr of [divorced, '0709614452']) {
    const rows = await register.rows(pnr, 'civilStatus')
    expect(rows.find(({ start }) => start === '19880101')).toMatchObject({
      civilStatus: 'G',
      end: '19900331',
      derivedMark: pnr === divorced ? null : 'ÆG',
    })
  }
})

const misfits: readonly (readonly [string, Fields, string])[] = [
  [
    'a row into the current one',
    { STARTDATO: '200501010000', SLUTDATO: '202001010000' },
    'SLUTDATO',
  ],
  [
    'a row over the current one',
    { STARTDATO: '201501010000', SLUTDATO: '202001010000' },
    'STARTDATO',
  ],
  ['a row inside another', { STARTDATO: '200101010000', SLUTDATO: '200201010000' }, 'STARTDATO'],
  ['an end before its start', { STARTDATO: '200501010000', SLUTDATO: '200401010000' }, 'SLUTDATO'],
  ['a row before birth', { STARTDATO: '195001010000', SLUTDATO: '195101010000' }, 'STARTDATO'],
]

test.each(misfits)('%s is not reported late', async (_, period, field) => {
  const home = { KOMKOD: '0851', VEJKOD: '8511', HUSNR: '020 ' }
  const told = await maintain('ADR-T', { PNR: bettina }, { ...home, ...period })
  expect(told).toMatchObject({ type: 'refused', receipt: { messages: [{ field }] } })
})
