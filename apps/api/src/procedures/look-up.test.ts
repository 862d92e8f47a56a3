import { expect, test } from 'vitest'

import type { LookUpView, RegisterRowView } from '../register-view.ts'
import { ask, refusal, withSystem } from '../testing/system.ts'

const system = withSystem()
const purpose = 'Opslag til behandling af sag'
const [torben, hanne, bettina] = ['0701614011', '0709614118', '0709614096']

const lookUp = (
  service: string,
  keys: Record<string, string>,
  { reason, user = 'caseworker' }: { reason?: string; user?: string } = {},
): Promise<LookUpView> => {
  const order = { service, keys, purpose, ...(reason !== undefined && { reason }) }
  return ask(system(), 'register.lookUp', order, user)
}

const search = (service: string, keys: Record<string, string>): Promise<LookUpView> =>
  ask(system(), 'register.search', { service, keys, purpose }, 'senior')

const revealsOf = (person: string) =>
  ask(system(), 'audit.list', { action: 'person.reveal', person }, 'auditor')

const wordsIn = ({ fields, raw, said, rows }: LookUpView): string =>
  JSON.stringify([fields, raw, said, rows])

test.each([
  'STAM',
  'STAMP',
  'OVERSIGT',
  'NAVNE1',
  'NAVNE3',
  'ADRESSE1',
  'ADRESSE3',
  'Familie',
  'BOPSAML',
])('%s keeps name and address of the protected back', async (service) => {
  const view = await lookUp(service, { PNR: torben })
  expect(view).toMatchObject({ found: true, protected: true, shown: false })
  expect(wordsIn(view)).not.toMatch(/Skovlund|Torben|Industrivænget|8511/)
})

test('a reason shows the protected and is written down', async () => {
  const before = await revealsOf(hanne)
  const view = await lookUp('NAVNE3', { PNR: hanne }, { reason: 'Partshøring', user: 'parish' })
  expect(view).toMatchObject({ protected: true, shown: true, raw: { CNVN_EFTERNVN: 'Skovlund' } })
  expect(await revealsOf(hanne)).toHaveLength(before.length)
  const seen = await lookUp('ADRESSE3', { PNR: hanne }, { reason: 'Partshøring', user: 'senior' })
  expect(seen).toMatchObject({ protected: true, shown: true, raw: { VEJKOD: '8511' } })
  const [row] = await revealsOf(hanne)
  expect(row).toMatchObject({ action: 'person.reveal', purpose: 'Partshøring', outcome: 'shown' })
  expect(JSON.stringify(row)).not.toContain(hanne)
})

test('a reason for one shows no other', async () => {
  const view = await lookUp('Familie', { PNR: torben }, { reason: 'Partshøring', user: 'senior' })
  const rowOf = (pnr: string) =>
    view.rows.find(({ fields }) => valueIn(fields, 'PNR_FOEDDATO') === pnr)?.fields ?? []
  expect(valueIn(rowOf(torben), 'ADRNVN')).toBe('Skovlund,Torben')
  expect(valueIn(rowOf(hanne), 'ADRNVN')).toBe('')
  expect(view).toMatchObject({ protected: true, shown: false })
})

test('nobody protected costs nothing more to see', async () => {
  const view = await lookUp('CIVIL1', { PNR: bettina })
  expect(view).toMatchObject({ protected: false, shown: true })
  const rows = await ask(system(), 'audit.list', { person: bettina, user: 'caseworker' }, 'auditor')
  const services = rows.map(({ service }: { service: string }) => service)
  expect(services).toContain('CIVIL1')
  expect(services).not.toContain('STAMP')
})

test('what is said is called and explained in two languages', async () => {
  const { rows } = await lookUp('CIVIL1', { PNR: bettina })
  expect(rows[0]?.fields.find(({ code }) => code === 'CCIV_CIVST')).toEqual({
    code: 'CCIV_CIVST',
    name: 'Civilstand',
    label: { da: 'Civilstand', en: 'Civil status code' },
    kind: 'text',
    value: 'G',
    text: 'Gift',
    meaning: { da: 'Gift', en: 'Married' },
  })
})

test('a value says how it is read', async () => {
  const { rows } = await lookUp('CIVIL1', { PNR: bettina })
  const kinds = new Map(rows[0]?.fields.map(({ code, kind }) => [code, kind]))
  expect(Object.fromEntries(kinds)).toMatchObject({
    CCIV_AKM: 'mark',
    CCIV_STARTDATO: 'moment',
    CCIV_AEGTEPNR: 'pnr',
    CCIV_AEGTENVN: 'name',
    CCIV_TIMSTP: 'stamp',
  })
})

test('a receipt is explained in two languages', async () => {
  const { found, receipt } = await lookUp('STAM', { PNR: '0101010101' }, { user: 'senior' })
  expect(found).toBe(false)
  expect(receipt).toMatchObject({
    code: 172,
    meaning: { da: 'Personen findes ikke i CPR', en: 'The person is not found in CPR' },
  })
})

test('a row names whom it is about', async () => {
  const { rows } = await search('NVNSOG1', { NVN: 'Folmersen', KON: 'K' })
  expect(rows).toContainEqual(expect.objectContaining({ person: bettina, covered: false }))
  const spouses = await lookUp('CIVIL1', { PNR: bettina })
  expect(spouses.rows.map(({ person }) => person)).not.toContain(bettina)
  expect(spouses.rows.every(({ person }) => person === null)).toBe(true)
})

test('nobody protected stands under a home', async () => {
  const road = { KOMK: '0851', VEJK: '8511', MAXA: '9999' }
  const { rows } = await search('ADRSOG1', road)
  const people = rows.filter(({ heading }) => !heading)
  const covered = people.filter((row) => row.covered)
  expect(covered.map(({ person }) => person)).toEqual(expect.arrayContaining([torben, hanne]))
  expect(rows.slice(-covered.length)).toEqual(covered)
  const open = people.filter((row) => !row.covered)
  const houses = new Set(open.map(({ fields }) => valueIn(fields, 'HUSNR')))
  const headings = rows.filter(({ heading }) => heading)
  expect(headings.length).toBeGreaterThan(0)
  expect(headings.filter(({ fields }) => !houses.has(valueIn(fields, 'HUSNR')))).toEqual([])
})

test('a list of codes is explained in two languages', async () => {
  const { rows } = await lookUp('KODTEKST', { TABNVN: 'fkirk', KOD: 'F' }, { user: 'senior' })
  const [code] = rows.flatMap(({ fields }) => fields.filter((field) => field.code === 'KOD'))
  expect(code?.meaning).toEqual({
    da: 'Medlem af folkekirken',
    en: 'Member of the national church',
  })
})

test('a list is counted and continued', async () => {
  const keys = { KOMK: '0851', VEJK: '8511', MAXA: '3', AIA: 'X' }
  const first = await search('ADRSOG1', keys)
  const next = await search('ADRSOG1', { ...keys, REST: first.rest ?? '' })
  expect(first.total).toBeGreaterThan(3)
  expect(next.total).toBe(first.total)
  const numbers = [first, next].flatMap(({ rows }) => people(rows))
  expect(new Set(numbers).size).toBe(6)
})

test('a search that finds nobody says so', async () => {
  const view = await search('ADRSOG1', { KOMK: '0851', VEJK: '8511', NVN: 'Ingenherhedder' })
  expect(view).toMatchObject({ found: false, rows: [], receipt: { code: 0 } })
})

test.each([
  ['NVNSOG2', { NVN: 'Hansen2', KON: 'K' }],
  ['NVNSOG2', { NVN: 'Hansen', KON: 'X' }],
  ['NVNSOG2', { NVN: 'Hansen', KON: 'K', MAXA: '-1' }],
  ['NVNSOG2', { NVN: 'Hansen', KON: 'K', MAXA: '10000' }],
  ['NVNSOG2', { NVN: 'Hansen', KON: 'K', HNVS: 'ja' }],
  ['FODSOG1', { FODT: '19610931' }],
  ['ADRSOG1', { KOMK: 'Aalborg', VEJK: '8511' }],
  ['ADRSOG1', { KOMK: '0851', VEJK: '8511', HNR: '16-18' }],
  ['VEJHJLP', { KOMK: '08511' }],
])('%s refuses a key of another form: %j', async (service, keys) => {
  const order = { service, keys, purpose }
  expect(await refusal(system(), 'register.search', order, 'other')).toEqual([
    'BAD_REQUEST',
    'keyInvalid',
  ])
})

test('keys are written as the register writes them', async () => {
  const keys = { komk: '851', vejk: '8511', hnr: '16', etag: '1', sido: 'TV' }
  const { rows } = await search('ADRSOG1', keys)
  expect(people(rows)).toEqual(['0709614231'])
})

test('a search takes no reason', async () => {
  const order = {
    service: 'ADRSOG1',
    keys: { KOMK: '0851', VEJK: '8511' },
    purpose,
    reason: 'x'.repeat(9),
  }
  expect(await refusal(system(), 'register.search', order)).toEqual(['BAD_REQUEST', 'inputInvalid'])
})

const valueIn = (fields: RegisterRowView['fields'], wanted: string): string =>
  fields.find(({ code }) => code === wanted)?.value ?? ''

const people = (rows: readonly RegisterRowView[]): readonly string[] =>
  rows.filter(({ heading }) => !heading).map(({ fields }) => valueIn(fields, 'PNR'))
