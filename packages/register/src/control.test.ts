import { createClient } from '@sagsgang/gctp'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { noFaults } from './faults.ts'
import { play } from './play.ts'
import type { Play } from './play.ts'

let register: Play
let resets = 0
beforeEach(async () => {
  resets = 0
  register = await play({
    onReset: async () => {
      resets += 1
    },
  })
})
afterEach(() => register.close())

const lars = '0707614293'
const rename = {
  service: 'NAVNA-I',
  keys: { PNR: lars },
  data: { FORNVN: 'Lars', EFTERNVN: 'Nyt' },
  authority: '7001',
}

const breakWith = (faults: object) =>
  register.control('PUT', '/control/faults', { ...noFaults, ...faults })
const isRenamed = async () => (await register.rows(lars, 'name')).length === 2

test('a lost reply was applied, and says so', async () => {
  await breakWith({ loseReply: 1 })
  expect((await register.report(rename)).type).toBe('unknown')
  expect(await isRenamed()).toBe(true)
  expect(await register.applied()).toMatchObject([
    { seq: 1, service: 'NAVNA-I', event: 'name-change', keys: { PNR: lars }, reply: 'lost' },
  ])
})

test('a lost request was never applied by anybody', async () => {
  await breakWith({ loseRequest: 1 })
  expect((await register.report(rename)).type).toBe('unknown')
  expect(await isRenamed()).toBe(false)
  expect(await register.applied()).toEqual([])
})

test('a truncated reply is no reply to the client', async () => {
  await breakWith({ truncateReply: 1 })
  expect((await register.report(rename)).type).toBe('unknown')
  expect(await isRenamed()).toBe(true)
})

test('a late save is applied once its time comes', async () => {
  await breakWith({ lateApply: { p: 1, ms: 600_000 } })
  expect((await register.report(rename)).type).toBe('unknown')
  expect(await isRenamed()).toBe(false)
  await register.control('PUT', '/control/clock', { advance: { seconds: 601 } })
  expect(await isRenamed()).toBe(true)
  expect(await register.applied()).toMatchObject([{ reply: 'lost' }])
})

test('lookups are spared the fates of saves', async () => {
  await breakWith({ loseRequest: 1, loseReply: 1, truncateReply: 1 })
  expect((await register.look('STAM', { PNR: lars })).type).toBe('found')
})

test('a closed register answers nothing but that', async () => {
  await breakWith({ closed: true })
  expect(await register.look('STAM', { PNR: lars })).toEqual({ type: 'failed', reason: 'closed' })
  await breakWith({})
  expect((await register.look('STAM', { PNR: lars })).type).toBe('found')
})

test('a refusal asked for comes on its field', async () => {
  await breakWith({ refuse: { service: 'navna-i', field: 'EFTERNVN', code: 4455, text: 'Nej' } })
  expect(await register.report(rename)).toMatchObject({
    type: 'refused',
    receipt: { code: 4455, messages: [{ field: 'EFTERNVN', text: 'Nej', severity: 'error' }] },
  })
  expect((await register.look('STAM', { PNR: lars })).type).toBe('found')
})

test('a slow register still answers in the end', async () => {
  await breakWith({ delayMs: 60 })
  const start = performance.now()
  await register.look('STAM', { PNR: lars })
  expect(performance.now() - start).toBeGreaterThan(100)
})

test('a rejected sign-on keeps everybody out', async () => {
  await breakWith({ rejectSignOn: true })
  expect(await register.look('STAM', { PNR: lars })).toEqual({
    type: 'failed',
    reason: 'signOnRefused',
  })
})

const fates = async () => {
  await breakWith({ seed: 9, loseReply: 0.5 })
  const told: string[] = []
  for (let turn = 0; turn < 12; turn += 1) told.push((await register.report(rename)).type)
  return told
}

test('the same seed draws the same fates again', async () => {
  const first = await fates()
  expect(new Set(first).size).toBe(2)
  expect(await fates()).toEqual(first)
})

test('the clock goes forward and never back', async () => {
  const before = await register.now()
  const put = (body: object) => register.control('PUT', '/control/clock', body)
  expect((await put({ advance: { days: 2, seconds: 5 } })).status).toBe(200)
  const later = await register.now()
  expect(later - before).toBeGreaterThanOrEqual(2 * 86_400_000 + 5000)
  expect(register.register.offset()).toBeGreaterThanOrEqual(2 * 86_400_000 + 5000)
  expect(await (await put({ now: new Date(before).toISOString() })).json()).toEqual({
    error: 'clockGoesForward',
  })
  expect((await put({ now: new Date(later + 60_000).toISOString() })).status).toBe(200)
  await register.report(rename)
  expect((await register.rows(lars, 'name')).at(-1)?.start).toBe(
    new Date(await register.now()).toISOString().slice(0, 10).replaceAll('-', ''),
  )
})

test('a reset brings back the people and tells', async () => {
  await register.report(rename)
  const answer = await register.control('POST', '/control/reset', { population: 250, seed: 4 })
  expect(await answer.json()).toEqual({ people: 285 })
  expect(resets).toBe(1)
  expect(await register.applied()).toEqual([])
  expect(await isRenamed()).toBe(false)
})

test('people are listed by number, by page and criterion', async () => {
  const first = await register.people('limit=3')
  const next = await register.people(`limit=3&after=${first.at(-1)?.pnr}`)
  const six = await register.people('limit=6')
  expect([...first, ...next]).toEqual(six)
  const dead = await register.people('status=90&civilStatus=D')
  expect(dead.length).toBeGreaterThan(0)
  expect(new Set(dead.map(({ status }) => status))).toEqual(new Set(['90']))
})

const bad: readonly (readonly [string, unknown, number, string])[] = [
  ['GET /control/applied?after=x', undefined, 400, 'badAfter'],
  ['GET /control/people?limit=-1', undefined, 400, 'badQuery'],
  ['GET /control/people?colour=red', undefined, 400, 'badQuery'],
  ['GET /control/person/12', undefined, 400, 'badPnr'],
  ['GET /control/person/0101010101', undefined, 404, 'noSuchPerson'],
  ['PUT /control/faults', { loseReply: 2 }, 400, 'badFaults'],
  ['PUT /control/faults', { unknown: 1 }, 400, 'badFaults'],
  ['PUT /control/faults', [], 400, 'badFaults'],
  ['PUT /control/faults', { refuse: { service: 'X' } }, 400, 'badFaults'],
  ['PUT /control/clock', {}, 400, 'badClock'],
  ['PUT /control/clock', { now: 'yesterday' }, 400, 'badClock'],
  ['PUT /control/clock', { advance: { weeks: 1 } }, 400, 'badClock'],
  ['PUT /control/clock', { advance: { days: -1 } }, 400, 'badClock'],
  ['PUT /control/clock', { now: '2' }, 400, 'badClock'],
  ['PUT /control/clock', { advance: [] }, 400, 'badClock'],
  ['PUT /control/clock', { advance: { days: 1e9 } }, 400, 'badClock'],
  ['PUT /control/clock', { now: '9999-12-31' }, 400, 'badClock'],
  ['POST /control/reset', [], 400, 'badReset'],
  ['POST /control/reset', { population: -5 }, 400, 'badReset'],
  ['POST /control/reset', { population: 50_001 }, 400, 'badReset'],
  ['POST /control/reset', { people: 5 }, 400, 'badReset'],
  ['GET /control/nothing', undefined, 404, 'noSuchAddress'],
  ['GET /cpr-online-gctp/gctp', undefined, 405, 'postOnly'],
]

test.each(bad)('%s answers with a word', async (address, body, status, error) => {
  const [method = '', path = ''] = address.split(' ')
  const answer = await register.control(method, path, body)
  expect(answer.status).toBe(status)
  expect(await answer.json()).toEqual({ error })
})

test('a body that is no JSON is a bad one', async () => {
  const answer = await fetch(`${register.register.origin}/control/clock`, {
    method: 'PUT',
    body: '{"now":',
  })
  expect([answer.status, await answer.json()]).toEqual([400, { error: 'badJson' }])
})

test('an empty criterion is none at all', async () => {
  const empty = await register.control('GET', '/control/people?status=&civilStatus=&limit=&after=')
  const all = await register.control('GET', '/control/people')
  expect(await empty.json()).toEqual(await all.json())
})

test.each([
  { is: 'cut', body: '<root><Gctp', told: 'malformed' },
  { is: 'of another charset', type: 'text/xml; charset=utf-16', told: 'encoding' },
  { is: 'without end', body: ' '.repeat(8 * 1024 * 1024), status: 413, told: 'too large' },
])('a message $is is told why', async (message) => {
  const { body = '<root/>', type = 'text/xml', status = 400, told } = message
  const init = { method: 'POST', body, headers: { 'Content-Type': type } }
  for (const answer of [
    await fetch(register.register.url, init),
    await fetch(register.register.url, init),
  ]) {
    expect(answer.status).toBe(status)
    expect(await answer.text()).toContain(told)
  }
})

test('another host name does not reach the controls', async () => {
  const { port } = register.register
  const status = await new Promise((resolve, reject) => {
    import('node:http').then(({ get }) => {
      const headers = { host: 'elsewhere.example' }
      get({ port, path: '/control/clock', headers }, (answer) => {
        resolve(answer.statusCode)
        answer.resume()
      }).on('error', reject)
    }, reject)
  })
  expect(status).toBe(403)
})

test('five wrong passwords lock the user out', async () => {
  const wrong = { service: 'STAM', keys: { PNR: lars } }
  const reasons: string[] = []
  for (let turn = 0; turn < 5; turn += 1) {
    const { url } = register.register
    const client = createClient({ url, user: 'WTST0001', password: 'Forkert-1' })
    const answer = await client.lookUp(wrong.service, wrong.keys)
    if (answer.type === 'failed') reasons.push(answer.reason)
    await client.close()
  }
  expect(reasons.slice(0, 4)).toEqual(Array(4).fill('signOnRefused'))
  expect(reasons[4]).toBe('locked')
  expect(await register.look('STAM', { PNR: lars })).toEqual({ type: 'failed', reason: 'locked' })
})
