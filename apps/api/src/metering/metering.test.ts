import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { createAuditor } from '../audit/record.ts'
import { sealAudit } from '../audit/seal.ts'
import { manage } from '../manage/manage.ts'
import { withDatabase } from '../testing/database.ts'
import { loadPriceList, modelledPrices } from './price-list.ts'
import { type Grouping, readStatement } from './statement.ts'

const database = withDatabase()
const directory = mkdtempSync(join(tmpdir(), 'sagsgang-metering-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

let now = ''
const auditor = createAuditor(Buffer.alloc(32, 'test'), () => new Date(now))

interface Noted {
  readonly at: string
  readonly service: string
  readonly action?: string
  readonly outcomes: readonly string[]
  readonly user?: string
  readonly authority?: string
}

/** As the door to the register notes a call: before, and after. */
async function note({ at, service, outcomes, ...of }: Noted): Promise<void> {
  now = at
  const actor = { user: of.user ?? 'senior', role: 'senior', authority: of.authority ?? '0851' }
  const action = of.action ?? 'register.lookUp'
  for (const outcome of outcomes)
    await auditor.record(database.db(), { actor, action, outcome, service })
}

beforeAll(async () => {
  const found = ['intended', 'found']
  await note({ at: '2026-10-31T22:59:59Z', service: 'STAM', outcomes: found })
  await note({ at: '2026-10-31T23:00:00Z', service: 'STAM', outcomes: found })
  await note({ at: '2026-11-16T12:00:00Z', service: 'STAM', outcomes: found })
  await note({ at: '2026-11-16T12:00:01Z', service: 'STAM', outcomes: ['intended', 'failed'] })
  await note({ at: '2026-11-16T12:00:02Z', service: 'NVNSOG2', outcomes: found, user: '=cmd' })
  await note({ at: '2026-11-17T12:00:00Z', service: 'STAM', outcomes: found, authority: '0101' })
  const saved = { at: '2026-11-18T12:00:00Z', service: 'FLYT-I' }
  await note({ ...saved, action: 'update.initiate', outcomes: ['intended', 'accepted'] })
  await note({ ...saved, action: 'update.intended', outcomes: ['intended'] })
  await note({ ...saved, action: 'update.result', outcomes: ['unknown'] })
  await note({ at: '2026-11-30T23:00:00Z', service: 'STAM', outcomes: found })
  // What is noted beside calls is none.
  await note({
    at: '2026-11-18T12:00:00Z',
    service: 'STAM',
    action: 'case.step',
    outcomes: ['intended'],
  })
  await sealAudit(database.db())
})

function priceFile(content: unknown): string {
  const file = join(directory, 'prices.json')
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}

const read = (by: Grouping, prices = modelledPrices, limit = 100) =>
  readStatement(database.db(), { month: '202611', by, authority: '0851' }, { prices, limit })

test('the calls of a Danish month are counted by service', async () => {
  const none = { authority: null, user: null, case: null }
  expect(await read('service')).toEqual([
    {
      ...none,
      service: 'FLYT-I',
      action: 'update.initiate',
      calls: 1,
      failed: 0,
      unitPrice: 0,
      amount: 0,
    },
    {
      ...none,
      service: 'FLYT-I',
      action: 'update.intended',
      calls: 1,
      failed: 1,
      unitPrice: 0,
      amount: 0,
    },
    {
      ...none,
      service: 'NVNSOG2',
      action: 'register.lookUp',
      calls: 1,
      failed: 0,
      unitPrice: 5000,
      amount: 5000,
    },
    {
      ...none,
      service: 'STAM',
      action: 'register.lookUp',
      calls: 3,
      failed: 1,
      unitPrice: 2500,
      amount: 7500,
    },
  ])
})

test('they are counted by user and no further than asked', async () => {
  const users = (await read('user')).map(({ user, service, calls }) => [user, service, calls])
  expect(users).toContainEqual(['=cmd', 'NVNSOG2', 1])
  expect(users).toContainEqual(['senior', 'STAM', 3])
  expect(await read('user', modelledPrices, 2)).toHaveLength(2)
})

test('a price that changes within the month splits it', async () => {
  const prices = loadPriceList(
    priceFile({
      currency: 'DKK',
      periods: [
        { from: '2026-11-16', kinds: {}, services: { stam: '0.1234' } },
        { from: '2026-01-01', kinds: { lookup: '1' }, services: {} },
      ],
    }),
  )
  const of = (await read('service', prices)).filter(({ service }) => service === 'STAM')
  expect(of.map(({ calls, unitPrice, amount }) => [calls, unitPrice, amount])).toEqual([
    [1, 10_000, 10_000],
    [2, 1_234, 2_468],
  ])
})

test.each([
  ['no JSON', '{'],
  [
    'a price that is a number',
    { currency: 'DKK', periods: [{ from: '2026-01-01', kinds: { lookup: 1 }, services: {} }] },
  ],
  ['no day', { currency: 'DKK', periods: [{ from: '20260101', kinds: {}, services: {} }] }],
  ['no periods', { currency: 'DKK', periods: [] }],
])('a price list with %s is refused by name', (_, content) => {
  expect(() => loadPriceList(priceFile(content))).toThrow(/^PRICE_LIST_FILE /u)
})

test('an operator has all of it written into a file', async () => {
  const file = join(directory, 'november.csv')
  const said: string[] = []
  const say = (line: string) => void said.push(line)
  const environment = { DATA_DIR: database.directory() }
  const words = ['statement', '202611', file]
  expect(await manage({ words, environment, say, complain: say })).toBe(0)
  expect(said[0]).toBe('5 rows, 7 calls, 1.50 DKK')
  const lines = readFileSync(file, 'utf8').split('\r\n')
  expect(lines[0]).toMatch(/^\u{FEFF}måned;myndighed;bruger;sag;/u)
  expect(lines).toContain("202611;0851;'=cmd;;NVNSOG2;register.lookUp;1;0;0,5000;0,5000;DKK")
  expect(lines).toHaveLength(7)
  expect(await manage({ words, environment, say, complain: say })).not.toBe(0)
})

test.each([['202613', 'x.csv'], ['202611'], ['202611', '--all'], ['202611', 'x.csv', 'more']])(
  'a statement typed as %s %s shows how it is typed',
  async (...words) => {
    const said: string[] = []
    const say = (line: string) => void said.push(line)
    const environment = { DATA_DIR: database.directory() }
    const exit = await manage({ words: ['statement', ...words], environment, say, complain: say })
    expect([exit, said.at(1)]).toEqual([64, 'usage: pnpm manage <command>'])
  },
)
