import type { Entity } from '@sagsgang/events'
import type { Fields } from '@sagsgang/gctp'
import { beforeEach, expect, test } from 'vitest'

import { carryOut } from '../carry-out.ts'
import { createPopulation } from '../people/population.ts'
import { currentRows, isValid } from '../rows.ts'
import type { StoredRow } from '../rows.ts'
import { demoAccount } from '../sign-on.ts'
import { createStore } from '../store.ts'
import type { Store } from '../store.ts'

/** Whatever is put right, put back or put in between leaves exactly what it says, and nothing else. */

const lars = '0707614293'
const mette = '1306814172'
const bettina = '0709614096'
const abroad = '0709614258'
const child = '3006980014'

let store: Store
beforeEach(() => {
  const people = createPopulation({ population: 0, seed: 1 }, '20261123', demoAccount)
  store = createStore(people, () => Date.UTC(2026, 10, 23, 12))
})

const rows = (pnr: string, entity: Entity): readonly StoredRow[] =>
  (store.find(pnr)?.rows ?? []).filter((row) => row.entity === entity)

const valid = (pnr: string, entity: Entity) => rows(pnr, entity).filter(isValid)

const periods = (pnr: string, entity: Entity) =>
  valid(pnr, entity)
    .map(({ start, end }) => `${start}-${end}`)
    .toSorted()

const current = (pnr: string, entity: Entity): StoredRow | undefined => {
  const person = store.find(pnr)
  return person && currentRows(person, entity)[0]
}

/** What the rows say, without who wrote it down and when. */
const said = (of: readonly StoredRow[]) =>
  of.map(({ columns, start, startUncertain, end }) => ({ columns, start, startUncertain, end }))

const report = (service: string, PNR: string, data: Fields = {}) =>
  carryOut(store, { service, keys: { PNR }, data })

const maintain = (service: string, PNR: string, row: StoredRow | undefined, data: Fields = {}) =>
  carryOut(store, { service, keys: { PNR, TIMSTP: row?.timestamp ?? '' }, data })

const marry = (PNR: string, SPNR: string, HDTO: string) =>
  carryOut(store, {
    service: 'VIELS-I',
    keys: { PNR, SPNR },
    data: { VIELSESMYN: '0851', HDTO },
  })

test('lines of an address abroad that are left out go', () => {
  const row = current(abroad, 'migration')
  maintain('UDIND-R', abroad, row, { UDLANDSADR1: 'Gata 1', UDLANDSADR2: 'Malmø' })
  maintain('UDIND-R', abroad, current(abroad, 'migration'), { UDLANDSADR1: 'Gata 2' })
  expect(current(abroad, 'migration')?.columns).toMatchObject({ line1: 'Gata 2', line2: null })
  maintain('UDIND-R', abroad, current(abroad, 'migration'), { UDRLANDEKOD: '5110' })
  expect(current(abroad, 'migration')?.columns).toMatchObject({ line1: 'Gata 2' })
})

test('protection of everything takes the local directory along', () => {
  report('BESKYT-I', bettina, { BESKYTTYP: '00001', STARTDATO: '20261101', SLETDATO: '20271101' })
  expect(periods(bettina, 'protection')).toHaveLength(2)
  const row = valid(bettina, 'protection').find(
    ({ columns }) => columns['protectionType'] === '00001',
  )
  maintain('PERS-R', bettina, row, { STARTDATO: '202611150000' })
  expect(periods(bettina, 'protection')).toEqual(['20261115-20271101', '20261115-20271101'])
  expect(rows(bettina, 'protection').filter(({ mark }) => mark === 'K')).toHaveLength(2)
})

test('a parent of the past stands beside the other', () => {
  const period = { STARTDATO: '199806300000', SLUTDATO: '199901010000' }
  expect(report('SLAEGT-T', child, { MORPNR: mette, ...period })).toBeNull()
  const father = current(child, 'kinship')
  expect(father).toBeDefined()
  const others = valid(child, 'kinship').length
  expect(report('SLAEGT-T', bettina, { MORPNR: mette, ...period })).not.toBeNull()
  expect(report('SLAEGT-T', bettina, { FARPNR: lars, ...period })).not.toBeNull()
  expect(valid(child, 'kinship')).toHaveLength(others)
  expect(valid(bettina, 'kinship').map(({ columns }) => columns['relation'])).toEqual(
    expect.arrayContaining(['mother', 'father']),
  )
})

test('both parents are not reported late as one', () => {
  const both = { MORPNR: mette, FARPNR: lars }
  const period = { STARTDATO: '199806300000', SLUTDATO: '199901010000' }
  expect(report('SLAEGT-T', bettina, { ...both, ...period })).toBeNull()
})

const late = { KOMKOD: '0851', VEJKOD: '8511', HUSNR: '020' }

test('a late row taken back gives what it cut', () => {
  report('FLYT-I', bettina, { ...late, HDTO: '20261101' })
  const before = said(valid(bettina, 'address'))
  const period = { STARTDATO: '200301010000', SLUTDATO: '201501010000' }
  expect(report('ADR-T', bettina, { ...late, HUSNR: '030', ...period })).not.toBeNull()
  const row = valid(bettina, 'address').find(({ start }) => start === '20030101')
  expect(maintain('ADR-F', bettina, row)).not.toBeNull()
  expect(said(valid(bettina, 'address'))).toEqual(before)
})

test('a late row that was built on is joined instead', () => {
  report('FLYT-I', bettina, { ...late, HDTO: '20261101' })
  report('ADR-T', bettina, { ...late, STARTDATO: '200301010000', SLUTDATO: '201501010000' })
  report('ADR-T', bettina, { ...late, STARTDATO: '201401010000', SLUTDATO: '201601010000' })
  const row = valid(bettina, 'address').find(({ start }) => start === '20030101')
  expect(maintain('ADR-F', bettina, row)).not.toBeNull()
  expect(periods(bettina, 'address')).toEqual([
    '19610907-20140101',
    '20140101-20160101',
    '20160101-20261101',
    '20261101-null',
  ])
})

test('a late marriage taken back leaves both as before', () => {
  const couple = ['0702614147', '0709614452'] as const
  const before = couple.map((pnr) => said(valid(pnr, 'civilStatus')))
  const marriage = { CIVST: 'G', AEGTEPNR: couple[1], STARTDATO: '198801010000' }
  expect(report('CIV-T', couple[0], { ...marriage, SLUTDATO: '199003310000' })).not.toBeNull()
  expect(couple.map((pnr) => said(valid(pnr, 'civilStatus')))).not.toEqual(before)
  const row = valid(couple[1], 'civilStatus').find(({ start }) => start === '19880101')
  expect(maintain('CIV-F', couple[1], row)).not.toBeNull()
  expect(couple.map((pnr) => said(valid(pnr, 'civilStatus')))).toEqual(before)
})

test('a late separation is of both and goes from both', () => {
  marry(lars, mette, '20260901')
  const period = { STARTDATO: '202609100000', SLUTDATO: '202609200000' }
  expect(report('SEP-T', lars, period)).not.toBeNull()
  for (const pnr of [lars, mette])
    expect(said(valid(pnr, 'separation'))).toMatchObject([
      { start: '20260910', end: '20260920', columns: { civilStatusReference: '202609010000' } },
    ])
  expect(maintain('SEP-F', mette, valid(mette, 'separation')[0])).not.toBeNull()
  for (const pnr of [lars, mette]) expect(valid(pnr, 'separation')).toEqual([])
})

test('a whole day without the mark is certain', () => {
  const certain = () => current(bettina, 'church')?.startUncertain
  maintain('FKIRKE-R', bettina, current(bettina, 'church'), {
    STARTDATO: '200001000000',
    STARTDATOUSM: '*',
  })
  expect(certain()).toBe(true)
  maintain('FKIRKE-R', bettina, current(bettina, 'church'), { STARTDATO: '200001020000' })
  expect(certain()).toBe(false)
})

test('a correction corrected back leaves what stood and proofs', () => {
  const before = said(valid(bettina, 'name'))
  maintain('NAVN-R', bettina, current(bettina, 'name'), { EFTERNVN: 'Folmer' })
  maintain('NAVN-R', bettina, current(bettina, 'name'), { EFTERNVN: 'Folmersen' })
  expect(said(valid(bettina, 'name'))).toEqual(before)
  expect(current(bettina, 'addressingName')?.columns).toEqual({
    addressingName: 'Folmersen,Bettina',
  })
  const proofs = rows(bettina, 'name').filter(({ mark }) => mark === 'K')
  expect(proofs.map(({ columns }) => columns['lastName'])).toEqual(['Folmersen', 'Folmer'])
  expect(proofs.every(({ start, end }) => start === end)).toBe(true)
})

test('a spouse corrected back leaves all three as before', () => {
  marry(lars, mette, '20261101')
  const annelise = '0709614304'
  const people = [lars, mette, annelise]
  const before = people.map((pnr) => said(valid(pnr, 'civilStatus')))
  maintain('CIV-R', lars, current(lars, 'civilStatus'), { AEGTEPNR: annelise })
  maintain('CIV-R', lars, current(lars, 'civilStatus'), { AEGTEPNR: mette })
  expect(people.map((pnr) => said(valid(pnr, 'civilStatus')))).toEqual(before)
})

test('what was put right stays when the next is undone', () => {
  report('FLYT-I', bettina, { ...late, HDTO: '20261101' })
  const former = valid(bettina, 'address').find(({ end }) => end === '20261101')
  maintain('ADR-R', bettina, former, { CONVN: 'Folmer' })
  expect(maintain('ADR-F', bettina, current(bettina, 'address'))).not.toBeNull()
  expect(current(bettina, 'address')?.columns).toMatchObject({
    streetCode: '8513',
    careOf: 'Folmer',
  })
})

test('an addressing name goes back with the name undone', () => {
  const before = [said(valid(bettina, 'name')), said(valid(bettina, 'addressingName'))]
  const { firstNames, lastName } = current(bettina, 'name')?.columns ?? {}
  report('NAVNA-I', bettina, {
    FORNVN: firstNames ?? '',
    EFTERNVN: lastName ?? '',
    HDTO: '20261101',
  })
  maintain('NAVN-R', bettina, current(bettina, 'name'), { EFTERNVN: 'Folmer' })
  maintain('NAVN-F', bettina, current(bettina, 'name'))
  expect([said(valid(bettina, 'name')), said(valid(bettina, 'addressingName'))]).toEqual(before)
})

test('a status begins with the home that gives it', () => {
  const nowhere = { KOMKOD: '0851', VEJKOD: '9901' }
  const before = current(bettina, 'person')?.columns
  report('FLYT-I', bettina, { ...nowhere, HDTO: '20261101' })
  maintain('ADR-R', bettina, current(bettina, 'address'), { STARTDATO: '202611100000' })
  expect(current(bettina, 'person')?.columns).toMatchObject({
    status: '03',
    statusDate: '20261110',
  })
  maintain('ADR-R', bettina, current(bettina, 'address'), late)
  expect(current(bettina, 'person')?.columns).toEqual(before)
})

test('a separation points on at the marriage put right', () => {
  marry(lars, mette, '20261001')
  report('SEPI-I', lars, { HDTO: '20261101', BEVILLING: 'Bevilling 1' })
  expect(current(mette, 'separation')).toBeDefined()
  maintain('CIV-R', lars, current(lars, 'civilStatus'), { STARTDATO: '202610050000' })
  for (const pnr of [lars, mette])
    expect(current(pnr, 'separation')?.columns).toEqual({ civilStatusReference: '202610050000' })
})
