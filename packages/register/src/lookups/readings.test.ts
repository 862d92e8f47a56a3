import { wireTables } from '@sagsgang/events'
import { findService, serviceDescriptions } from '@sagsgang/gctp'
import type { Fields, LookUpAnswer, Row } from '@sagsgang/gctp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { play } from '../play.ts'
import type { Play } from '../play.ts'

let register: Play
beforeAll(async () => {
  register = await play()
})
afterAll(() => register.close())

const bettina = '0709614096'
const road = { KOMKOD: '0851', VEJKOD: '8511' }
const onRoad = { KOMK: '0851', VEJK: '8511' }

const asked: Readonly<Record<string, Fields>> = {
  ADRSOG1: onRoad,
  ADRSOG2: { ...onRoad, FRADATO: '20200101' },
  AJOURLOG: { PNR: bettina, FRADATO: '19600101' },
  DISTRIKT: road,
  FODSOG1: { FODT: '19610907' },
  FODSOG2: { FODT: '19610907' },
  KODTEKST: { TABNVN: 'CIVST' },
  MYND1: { MYNKOD: '0851' },
  MYNHJLP: { MYNNVN: 'kommune' },
  MYNSOG1: { MYNNVN: 'kommune' },
  NVNSOG1: { NVN: 'Folmersen', KON: 'K' },
  NVNSOG2: { NVN: 'Folmersen', KON: 'K' },
  POSTHJLP: { POSTNVN: 'borg' },
  VEJ1: road,
  VEJHENV: road,
  VEJHJLP: onRoad,
  VEJNOTAT: road,
  VEJSOG1: { KOMK: '0851' },
}

const readings = serviceDescriptions.filter(({ system }) => system === 'CprSoeg')

const roleOf = (answer: LookUpAnswer) => {
  const [role] = answer.type === 'found' ? answer.roles : []
  if (role === undefined) throw new Error(`no role: ${JSON.stringify(answer)}`)
  return role
}

const rowsOf = (answer: LookUpAnswer): readonly Row[] =>
  roleOf(answer).tables.flatMap(({ rows }) => rows.filter(({ use }) => use === null))

const valuesOf = (answer: LookUpAnswer, code: string): readonly string[] =>
  rowsOf(answer).map(({ fields }) => fields[code]?.value ?? '')

test('all forty-five services that read are described', () => {
  const kinds = Object.groupBy(readings, ({ kind }) => kind)
  expect([kinds.lookup?.length, kinds.search?.length, kinds.helper?.length]).toEqual([34, 8, 3])
})

describe.each(readings)('$id', ({ id, output, beside, shape }) => {
  const described = output.map(({ code }) => code)

  test('answers with the fields of its description alone', async () => {
    const role = roleOf(await register.look(id, asked[id] ?? { PNR: bettina }))
    const all = [...described, ...beside.map(({ code }) => code), 'REST']
    const parts = [role.fields, ...Object.values(role.blocks), ...rowsIn(role.tables)]
    expect(
      parts.flatMap((fields) => Object.keys(fields)).filter((one) => !all.includes(one)),
    ).toEqual([])
  })

  test('has its fields where the description says', async () => {
    const role = roleOf(await register.look(id, asked[id] ?? { PNR: bettina }))
    const places = {
      role: () => [role.fields],
      block: (name: string) => [role.blocks[name] ?? {}],
      table: (name: string) => rowsIn(role.tables.filter((table) => table.name === name)),
    }
    if (shape.type === 'table') expect(role.tables.map(({ name }) => name)).toContain(shape.name)
    for (const fields of places[shape.type](shape.type === 'role' ? '' : shape.name))
      expect(Object.keys(fields)).toEqual(expect.arrayContaining(described))
  })
})

const rowsIn = (tables: readonly { readonly rows: readonly Row[] }[]) =>
  tables.flatMap(({ rows }) => rows.filter(({ use }) => use === null).map(({ fields }) => fields))

test.each(wireTables)('all that a case reads of $entity in $service is described', (table) => {
  const service = findService(table.service)
  const described = [...(service?.output ?? []), ...(service?.beside ?? [])].map(({ code }) => code)
  const { columns, start, end, startUncertain, mark, timestamp, authority } = table
  const read = [
    ...[...Object.values(columns), start, end].flatMap((column) => column?.code ?? []),
    ...[startUncertain, mark, timestamp, authority].filter((code) => code !== null),
  ]
  expect(described).toEqual(expect.arrayContaining(read))
})

/** Every row of a list, a few at a time. */
async function walk(service: string, keys: Fields, pages: readonly Row[] = []): Promise<string[]> {
  const answer = await register.look(service, keys)
  if (answer.type !== 'found') throw new Error(`${service} was not found`)
  const rows = [...pages, ...rowsOf(answer)]
  if (answer.rest !== null) return walk(service, { ...keys, REST: answer.rest }, rows)
  return rows.map((row) => JSON.stringify(row))
}

const paged = readings.filter(({ keys }) => keys.some(({ code }) => code === 'MAXA'))

test.each(paged)('the pages of $id join up to the whole', async ({ id }) => {
  const keys = asked[id] ?? { PNR: bettina }
  const total = roleOf(await register.look(id, { ...keys, AIA: 'X' })).tables[0]?.total
  const whole = await walk(id, { ...keys, MAXA: '9999' })
  expect(await walk(id, { ...keys, MAXA: '2' })).toEqual(whole)
  expect(whole).toHaveLength(total ?? -1)
  expect(new Set(whole).size).toBe(whole.length)
})

test('a page begins with the home of its first row', async () => {
  const { tables, fields } = roleOf(await register.look('ADRSOG1', { ...onRoad, MAXA: '3' }))
  const [heading, first] = tables[0]?.rows ?? []
  expect(heading).toMatchObject({ use: 'B', fields: { VEJKOD: { value: '8511' } } })
  expect(heading?.fields['HUSNR']).toEqual(first?.fields['HUSNR'])
  expect(fields['BEMAERK']?.value).toMatch(/^\d+ personer fundet$/)
  expect(fields['SEARCH_ID']?.value).toMatch(/^[0-9A-F]{8}$/)
})

test('codes that need it have a text beside', async () => {
  const [row] = rowsOf(await register.look('CIVIL1', { PNR: bettina }))
  expect(row?.fields['CCIV_CIVST']).toEqual({ value: 'G', text: 'Gift' })
  const role = roleOf(await register.look('ADRESSE3', { PNR: bettina }))
  expect(role.fields).toMatchObject({
    KOMKOD: { value: '0851', text: 'Aalborg' },
    VEJKOD: { value: '8513', text: 'Svinget' },
    POSTNR: { value: '9000', text: 'Aalborg' },
  })
})

/** All that a list says under one code. */
const listed = async (service: string, code: string, keys: Fields) =>
  valuesOf(await register.look(service, { ...keys, MAXA: '9999' }), code)

test('a road tells what it was called before', async () => {
  const names = ['Industrivænget', 'Industrivejen', 'Teglværksvej']
  expect(await listed('VEJ1', 'VEJNVN', road)).toEqual(names)
  expect(await listed('VEJ1', 'VEJNVN', { ...road, AKX: 'X' })).toContain('Industrivangen')
  expect(await listed('VEJ1', 'VEJNVN', { ...road, VEJKOD: '1234' })).toEqual([])
})

test('a road that is closed names its heir', async () => {
  const [row] = rowsOf(await register.look('VEJ1', { ...road, VEJKOD: '8519' }))
  expect(row?.fields).toMatchObject({
    SLUTDATO: { value: '200701010000' },
    TILKOMKOD: { value: '0851' },
    TILVEJKOD: { value: '8513' },
  })
})

test.each([
  ['016', 'L'],
  ['017', 'U'],
])('the house %s lies on side %s of its road', async (HUSNR, side) => {
  const sides = await listed('DISTRIKT', 'LIGEULIGE', { ...road, HUSNR })
  expect(sides.filter((one) => one !== '')).toEqual([side])
})

test('roads are found by parish, town and part of name', async () => {
  const inTown = await listed('VEJSOG1', 'VEJADRNVN', { BYNVN: 'strand' })
  expect(new Set(inTown)).toEqual(new Set(['Gammel Kystvej']))
  expect(await listed('VEJSOG1', 'VEJADRNVN', { SOGN: '7001' })).toContain('Møllehaven')
  const partly = await listed('VEJHJLP', 'VEJADRNVN', { KOMK: '0851', VNVN: 'ving' })
  expect(partly.toSorted()).toEqual(['Lærkesvinget', 'Svinget', 'Tømrersvinget'])
})

const womenFound = (keys: Fields) => listed('NVNSOG2', 'PNR', { KON: 'K', ...keys })

describe('a search by name', () => {
  test.each([
    { keys: { ALDF: '66' }, found: false },
    { keys: { ALDF: '65', ALDT: '65' }, found: true },
    { keys: { ALDT: '64' }, found: false },
    { keys: { LDEL: '1081' }, found: true },
    { keys: { LDEL: '1084' }, found: false },
    { keys: { STAF: '01' }, found: true },
    { keys: { STAF: '70' }, found: false },
    { keys: { STB: '5100' }, found: true },
    { keys: { KOMK: '0101' }, found: false },
    { keys: { NVN1: 'bettina' }, found: true },
    { keys: { NVN1: 'ulla' }, found: false },
  ])('with $keys', async ({ keys, found }) => {
    expect((await womenFound({ NVN: 'Folmersen', ...keys })).includes(bettina)).toBe(found)
  })

  test('finds former names only when asked', async () => {
    const renamed = await renamedWoman()
    expect(await womenFound({ NVN: renamed.former })).not.toContain(renamed.pnr)
    expect(await womenFound({ NVN: renamed.former, HNVS: 'X' })).toContain(renamed.pnr)
  })
})

/** A woman who took another name than her own. */
async function renamedWoman() {
  await register.report({
    service: 'NAVNA-I',
    keys: { PNR: '1306814172' },
    data: { HDTO: '20261120', MYNKOD: '0851', FORNVN: 'Mette', EFTERNVN: 'Silkeborgsen' },
  })
  return { pnr: '1306814172', former: 'Dalsgaard' }
}

test('those born under an authority are found by it', async () => {
  const born = { FODT: '19610907' }
  expect(await listed('FODSOG1', 'PNR', { ...born, FMYN: '7001' })).toContain(bettina)
  expect(await listed('FODSOG1', 'PNR', { ...born, FMYN: '7002' })).toEqual([])
})

test('housemates are told by how they belong together', async () => {
  const answer = await register.look('BOPSAML', { PNR: '0702614082' })
  const told = rowsOf(answer).map(({ fields }) => [fields['PNR']?.value, fields['FAMMRK']?.value])
  expect(Object.fromEntries(told)).toMatchObject({
    '0702614082': 'Andet',
    '0709614673': 'Ægtefælle',
    '3006980014': 'Barn',
  })
})

test.each([
  { service: 'VEJ1', keys: { KOMKOD: '0851' }, code: 17, field: 'VEJKOD' },
  { service: 'VEJ1', keys: { KOMKOD: '0851', VEJKOD: 'x' }, code: 37, field: 'VEJKOD' },
  { service: 'AJOURLOG', keys: { PNR: bettina }, code: 17, field: 'FRADATO' },
  { service: 'NVNSOG1', keys: { NVN: 'Folmersen' }, code: 18, field: 'KON' },
  { service: 'ADRESSE4', keys: { PNR: bettina, HNVS: 'X' }, code: 16, field: 'HNVS' },
  { service: 'FODSOG1', keys: { FODT: '19610931' }, code: 40, field: 'FODT' },
  { service: 'MYND1', keys: { MYNKOD: '9999' }, code: 4, field: 'MYNKOD' },
  { service: 'VEJHJLP', keys: { VNVN: 'ving' }, code: 18, field: null },
  { service: 'POSTHJLP', keys: {}, code: 18, field: null },
])('$service refuses what it cannot answer with $code', async ({ service, keys, code, field }) => {
  const answer = await register.look(service, keys)
  expect(answer).toMatchObject({ type: 'refused', receipt: { code, messages: [{ field }] } })
})

test('a search takes a road by either name', async () => {
  const keys = { KOMK: '0851', VEJKOD: '8511' }
  expect((await register.look('ADRSOG1', keys)).type).toBe('found')
})
