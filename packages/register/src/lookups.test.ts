import { lookupServices, queriesFor, viewFromAnswers, catalogue } from '@sagsgang/events'
import type { Answered } from '@sagsgang/events'
import { findService } from '@sagsgang/gctp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { play, valuesOf } from './play.ts'
import type { Play } from './play.ts'

let register: Play
beforeAll(async () => {
  register = await play()
})
afterAll(() => register.close())

const bettina = '0709614096'

const block = async (service: string, pnr: string) => {
  const answer = await register.look(service, { PNR: pnr })
  return answer.type === 'found' ? (answer.roles[0]?.blocks['STAMPNR'] ?? {}) : {}
}

test('base data show name, home and status together', async () => {
  expect(await block('STAMP', bettina)).toMatchObject({
    PNR: { value: bettina },
    ADRNVN: { value: 'Folmersen,Bettina', text: 'Bettina Folmersen' },
    KOMKOD: { value: '0851', text: 'Aalborg' },
    VEJKOD: { value: '8513', text: 'Svinget' },
    HUSNR: { value: '017 ' },
    STADR: { value: 'Svinget 17' },
    STATUS: { value: '01' },
  })
})

test('a number given up points at the valid one', async () => {
  expect(await block('STAM', '0708614246')).toMatchObject({
    STATUS: { value: '60' },
    PNRGAELD: { value: '0307610078' },
  })
})

test('full access sees a protected person and the mark', async () => {
  expect(await block('STAMP', '0701614011')).toMatchObject({
    BESKYT: { value: '1', text: 'Navne- og adressebeskyttelse' },
    ADRNVN: { value: 'Skovlund,Torben' },
  })
})

test('civil status lists the present row first', async () => {
  const rows = valuesOf(await register.look('CIVIL1', { PNR: bettina }), 'CIVIL1')
  expect(rows.map((row) => [row['CCIV_CIVST'], row['CCIV_SLUTDATO']])).toEqual([
    ['G', ''],
    ['U', '198906100000'],
  ])
})

test('a lookup of names shows history when asked', async () => {
  const plain = await register.look('NAVNE3', { PNR: bettina })
  expect(valuesOf(plain, 'NAVNE3')).toEqual([])
  const all = await register.look('NAVNE3', { PNR: bettina, AKX: 'X' })
  expect(valuesOf(all, 'NAVNE3')).toMatchObject([{ CNVN_FORNVN: 'Bettina' }])
})

test('marked rows show only with their key', async () => {
  const people = await register.people('status=01')
  const rows = await Promise.all(
    people.map(async ({ pnr }) => ({ pnr, names: await register.rows(pnr, 'name') })),
  )
  const pnr = rows.find(({ names }) => names.some(({ mark }) => mark === 'A'))?.pnr ?? ''
  const plain = valuesOf(await register.look('NAVNE1', { PNR: pnr }), 'NAVNE1')
  const all = valuesOf(await register.look('NAVNE1', { PNR: pnr, AKX: 'X' }), 'NAVNE1')
  expect(plain.some((row) => row['CNVN_AKM'] === 'A')).toBe(false)
  expect(all.filter((row) => row['CNVN_AKM'] === 'A')).toHaveLength(1)
})

test('a family lists parents, sibling apart, in words', async () => {
  const rows = valuesOf(await register.look('Familie', { PNR: '1306814172' }), 'FAMILIE')
  expect(rows.map((row) => [row['FAMMRK'], row['PNR_FOEDDATO']])).toEqual([
    ['Andet', '1306814172'],
    ['Far', '0709614347'],
    ['Mor', '0307610078'],
  ])
})

test('a search without a road is too weak', async () => {
  expect(await register.look('ADRSOG1', { KOMK: '0851' })).toMatchObject({
    type: 'refused',
    receipt: { code: 18 },
  })
})

test.each([
  { keys: { PNR: '3113991234' }, code: 52 },
  { keys: { PNR: '12' }, code: 52 },
  { keys: { PNR: '0101010101' }, code: 172 },
])('a number nobody has gets code $code', async ({ keys, code }) => {
  expect(await register.look('STAM', keys)).toMatchObject({ type: 'refused', receipt: { code } })
})

test('an unknown service has a code of its own', async () => {
  expect(await register.look('INTET', {})).toMatchObject({
    type: 'refused',
    receipt: { code: 15 },
  })
})

test('services answer to any letter case', async () => {
  expect((await register.look('familie', { PNR: bettina })).type).toBe('found')
})

const between = async (FRADATO: string, TILDATO: string) =>
  valuesOf(await register.look('AJOURLOG', { PNR: bettina, FRADATO, TILDATO }), 'AJOURLOG').map(
    (row) => row['HAENDELSE'],
  )

test('an interval holds both of its ends', async () => {
  expect(await between('20080901', '20080901')).toEqual(['A01'])
  expect(await between('20080902', '20081231')).toEqual([])
})

describe('every lookup that an event names', () => {
  const services = [
    ...new Set(
      catalogue.flatMap(({ lookups }) => lookups.flatMap((lookup) => lookupServices[lookup] ?? [])),
    ),
  ]
  const keys: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    ADRSOG1: { KOMK: '0851', VEJK: '8511' },
    ADRSOG2: { KOMK: '0851', VEJK: '8511', FRADATO: '20200101' },
    NVNSOG1: { NVN: 'Folmersen', KON: 'K' },
    NVNSOG2: { NVN: 'Folmersen', KON: 'K' },
    KODTEKST: { TABNVN: 'FKIRK' },
    AJOURLOG: { PNR: bettina, FRADATO: '20080901' },
    FODSOG1: { FODT: '19610907' },
    FODSOG2: { FODT: '19610907' },
    VEJSOG1: { KOMK: '0851' },
    VEJHJLP: { KOMK: '0851' },
    POSTHJLP: { POST: '9' },
    MYND1: { MYNKOD: '0851' },
    MYNSOG1: { MYNNVN: 'Aal' },
    MYNHJLP: { MYNKOD: '0851' },
    VEJ1: { KOMKOD: '0851', VEJKOD: '8511' },
    VEJNOTAT: { KOMKOD: '0851', VEJKOD: '8511' },
    VEJHENV: { KOMKOD: '0851', VEJKOD: '8511' },
    DISTRIKT: { KOMKOD: '0851', VEJKOD: '8511' },
  }
  test.each(services)('%s is answered', async (service) => {
    const answer = await register.look(service, keys[service] ?? { PNR: bettina })
    expect(answer).toMatchObject({ type: 'found', unknown: [] })
  })
})

test('a case reads the rows that the register keeps', async () => {
  const marriage = catalogue.find(({ id }) => id === 'marriage-entry')
  if (marriage === undefined) throw new Error('no marriage in the catalogue')
  const queries = queriesFor(marriage, {
    people: [bettina],
    roads: [],
    households: [],
    searches: [],
  })
  const answers = await Promise.all(
    queries.map(async (query): Promise<Answered> => {
      const answer = await register.look(query.service, query.keys)
      return { query, roles: answer.type === 'found' ? answer.roles : null }
    }),
  )
  const person = viewFromAnswers(answers, '20261123').people[bettina]
  const kept = await register.everything(bettina)
  for (const entity of ['civilStatus', 'name', 'citizenship', 'kinship'] as const)
    expect(person?.rows.filter((row) => row.entity === entity)).toHaveLength(
      kept[entity]?.length ?? -1,
    )
  expect(person).toMatchObject({ status: '01', sex: 'K', waiting: false, protected: false })
})

test.each([
  { keys: { FOO: '1' }, code: 16, field: 'FOO' },
  { keys: { MAXA: '-5' }, code: 37, field: 'MAXA' },
  { keys: { MAXA: '99999' }, code: 37, field: 'MAXA' },
  { keys: { REST: '9999A1' }, code: 5408, field: 'REST' },
])('a search refuses $field with code $code', async ({ keys, code, field }) => {
  const answer = await register.look('ADRSOG1', { KOMK: '0851', VEJK: '8511', ...keys })
  expect(answer).toMatchObject({ type: 'refused', receipt: { code, messages: [{ field }] } })
})

test('an interval ends on a day or never', async () => {
  const days = { PNR: bettina, FRADATO: '20200101' }
  expect(await register.look('AJOURLOG', { ...days, TILDATO: '20250231' })).toMatchObject({
    type: 'refused',
    receipt: { code: 40, messages: [{ field: 'TILDATO' }] },
  })
  expect(await register.look('AJOURLOG', days)).toMatchObject({ type: 'found' })
})

test('what nothing is known of is empty, not absent', async () => {
  const answer = await register.look('ADRESSE3', { PNR: bettina })
  const fields = answer.type === 'found' ? (answer.roles[0]?.fields ?? {}) : {}
  const shown = findService('ADRESSE3')?.output.map(({ code }) => code) ?? []
  expect(Object.keys(fields)).toEqual(expect.arrayContaining(shown))
})
