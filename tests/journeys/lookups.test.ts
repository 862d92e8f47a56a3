import { findService, serviceDescriptions } from '@sagsgang/gctp'
import { beforeAll, describe, expect, test } from 'vitest'

import { readings, type Reading, type Truth } from '../samples/readings.ts'
import type { TruePerson } from '../src/control.ts'
import { useProduct } from '../src/journey.ts'
import { markRows } from '../src/marked-rows.ts'

/** Every lookup and search through the api, held against the rows that the register keeps. */

const journey = useProduct()
const purpose = 'journey: every service that reads'
const known: TruePerson[] = []
let marked: ReadonlyMap<string, string> = new Map()

const validRows = ({ rows }: TruePerson, entity: string) =>
  (rows[entity] ?? []).filter(({ mark }) => mark === null)

const isProtected = (person: TruePerson): boolean =>
  validRows(person, 'protection').some((row) => row.current && row['protectionType'] === '00001')

/** Whoever has most rows of a kind, nobody protected unless it is told of that. */
function personWith(entity: string): TruePerson {
  const [first] = known
    .filter((person) => entity === 'protection' || !isProtected(person))
    .toSorted((one, other) => validRows(other, entity).length - validRows(one, entity).length)
  if (first === undefined || validRows(first, entity).length === 0)
    throw new Error(`nobody has a row of ${entity}`)
  return first
}

beforeAll(async () => {
  const { control, product } = journey.world
  for (const { pnr } of await control.people('')) known.push(await control.person(pnr))
  marked = await markRows(product.register, (entity) => personWith(entity).pnr)
  for (const [place, { pnr }] of known.entries()) known[place] = await control.person(pnr)
})

/** Who answers for an authority of their own: nobody looks more people up in a minute than they may. */
const askers =
  'other parish civil-registrar faith-community family-law court police cpr-office tax atp issuer immigration'.split(
    ' ',
  )
let turn = 0
const nextAsker = (): string => askers[turn++ % askers.length] ?? ''

const ask = ({ service, kind }: Reading, keys: Record<string, string>, user = nextAsker()) =>
  journey.world.as(user).trpc.register[kind].query({ service, keys, purpose })

type View = Awaited<ReturnType<typeof ask>>

/** All that stands under a code, in the answer or in its rows. */
const valuesIn = ({ said, rows }: View, code: string): readonly string[] =>
  [said, ...rows.filter(({ heading }) => !heading).map(({ fields }) => fields)]
    .flat()
    .filter((field) => field.code === code)
    .map(({ value }) => value.trim())

/** Of the lines of an address, the first. */
function textIn(value: unknown): string {
  const [first]: readonly unknown[] = Array.isArray(value) ? value : [value]
  return typeof first === 'string' ? first : ''
}

const trueValues = (person: TruePerson, { entity, column, shows }: Truth): readonly string[] =>
  validRows(person, entity)
    .filter(({ current }) => shows !== 'current' || current)
    .map((row) => textIn(row[column]))

/** The keys, of somebody who has what is told where none are given. */
const keysOf = ({ keys, truth }: Reading): Record<string, string> =>
  truth === undefined ? { ...keys } : { PNR: personWith(truth.entity).pnr }

const ofPeople = readings.filter(({ service }) =>
  findService(service)?.keys.some(({ code }) => code === 'PNR'),
)

test('every service that reads has a sample', () => {
  const reading = serviceDescriptions.filter(({ system }) => system === 'CprSoeg')
  expect(readings.map(({ service }) => service).toSorted()).toEqual(
    reading.map(({ id }) => id).toSorted(),
  )
})

describe.each(readings)('$service', (reading) => {
  const { service, tells, truth } = reading

  test('tells what the register keeps, and is written down', async () => {
    const user = readings.indexOf(reading) % 2 === 0 ? 'caseworker' : 'senior'
    const view = await ask(reading, keysOf(reading), user)
    expect(view).toMatchObject({ service, found: true, receipt: { code: 0 } })
    if (tells !== undefined) {
      const [code, ...values] = tells
      expect(valuesIn(view, code)).toEqual(expect.arrayContaining(values))
    }
    if (truth !== undefined) {
      const kept = trueValues(personWith(truth.entity), truth)
      const told = valuesIn(view, truth.code)
      if (truth.shows === 'among') expect(told).toEqual(expect.arrayContaining([...kept]))
      else expect(told.toSorted()).toEqual(kept.toSorted())
    }
  })

  test('names every field of its description', async () => {
    const { said, rows } = await ask(reading, keysOf(reading))
    const described = findService(service)?.output ?? []
    const fields = [...said, ...rows.flatMap((row) => row.fields)]
    const labels = new Map(fields.map(({ code, label }) => [code, label]))
    expect(Object.fromEntries(labels)).toMatchObject(
      Object.fromEntries(described.map(({ code, name }) => [code, name])),
    )
  })

  test('refuses a key that it does not know', async () => {
    const asked = { service, keys: { ...keysOf(reading), FARVE: 'blå' }, purpose }
    const { refusal } = await journey.world.as('other').raw(`register.${reading.kind}`, asked)
    expect(refusal).toMatchObject({ code: 'BAD_REQUEST', reason: 'keyUnknown' })
  })

  test('is asked with all the keys that it needs', async () => {
    const missing = findService(service)?.keys.some(({ required }) => required) ?? false
    const asked = { service, keys: {}, purpose }
    const { refusal } = await journey.world.as('other').raw(`register.${reading.kind}`, asked)
    // What needs one of several keys is for the register to say.
    expect(refusal?.reason ?? null).toBe(missing ? 'keyMissing' : null)
  })
})

const lists = readings.filter(({ service }) =>
  findService(service)?.keys.some(({ code }) => code === 'MAXA'),
)

const plainRows = ({ rows }: View) => rows.filter(({ heading }) => !heading)

/** Of a page with headings, whoever is shown by number alone stands last. */
const coveredLast = (rows: View['rows']) => [
  ...rows.filter(({ covered }) => !covered),
  ...rows.filter(({ covered }) => covered),
]

/** From the first page to the last; a list that never ends fails by its length. */
async function walk(reading: Reading, keys: Record<string, string>, pages: readonly View[] = []) {
  const page = await ask(reading, keys)
  const walked = [...pages, page]
  if (page.rest === null || walked.length > 5) return walked
  return walk(reading, { ...keys, REST: page.rest }, walked)
}

test.each(lists)('the pages of $service join up to the whole', async (reading) => {
  const keys = keysOf(reading)
  const whole = await ask(reading, { ...keys, MAXA: '9999', AIA: 'X' })
  const size = Math.ceil((whole.total ?? 0) / 3)
  const pages = await walk(reading, { ...keys, MAXA: String(size) })
  expect(coveredLast(pages.flatMap(plainRows))).toEqual(coveredLast(plainRows(whole)))
  expect(plainRows(whole)).toHaveLength(whole.total ?? -1)
  expect(pages.at(-1)?.rest).toBeNull()
  expect(pages.length).toBe(Math.ceil((whole.total ?? 0) / size))
})

const marking = readings.filter((reading) => reading.marked !== undefined)

const marksIn = ({ rows }: View): readonly string[] =>
  rows.flatMap(({ fields }) =>
    fields.flatMap(({ code, value }) =>
      /(?:^|_)AKM$/.test(code) && value.trim() !== '' ? value : [],
    ),
  )

test.each(marking)('$service shows marked rows only when asked', async (reading) => {
  const pnr = marked.get(reading.truth?.entity ?? '')
  const keys = pnr === undefined ? keysOf(reading) : { PNR: pnr }
  expect(marksIn(await ask(reading, keys))).toEqual([])
  const marks = marksIn(await ask(reading, { ...keys, AKX: 'X' }))
  expect(marks.length).toBeGreaterThan(0)
  expect(marks.every((mark) => mark === 'A' || mark === 'K')).toBe(true)
})

/** Protected and living together. */
const [torben, hanne] = ['0701614011', '0709614118']

test.each(ofPeople)('$service tells no name or address of the protected', async (reading) => {
  const view = await ask(reading, { ...keysOf(reading), PNR: torben })
  expect(view.receipt.code).toBe(0)
  expect(JSON.stringify(view)).not.toMatch(/Skovlund|Torben|Hanne|Industriv|8511/)
})

test('a search shows the protected by number alone', async () => {
  const [reading] = readings.filter(({ service }) => service === 'ADRSOG1')
  if (reading === undefined) throw new Error('no address search')
  const view = await ask(reading, { KOMK: '0851', VEJK: '8511', HNR: '051' })
  expect(view).toMatchObject({ protected: true, shown: false })
  expect(valuesIn(view, 'PNR').toSorted()).toEqual([torben, hanne])
  expect(JSON.stringify(plainRows(view))).not.toMatch(/Skovlund|8511/)
})

test.each(ofPeople)('$service finds nobody under an unknown number', async (reading) => {
  const view = await ask(reading, { ...keysOf(reading), PNR: '0101010101' })
  expect(view).toMatchObject({ found: false, receipt: { code: 172 }, rows: [], said: [] })
})

test('every service was written down with its purpose', async () => {
  const { trpc } = journey.world.as('auditor')
  const rows = await trpc.audit.list.query({ action: 'register.lookUp', limit: 200 })
  const written = rows.filter((row) => row.purpose === purpose).map(({ service }) => service ?? '')
  expect([...new Set(written)].toSorted()).toEqual(
    readings.map(({ service }) => service).toSorted(),
  )
})
