import { afterAll, beforeAll, expect, test } from 'vitest'

import { play, valuesOf } from './play.ts'
import type { Play } from './play.ts'

let register: Play
beforeAll(async () => {
  register = await play()
})
afterAll(() => register.close())

const lars = '0707614293'
const mette = '1306814172'
const bettina = '0709614096'

test('a marriage writes both spouses and marks one', async () => {
  const told = await register.report({
    service: 'VIELS-I',
    keys: { PNR: lars, SPNR: mette },
    data: { VIELSESMYN: '0851', MYNKOD: '0851' },
  })
  expect(told.type).toBe('accepted')
  const current = async (pnr: string) =>
    (await register.rows(pnr, 'civilStatus')).find((row) => row.current)
  expect(await current(lars)).toMatchObject({
    civilStatus: 'G',
    spousePersonnummer: mette,
    derivedMark: null,
    code: 'A19',
  })
  expect(await current(mette)).toMatchObject({
    civilStatus: 'G',
    spousePersonnummer: lars,
    derivedMark: 'ÆG',
    code: 'A19',
  })
})

test('the updates of both spouses name the event', async () => {
  const today = { PNR: mette, FRADATO: '20000101' }
  const lines = valuesOf(await register.look('AJOURLOG', today), 'AJOURLOG')
  expect(lines.at(-1)).toMatchObject({ HAENDELSE: 'A19', AFLEDTMRK: 'ÆG', MYNKOD: '0851' })
})

test('a name change ends the former name and its addressing name', async () => {
  const told = await register.report({
    service: 'NAVNA-I',
    keys: { PNR: mette },
    data: { FORNVN: 'Mette', EFTERNVN: 'Henriksen' },
    authority: '7001',
  })
  expect(told.type).toBe('accepted')
  const shown = await register.look('NAVNE3', { PNR: mette })
  const stamp = shown.type === 'found' ? shown.roles[0]?.fields['CNVN_TIMSTP']?.value : null
  expect(told).toMatchObject({ output: { PNR: mette, TIMSTP: stamp } })
  const names = await register.rows(mette, 'name')
  expect(names.map(({ lastName, current }) => [lastName, current])).toEqual([
    ['Dalsgaard', false],
    ['Henriksen', true],
  ])
  expect(await register.rows(mette, 'addressingName')).toMatchObject([
    { addressingName: 'Henriksen,Mette', current: true },
  ])
})

test('an addressing name is written over without history', async () => {
  const told = await register.report({
    service: 'ADRNVN-I',
    keys: { PNR: lars },
    data: { ADRNVN: 'Henriksen,L' },
  })
  expect(told.type).toBe('accepted')
  expect(await register.rows(lars, 'addressingName')).toMatchObject([
    { addressingName: 'Henriksen,L', code: 'A15' },
  ])
})

test('a move ends the former address the same day', async () => {
  const data = { KOMKOD: '0851', VEJKOD: '8511', HUSNR: '016A', SIDEDOER: '  tv', ETAGE: '01' }
  const told = await register.report({ service: 'FLYT-I', keys: { PNR: bettina }, data })
  expect(told.type).toBe('accepted')
  const [former, current] = (await register.rows(bettina, 'address')).slice(-2)
  expect(former).toMatchObject({ streetCode: '8513', current: false, end: current?.start })
  expect(current).toMatchObject({ streetCode: '8511', houseNumber: '016A', door: 'tv' })
})

test('a birth gives a number and ties three people', async () => {
  const told = await register.report({
    service: 'FODSEL-I',
    keys: { MPNR: mette, FPNR: lars, FODT: '20260901', KON: 'M' },
    data: { FOEDMYNKOD: '7001', MYNKOD: '7001' },
    authority: '7001',
  })
  const child = told.type === 'accepted' ? (told.output['PNR'] ?? '') : ''
  expect(child).toMatch(/^010926\d{3}[13579]$/)
  expect(await register.rows(child, 'person')).toMatchObject([
    { status: '01', sex: 'M', code: 'A51', birthDate: '20260901' },
  ])
  expect(await register.rows(child, 'kinship')).toMatchObject([
    { relation: 'mother', personnummer: mette },
    { relation: 'father', personnummer: lars },
  ])
  expect(await register.rows(mette, 'kinship')).toContainEqual(
    expect.objectContaining({ relation: 'child', personnummer: child, derivedMark: 'MO' }),
  )
  expect(await register.rows(lars, 'kinship')).toContainEqual(
    expect.objectContaining({ relation: 'child', personnummer: child, derivedMark: 'FA' }),
  )
})

test('a child of one parent gets a second one', async () => {
  const born = await register.report({
    service: 'FODSEL-I',
    keys: { MPNR: '1306814180', FODT: '20261101', KON: 'K' },
    data: { FOEDMYNKOD: '7001' },
    authority: '7001',
  })
  const child = born.type === 'accepted' ? (born.output['PNR'] ?? '') : ''
  expect(await register.rows(child, 'person')).toMatchObject([{ code: 'A36' }])
  const told = await register.report({
    service: 'FADER-I',
    keys: { PNR: child, FPNR: '0712614455' },
    data: { HDTO: '20261105' },
    authority: '7001',
  })
  expect(told.type).toBe('accepted')
  expect(await register.rows('0712614455', 'kinship')).toContainEqual(
    expect.objectContaining({ personnummer: child, derivedMark: 'NF', code: 'A37' }),
  )
})

test('somebody unnamed is named once and only once', async () => {
  const naming = {
    service: 'NAVNG-I',
    keys: { PNR: '0101005038' },
    data: { FORNVN: 'Sara', EFTERNVN: 'Thulstrup' },
    authority: '7001',
  }
  expect((await register.report(naming)).type).toBe('accepted')
  expect(await register.report(naming)).toMatchObject({
    type: 'refused',
    receipt: { code: 5408, messages: [{ field: 'PNR', text: 'Barnet har allerede et navn' }] },
  })
})

test('a death leaves a widow and takes the address away', async () => {
  const told = await register.report({
    service: 'DOD-I',
    keys: { PNR: '0709614231' },
    data: { HDTO: '20261120', MYNKOD: '7001' },
    authority: '7001',
  })
  expect(told.type).toBe('accepted')
  expect(await register.rows('0709614231', 'person')).toMatchObject([
    { status: '90', statusDate: '20261120' },
  ])
  expect((await register.rows('0709614231', 'address')).some((row) => row.current)).toBe(false)
  const widow = (await register.rows(bettina, 'civilStatus')).find((row) => row.current)
  expect(widow).toMatchObject({ civilStatus: 'E', derivedMark: 'ÆG', code: 'A21' })
})

test('a widowhood by itself needs a death outside the register', async () => {
  const people = await register.people('civilStatus=G')
  const married = await Promise.all(
    people.map(async ({ pnr }) => ({
      pnr,
      row: (await register.rows(pnr, 'civilStatus')).find(({ current }) => current),
    })),
  )
  const alone = married.find(({ row }) => row?.['spouseName'] !== null)?.pnr ?? ''
  const told = await register.report({
    service: 'ENKE-I',
    keys: { PNR: alone },
    data: { HDTO: '20261120' },
  })
  expect(told.type).toBe('accepted')
  const row = (await register.rows(alone, 'civilStatus')).find(({ current }) => current)
  expect(row).toMatchObject({ civilStatus: 'E', start: '20261120' })
})

test('the updates of former parents tell of the adoption', async () => {
  const told = await register.report({
    service: 'ADOPT-I',
    keys: { PNR: '1312814362', MPNR: bettina },
    data: { KOD: 'FULL', HDTO: '20261105', MYNKOD: '1301' },
    authority: '1301',
  })
  expect(told.type).toBe('accepted')
  const lastOf = async (pnr: string) =>
    valuesOf(await register.look('AJOURLOG', { PNR: pnr, FRADATO: '20000101' }), 'AJOURLOG').at(-1)
  expect(await lastOf('0701614038')).toMatchObject({ HAENDELSE: 'A35', AFLEDTMRK: 'TM' })
  expect(await lastOf('0707614285')).toMatchObject({ HAENDELSE: 'A35', AFLEDTMRK: 'TF' })
  expect(await lastOf(bettina)).toMatchObject({ HAENDELSE: 'A35', AFLEDTMRK: 'NM' })
})
