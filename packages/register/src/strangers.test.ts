import { afterAll, beforeAll, expect, test } from 'vitest'

import { play, valuesOf } from './play.ts'
import type { Play } from './play.ts'

/** People without a number: the register names them by text. */

let register: Play
beforeAll(async () => {
  register = await play()
})
afterAll(() => register.close())

const unknown = '0000000000'
const lars = '0707614293'
const dorte = '1306814180'

const birth = (keys: Readonly<Record<string, string>>) =>
  register.report({
    service: 'FODSEL-I',
    keys: { FODT: '20261101', KON: 'K', ...keys },
    data: { FOEDMYNKOD: '7001' },
    authority: '7001',
  })

test('a spouse without number is named by text', async () => {
  const data = { VIELSESMYN: '0851', AEGTENVN: 'Moreau,Claire', AEGTEFOEDDATO: '19700412' }
  const told = await register.report({
    service: 'VIELS-I',
    keys: { PNR: lars, SPNR: unknown },
    data,
  })
  expect(told.type).toBe('accepted')
  const row = (await register.rows(lars, 'civilStatus')).find(({ current }) => current)
  expect(row).toMatchObject({
    civilStatus: 'G',
    spousePersonnummer: null,
    spouseName: 'Moreau,Claire',
    spouseBirthDate: '19700412',
  })
})

test('a spouse without number needs a name', async () => {
  const told = await register.report({
    service: 'VIELS-I',
    keys: { PNR: dorte, SPNR: unknown },
    data: { VIELSESMYN: '0851' },
  })
  expect(told).toMatchObject({
    type: 'refused',
    receipt: { code: 17, messages: [{ field: 'AEGTENVN' }] },
  })
})

test.each([
  ['VIELS-I', { PNR: unknown, SPNR: lars }, 'PNR'],
  ['FODSEL-I', { MPNR: dorte, FPNR: unknown, FODT: '20261101', KON: 'K' }, 'FPNR'],
])('nobody unknown where a person is meant (%s)', async (service, keys, field) => {
  const data = service === 'VIELS-I' ? { VIELSESMYN: '0851' } : { FOEDMYNKOD: '7001' }
  const told = await register.report({ service, keys, data, authority: '7001' })
  expect(told).toMatchObject({ type: 'refused', receipt: { code: 52, messages: [{ field }] } })
})

test('a foundling gets a number without residence', async () => {
  const told = await birth({ MPNR: unknown })
  const child = told.type === 'accepted' ? (told.output['PNR'] ?? '') : ''
  expect(await register.rows(child, 'person')).toMatchObject([{ status: '20', code: 'A36' }])
  expect(await register.rows(child, 'address')).toEqual([])
  expect(await register.rows(child, 'kinship')).toEqual([])
})

test('a father without number stands by his birth date', async () => {
  const born = await birth({ MPNR: dorte })
  const child = born.type === 'accepted' ? (born.output['PNR'] ?? '') : ''
  const paternity = {
    service: 'FADER-I',
    keys: { PNR: child, FPNR: unknown },
    data: { FARNVN: 'Okafor,Daniel', FARFOEDDATO: '19900203' },
    authority: '7001',
  }
  expect((await register.report(paternity)).type).toBe('accepted')
  const kin = valuesOf(await register.look('Familie', { PNR: child }), 'FAMILIE')
  expect(kin.find((row) => row['FAMMRK'] === 'Far')).toMatchObject({
    PNR_FOEDDATO: '19900203',
    RELTXT: 'Okafor,Daniel',
  })
  expect(await register.report(paternity)).toMatchObject({
    type: 'refused',
    receipt: { messages: [{ field: 'FPNR' }] },
  })
})
