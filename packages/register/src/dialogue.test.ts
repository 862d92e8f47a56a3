import type { Fields, Update } from '@sagsgang/gctp'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { addDays, danishDate } from './dates.ts'
import { noFaults } from './faults.ts'
import { play } from './play.ts'
import type { Play, Story } from './play.ts'

let register: Play
beforeAll(async () => {
  register = await play()
})
beforeEach(async () => {
  await register.control('PUT', '/control/faults', noFaults)
})
afterAll(() => register.close())

const lars = '0707614293'
const mette = '1306814172'
const dorte = '1306814180'
const bettina = '0709614096'
const jorgen = '0709614231'

const rename = (EFTERNVN: string, pnr = lars): Update => ({
  service: 'NAVNA-I',
  keys: { PNR: pnr },
  authority: '7001',
  data: { FORNVN: 'Lars', EFTERNVN },
})

async function begin(update: Update) {
  const begun = await register.client.initiate(update)
  if (begun.type !== 'accepted') throw new Error(`initiation was ${begun.type}`)
  return begun
}

const save = async (update: Update, timestamp: string) => {
  const { service, keys, authority } = update
  const dialogue = { service, keys, authority, timestamp }
  return register.client.save(register.client.prepareSave(dialogue, update))
}

const codeOf = (answer: object): unknown =>
  'receipt' in answer && typeof answer.receipt === 'object' && answer.receipt !== null
    ? Reflect.get(answer.receipt, 'code')
    : null

test('initiation shows what may be filled in today', async () => {
  expect((await begin(rename('Ny'))).current).toMatchObject({
    FORNVN: 'Lars',
    EFTERNVN: 'Henriksen',
    MYNKOD: '7001',
    HDTO: '',
  })
})

test('validation alone changes nothing in the register', async () => {
  const update = rename('Uprøvet')
  const { dialogue } = await begin(update)
  expect((await register.client.validate(dialogue, update)).type).toBe('accepted')
  expect(await register.rows(lars, 'name')).toHaveLength(1)
})

test('a closed conversation does nothing more', async () => {
  const update = rename('Lukket')
  const { dialogue } = await begin(update)
  expect((await save(update, dialogue.timestamp)).type).toBe('accepted')
  expect(await save(update, dialogue.timestamp)).toEqual({ type: 'unsent', reason: 'lapsed' })
  expect(await register.applied()).toHaveLength(1)
})

test('an aborted conversation stores nothing at all', async () => {
  const update = rename('Afbrudt')
  const { dialogue } = await begin(update)
  await register.client.abort(dialogue)
  expect((await save(update, dialogue.timestamp)).type).toBe('unsent')
})

test('keys may not change once they are given', async () => {
  const { dialogue } = await begin(rename('Nøgle'))
  const other = rename('Nøgle', mette)
  expect(codeOf(await save(other, dialogue.timestamp))).toBe(5404)
})

test('the later of two saves on one person starts over', async () => {
  const [one, other] = [rename('Første'), rename('Anden')]
  const [first, second] = [await begin(one), await begin(other)]
  expect((await save(one, first.dialogue.timestamp)).type).toBe('accepted')
  expect(await save(other, second.dialogue.timestamp)).toEqual({
    type: 'unsent',
    reason: 'lapsed',
  })
})

test('half an hour of silence ends a conversation', async () => {
  const update = rename('Sent')
  const { dialogue } = await begin(update)
  await register.control('PUT', '/control/clock', { advance: { seconds: 31 * 60 } })
  expect((await save(update, dialogue.timestamp)).type).toBe('unsent')
})

const address = { KOMKOD: '0851', VEJKOD: '8511', HUSNR: '016' }
const marriage = (PNR: string, SPNR: string, more: Fields = {}): Story => ({
  service: 'VIELS-I',
  keys: { PNR, SPNR },
  data: { VIELSESMYN: '0851', ...more },
})

const refusals: readonly (readonly [string, Story, number, string | null])[] = [
  ['an unknown authority', { ...marriage(lars, mette), authority: '9999' }, 4, null],
  ['a type without access', { ...marriage(lars, mette), authority: '1401' }, 5, null],
  ['an unknown service', { service: 'INTET-I', keys: {} }, 15, null],
  ['an unknown field', marriage(lars, mette, { UKENDT: '1' }), 16, 'UKENDT'],
  ['a missing field', { ...marriage(lars, mette), data: {} }, 17, 'VIELSESMYN'],
  ['letters for digits', marriage(lars, mette, { VIELSESMYN: 'abcd' }), 37, 'VIELSESMYN'],
  ['a date that is none', marriage(lars, mette, { HDTO: '20260231' }), 40, 'HDTO'],
  ['a malformed number', marriage('3113991234', mette), 52, 'PNR'],
  ['a number nobody has', marriage('0101010101', mette), 172, 'PNR'],
  [
    'a digit in a name',
    { service: 'NAVNA-I', keys: { PNR: lars }, data: { FORNVN: 'L4rs', EFTERNVN: 'H' } },
    60,
    'FORNVN',
  ],
  ['a country as authority', marriage(lars, mette, { MYNKOD: '5100' }), 5322, 'MYNKOD'],
  ['a number given up', marriage('0708614246', lars), 5408, 'PNR'],
  ['somebody married', marriage(lars, bettina), 5408, 'SPNR'],
  ['sisters', marriage(mette, dorte), 5408, 'SPNR'],
  ['oneself', marriage(lars, lars), 5408, 'SPNR'],
  ['tomorrow', marriage(lars, mette, { HDTO: '20991231' }), 5408, 'HDTO'],
  ['a day before the present row', marriage(lars, mette, { HDTO: '19500101' }), 5408, 'PNR'],
  [
    'a road that is not there',
    { service: 'FLYT-I', keys: { PNR: bettina }, data: { ...address, VEJKOD: '1234' } },
    5408,
    'VEJKOD',
  ],
  [
    'a house that is not there',
    { service: 'FLYT-I', keys: { PNR: bettina }, data: { ...address, HUSNR: '120' } },
    5408,
    'HUSNR',
  ],
  [
    'a move of somebody abroad',
    { service: 'FLYT-I', keys: { PNR: '0709614258' }, data: address },
    5408,
    'PNR',
  ],
  [
    'a move before the present one',
    { service: 'FLYT-I', keys: { PNR: bettina }, data: { ...address, HDTO: '20000101' } },
    5408,
    'HDTO',
  ],
  ['a death of the dead', { service: 'DOD-I', keys: { PNR: '0708614327' } }, 5408, 'PNR'],
  [
    'a widow whose spouse lives',
    { service: 'ENKE-I', keys: { PNR: jorgen }, data: { HDTO: '20261101' } },
    5408,
    'HDTO',
  ],
  [
    'a second father',
    { service: 'FADER-I', keys: { PNR: mette, FPNR: lars }, authority: '7001' },
    5408,
    'FPNR',
  ],
]

test.each(refusals)('%s is refused with its code', async (_, story, code, field) => {
  const before = await register.applied()
  const told = await register.report({
    ...story,
    authority: story.authority ?? (story.service === 'NAVNA-I' ? '7001' : '0851'),
  })
  expect(told).toMatchObject({ type: 'refused', receipt: { code } })
  const messages = 'receipt' in told ? Reflect.get(told.receipt, 'messages') : []
  expect(messages).toContainEqual(expect.objectContaining({ code, field }))
  expect(await register.applied()).toEqual(before)
})

test('all errors of one layer come together', async () => {
  const told = await register.report(marriage(lars, mette, { HDTO: '2', VIELSESMYN: 'x' }))
  const messages: unknown = 'receipt' in told ? Reflect.get(told.receipt, 'messages') : []
  expect(messages).toMatchObject([{ field: 'HDTO' }, { field: 'VIELSESMYN' }])
})

test('an authority may report what follows on its own', async () => {
  const told = await register.report({
    service: 'NAVNA-I',
    keys: { PNR: dorte },
    data: { FORNVN: 'Dorte', EFTERNVN: 'Nyt' },
    authority: '0851',
  })
  expect(told.type).toBe('accepted')
})

test('data waiting for their day warn once per conversation', async () => {
  const update = { service: 'FLYT-I', keys: { PNR: jorgen }, authority: '0851' }
  const HDTO = addDays(danishDate(await register.now()), 3)
  const ahead = { ...update, data: { ...address, HUSNR: '018', HDTO }, wait: true }
  const told = await save(ahead, (await begin(ahead)).dialogue.timestamp)
  expect(told).toMatchObject({ type: 'accepted', queued: true })
  expect(await register.client.initiate({ ...update, data: address })).toMatchObject({
    type: 'warned',
    receipt: { code: 5407 },
  })
  await register.control('PUT', '/control/clock', { advance: { days: 3 } })
  const rows = await register.rows(jorgen, 'address')
  expect(rows.find(({ current }) => current)).toMatchObject({ houseNumber: '018' })
})

test('a period that starts ahead waits for its day', async () => {
  const STARTDATO = addDays(danishDate(await register.now()), 3)
  const data = { STARTDATO, ADR1: 'Kollegiet' }
  const ahead = { service: 'SUPADR-I', keys: { PNR: mette }, authority: '0851', data, wait: true }
  const told = await save(ahead, (await begin(ahead)).dialogue.timestamp)
  expect(told).toMatchObject({ type: 'accepted', queued: true })
  expect(await register.rows(mette, 'supplementaryAddress')).toEqual([])
  await register.control('PUT', '/control/clock', { advance: { days: 3 } })
  expect(await register.rows(mette, 'supplementaryAddress')).toMatchObject([{ start: STARTDATO }])
})

test('of two weddings the later begins anew', async () => {
  const keys = { PNR: lars, SPNR: mette }
  const wedding = { service: 'VIELS-I', keys, authority: '7001', data: { VIELSESMYN: '0851' } }
  const both = [await begin(wedding), await begin(wedding)]
  const answers = []
  for (const { dialogue } of both) answers.push(await save(wedding, dialogue.timestamp))
  expect(answers[0]).toMatchObject({ type: 'accepted' })
  expect(answers[1]).toMatchObject({ type: 'unsent', reason: 'lapsed' })
})

test('rows that nobody takes are refused, not dropped', async () => {
  const update = { ...rename('Rest'), tables: { BARN: [{ PNR: dorte }] } }
  const answer = await save(update, (await begin(update)).dialogue.timestamp)
  expect(answer).toMatchObject({ type: 'refused', receipt: { code: 16 } })
})
