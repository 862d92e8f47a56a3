import type { Entity } from '@sagsgang/events'
import { afterEach, beforeEach, expect, test } from 'vitest'

import type { ShownRow } from '../control.ts'
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

const { maintain, marry, stampOf } = maintainerOf(() => register)

const stam = async (pnr: string) => {
  const base = await register.look('STAM', { PNR: pnr })
  const fields = base.type === 'found' ? base.roles[0]?.blocks['STAMPNR'] : undefined
  return (code: string): string => fields?.[code]?.value ?? ''
}

const numberRow = async (PNR: string) => ({ PNR, TIMSTP: (await stam(PNR))('TIMSTP') })

const change = async (pnr: string, data: Record<string, string>, authority = '0001') =>
  maintain('PNR-R', await numberRow(pnr), data, authority)

const outputOf = (told: Awaited<ReturnType<typeof change>>): string =>
  told.type === 'accepted' ? (told.output['PNR'] ?? '') : JSON.stringify(told)

const logOf = async (pnr: string) =>
  valuesOf(await register.look('AJOURLOG', { PNR: pnr, FRADATO: '20261101' }), 'AJOURLOG').map(
    (line) => [line['HAENDELSE'], line['AFLEDTMRK']],
  )

const valid = (rows: Readonly<Partial<Record<Entity, readonly ShownRow[]>>>) =>
  Object.fromEntries(
    Object.entries(rows)
      .map(([entity, all]) => [entity, all.filter(({ mark }) => mark === null)] as const)
      .filter(([, all]) => all.length > 0),
  )

const statuses = (rows: readonly ShownRow[]) =>
  rows.filter(({ current }) => current).map(({ civilStatus }) => civilStatus)

test('a changed number takes every row along', async () => {
  await marry(lars, mette)
  const before = await register.everything(lars)
  const to = outputOf(await change(lars, { KON: 'K' }))
  expect(to).toMatch(/^070761\d{3}[02468]$/)
  const { person, ...rest } = valid(before)
  expect(await register.everything(to)).toMatchObject(rest)
  expect(await register.rows(to, 'person')).toMatchObject([{ ...person?.[0], sex: 'K' }])
  expect(await register.rows(mette, 'civilStatus')).toContainEqual(
    expect.objectContaining({ civilStatus: 'G', spousePersonnummer: to }),
  )
})

test('the old number is closed and points on', async () => {
  const to = outputOf(await change(lars, { FODT: '19610708' }))
  expect(to).toMatch(/^080761/)
  const old = await stam(lars)
  expect([old('STATUS'), old('PNRGAELD')]).toEqual(['60', to])
  const now = await stam(to)
  expect([now('STATUS'), now('FOEDDATO')]).toEqual(['01', '19610708'])
  const [former] = valuesOf(await register.look('TIDLPNR', { PNR: to }), 'TIDLPNR')
  expect(former).toMatchObject({ PNRGAELD: to, PNR: lars, STATUS: '60' })
  const again = await change(lars, { KON: 'K' })
  expect(again).toMatchObject({ type: 'refused' })
})

test('the stream of updates names whose number changed', async () => {
  await marry(lars, mette)
  const to = outputOf(await change(lars, { KON: 'K' }))
  expect(await logOf(to)).toContainEqual(['P03', 'PN'])
  expect(await logOf(lars)).toContainEqual(['P03', ''])
  expect(await logOf(mette)).toContainEqual(['P03', 'ÆG'])
})

test.each([
  [{ NYTPNR: '1306814172' }, 'Personnummeret passer ikke til fødselsdato og køn'],
  [{ NYTPNR: '0707614293' }, 'Personnummeret er allerede i brug'],
  [{ NYTPNR: '0707611111', FODT: '19610708' }, 'Personnummeret passer ikke til fødselsdato og køn'],
  [{ FODT: '20270101' }, 'Datoen ligger i fremtiden'],
  [{ SLUTDATO: '202601010000', KON: 'K' }, null],
])('the number %o is refused in words', async (data, text) => {
  const told = await change(lars, data)
  expect(told.type).toBe('refused')
  if (text !== null) expect(JSON.stringify(told)).toContain(text)
})

test('a number without anything new is not changed', async () => {
  expect((await change(lars, {})).type).toBe('refused')
})

test('only the office changes a number', async () => {
  expect((await change(lars, { KON: 'K' }, '0851')).type).not.toBe('accepted')
})

test('a change taken back leaves all as before', async () => {
  await marry(lars, mette)
  const before = [valid(await register.everything(lars)), await register.everything(mette)]
  const to = outputOf(await change(lars, { FODT: '19610708', KON: 'K' }))
  const told = await maintain('PNR-F', await numberRow(to))
  expect(outputOf(told)).toBe(lars)
  expect([valid(await register.everything(lars)), await register.everything(mette)]).toEqual(before)
  expect((await stam(to))('STATUS')).toBe('30')
  expect(await logOf(lars)).toContainEqual(['P42', 'PT'])
})

test('what came before can still be undone', async () => {
  await marry(lars, mette)
  const to = outputOf(await change(lars, { KON: 'K' }))
  const told = await maintain('CIV-F', { PNR: to, TIMSTP: await stampOf('CIV', to) })
  expect(told.type).toBe('accepted')
  expect(statuses(await register.rows(to, 'civilStatus'))).toEqual(['U'])
  expect(statuses(await register.rows(mette, 'civilStatus'))).not.toEqual(['G'])
  expect((await maintain('PNR-F', await numberRow(to))).type).toBe('accepted')
})

test('what came afterwards is undone first', async () => {
  const to = outputOf(await change(lars, { KON: 'K' }))
  await marry(to, mette)
  const told = await maintain('PNR-F', await numberRow(to))
  expect(JSON.stringify(told)).toContain('Der findes en nyere række')
  await maintain('CIV-F', { PNR: to, TIMSTP: await stampOf('CIV', to) })
  expect((await maintain('PNR-F', await numberRow(to))).type).toBe('accepted')
})
