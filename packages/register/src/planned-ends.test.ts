import { afterEach, beforeEach, expect, test } from 'vitest'

import { addDays } from './dates.ts'
import { play, valuesOf } from './play.ts'
import type { Play } from './play.ts'

let register: Play
beforeEach(async () => {
  register = await play()
})
afterEach(() => register.close())

const lars = '0707614293'
const mette = '1306814172'
const today = '20261123'

const advance = (days: number) => register.control('PUT', '/control/clock', { advance: { days } })

const protect = (SLETDATO: string) =>
  register.report({
    service: 'BESKYT-I',
    keys: { PNR: lars },
    data: { BESKYTTYP: '00003', STARTDATO: today, SLETDATO },
  })

const codesOf = async (pnr: string) =>
  valuesOf(await register.look('AJOURLOG', { PNR: pnr, FRADATO: '20261101' }), 'AJOURLOG').map(
    (line) => line['HAENDELSE'],
  )

const shown = async () =>
  (await register.rows(lars, 'protection')).map(({ current, end }) => [current, end])

test('a row whose end lies ahead is current till then', async () => {
  const end = addDays(today, 30)
  expect((await protect(end)).type).toBe('accepted')
  expect(await shown()).toEqual([[true, end]])
  await advance(29)
  expect(await shown()).toEqual([[true, end]])
  await advance(1)
  expect(await shown()).toEqual([[false, end]])
  expect(await codesOf(lars)).toEqual(['A33', 'P11'])
})

test('a protection that is replaced ends the earlier day', async () => {
  await protect(addDays(today, 30))
  await advance(2)
  const data = { BESKYTTYP: '00003', STARTDATO: addDays(today, 2), SLETDATO: addDays(today, 60) }
  await register.report({ service: 'BESKYT-I', keys: { PNR: lars }, data })
  expect(await shown()).toEqual([
    [false, addDays(today, 2)],
    [true, addDays(today, 60)],
  ])
})

test('an end told ahead is taken back as told', async () => {
  const address = {
    service: 'SUPADR-I',
    keys: { PNR: lars },
    data: { STARTDATO: today, ADR1: 'Kollegiet', ADR2: 'Vestre Alle 4' },
  }
  await register.report(address)
  const before = await register.rows(lars, 'supplementaryAddress')
  const told = await register.report({ ...address, data: { SLETDATO: addDays(today, 9) } })
  const rows = await register.rows(lars, 'supplementaryAddress')
  expect(rows).toMatchObject([
    { current: true, end: addDays(today, 9), lines: ['Kollegiet', 'Vestre Alle 4'] },
  ])
  const keys = told.type === 'accepted' ? told.output : {}
  expect((await register.report({ service: 'ADR-F', keys })).type).toBe('accepted')
  expect(await register.rows(lars, 'supplementaryAddress')).toEqual(before)
})

test('nobody holds authority over somebody of age', async () => {
  const born = await register.report({
    service: 'FODSEL-I',
    keys: { MPNR: mette, FODT: today, KON: 'K' },
    data: { FOEDMYNKOD: '7001' },
    authority: '7001',
  })
  const child = born.type === 'accepted' ? (born.output['PNR'] ?? '') : ''
  const holders = async () =>
    (await register.rows(child, 'parentalAuthority')).map(({ current, end }) => [current, end])
  expect(await holders()).toEqual([[true, null]])
  const birthday = '20441123'
  await register.control('PUT', '/control/clock', { now: '2044-11-23T09:00:00Z' })
  expect(await holders()).toEqual([[false, birthday]])
  expect(await codesOf(child)).toEqual(['A36', 'P11'])
})
