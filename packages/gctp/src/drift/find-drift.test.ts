import { describe, expect, test } from 'vitest'

import { fixtures, getFixture, replyText } from '../fixtures.ts'
import { readReply } from '../read-reply.ts'
import { findService } from '../services/catalogue.ts'
import type { Drift } from './drift.ts'
import { findDrift } from './find-drift.ts'

const read = (text: string) => readReply(Buffer.from(text, 'latin1'))
const serviceIn = (text: string) => findService(/<Service r="([^"]+)"/.exec(text)?.[1] ?? '')

/** What is noted of an answer, in words. */
function drifts(text: string, isKnownCode?: (field: { code: string }, value: string) => boolean) {
  const described = { service: serviceIn(text), ...(isKnownCode && { isKnownCode }) }
  return findDrift(read(text), described).map(toWords)
}

const toWords = ({ type, place, sample }: Drift) => `${type} ${place} ${sample}`.trim()

const stamp = replyText('STAMP-found')
const names = replyText('NVNSOG2-paged')

/** Fixtures that stand for other servers, for parts of an answer, and for codes that nobody documented. */
const strange = new Set(['STAM-drift-in-utf-8'])
const ordinary = fixtures.filter(({ name }) => !strange.has(name))

const isNews = (drift: string) => /^(?:new|otherFormat|unreadable)/.test(drift)
const isNoSex = ({ code }: { code: string }) => code !== 'KOEN'

describe.each(ordinary)('$name', ({ reply }) => {
  test('says nothing that is not described', () => {
    const found = drifts(Buffer.from(reply).toString('latin1'))
    expect(found.filter(isNews)).toEqual([])
  })
})

test.each(['NVNSOG2-protected', 'FKIRKE1-with-marked'])(
  '%s is whole, in its own order and no drift',
  (name) => {
    expect(drifts(replyText(name))).toEqual([])
  },
)

test.each([
  [
    'a new field',
    stamp.replace('<Field r="KOEN"', '<Field r="HUND" v="Fido 2"/><Field r="KOEN"'),
    'newField HUND Aaaa 9',
  ],
  ['a new status', stamp.replace('r="STATUS" v="01"', 'r="STATUS" v="75"'), 'newCode STATUS 75'],
  [
    'a date without form',
    stamp.replace('r="FOEDDATO" v="19610907"', 'r="FOEDDATO" v="7. sept"'),
    'otherFormat FOEDDATO 9. aaaa',
  ],
  ['a new block', stamp.replace('Praes r="STAMPNR"', 'Praes r="STAMNY"'), 'newPlace STAMNY'],
  ['a new attribute', stamp.replace('r="KOEN"', 'farve="1" r="KOEN"'), 'newAttribute Field@farve'],
  ['a new element', stamp.replace('<CprData', '<Nyt r="a"/><CprData'), 'newElement Service/Nyt'],
  [
    'a new role',
    names.replace('Rolle r="HovedRolle"', 'Rolle r="AndenRolle"'),
    'newPlace AndenRolle',
  ],
  ['a new table', names.replace('Table r="NAVNSOEG"', 'Table r="NAVNNYT"'), 'newPlace NAVNNYT'],
])('%s is noted', (_, text, drift) => {
  expect(drifts(text)).toContain(drift)
})

test('a field or block that is gone is noted', () => {
  expect(drifts(stamp.replace(/<Field r="KOEN"[^>]*>/, ''))).toContain('missingField KOEN')
  expect(drifts(stamp.replace('Praes r="STAMPNR"', 'Praes r="X"'))).toContain(
    'missingPlace STAMPNR',
  )
  const rows = replyText('FKIRKE1-with-marked').replace(/<Field r="CFKI_FKIRK"[^>]*>/, '')
  expect(drifts(rows)).toEqual(['missingField CFKI_FKIRK'])
})

test('another order is noted once, with its first field', () => {
  const [, sex = ''] = /(<Field r="KOEN"[^>]*>)/.exec(stamp) ?? []
  const moved = stamp.replace(sex, '').replace('<Field r="PNR"', `${sex}<Field r="PNR"`)
  expect(drifts(moved).filter((drift) => drift.startsWith('otherOrder'))).toEqual([
    'otherOrder STAMPNR PNR',
  ])
})

test('a code that is in no list is noted as it is', () => {
  expect(drifts(stamp, isNoSex)).toContain('newCode KOEN K')
})

test('a code nobody documented is noted without names', () => {
  const text = replyText('STAMP-not-found')
    .replace('v="172"', 'v="4711"')
    .replace(/t="[^"]*" v="4711"/, 't="Hans Holm 0709614096 er spærret." v="4711"')
  expect(drifts(text)).toEqual(['newReceipt Kvit/4711 Aaaa Aaaa 9999999999 er spærret.'])
})

test('a state that no profile names is noted', () => {
  const text = replyText('FLYT-I-initiate').replace('a="INIT"', 'a="NYT"')
  expect(drifts(text)).toEqual(['newState CprServiceHeader@a'])
})

test('what cannot be read is noted with its reason', () => {
  const other = { expect: { keys: { PNR: '0701614011' } } }
  const mismatched = readReply(getFixture('STAMP-found').reply, other)
  expect(findDrift(mismatched, { service: undefined })).toEqual([
    { type: 'unreadable', place: 'mismatch', sample: '' },
  ])
})

test('each way and place is noted once in an answer', () => {
  const many = names.replaceAll('<Field r="PNR"', '<Field r="NYT" v="1"/><Field r="PNR"')
  expect(drifts(many).filter((drift) => drift.startsWith('newField'))).toEqual(['newField NYT 9'])
})

test('no sample holds a number, a name or a street', () => {
  const bent = stamp
    .replaceAll(/<Field r="(\w+)" v="([^"]+)"/g, '<Field r="NY_$1" v="$2"')
    .replace('<Field r="NY_PNR"', '<Field r="0709614096" v="Fido"/><Field r="NY_PNR"')
  const told = JSON.stringify(findDrift(read(bent), { service: serviceIn(bent) }))
  for (const word of ['0709614096', 'Folmersen', 'Bettina', 'Svinget', '19610907', 'Fido'])
    expect(told).not.toContain(word)
})
