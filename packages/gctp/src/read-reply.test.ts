import { expect, test } from 'vitest'

import { getFixture, replyText } from './fixtures.ts'
import type { UnreadableReason } from './message.ts'
import { type Expectation, readReply } from './read-reply.ts'

const bytes = (text: string) => Buffer.from(text, 'latin1')
const utf8 = (text: string) => Buffer.from(text, 'utf8')
const good = replyText('STAMP-found')
const receipt = '<Kvit r="Ok" t="" v="0"/>'
const save = replyText('FLYT-I-save')

function reasonOf(content: Uint8Array, contentType?: string): UnreadableReason | 'read' {
  const read = readReply(content, contentType === undefined ? {} : { contentType })
  return read.type === 'unreadable' ? read.reason : 'read'
}

/** The good reply with one thing bent. */
function bent(from: string, to: string): Uint8Array {
  if (!good.includes(from)) throw new Error(`nothing to bend: ${from}`)
  return bytes(good.replace(from, to))
}

const entity = (reference: string) => bent('Bettina Folmersen', reference)
const declared = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?>${good}`
const danish = (encoding: string) => declared(encoding).replaceAll('Bettina', 'Ærø-Øst Müller')

test('Latin-1 and UTF-8 give the same value', () => {
  const replies = [
    readReply(bytes(danish('ISO-8859-1'))),
    readReply(bytes(danish('ISO-8859-1')), { contentType: 'text/xml;charset=iso-8859-1' }),
    readReply(utf8(danish('UTF-8'))),
    readReply(utf8(`\uFEFF${danish('UTF-8')}`), { contentType: 'text/xml; charset="utf-8"' }),
  ]
  expect(replies[0]?.type).toBe('read')
  for (const reply of replies) expect(reply).toEqual(replies[0])
})

test('an attribute of a bound prefix is drift', () => {
  const drift = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="0"'
  expect(reasonOf(bent('<root ', `<root ${drift} `))).toBe('read')
})

test('a line break in a value is one blank', () => {
  const [read, expected] = ['\r\n', ' '].map((gap) => readReply(entity(`Bettina${gap}Folmersen`)))
  expect(read?.type).toBe('read')
  expect(read).toEqual(expected)
})

test('nested and beside, one CprData but not both', () => {
  const nestedData = replyText('NAVNE3-version-1-bare')
  const data = /<CprData[^]*<\/CprData>/.exec(nestedData)?.[0] ?? ''
  expect(reasonOf(bytes(nestedData))).toBe('read')
  expect(
    reasonOf(bytes(nestedData.replace('</CprServiceHeader>', `</CprServiceHeader>${data}`))),
  ).toBe('grammar')
})

test.each<[string, string, Expectation, string]>([
  ['the service in another letter case', save, { service: 'flyt-i' }, 'read'],
  ['another service', save, { service: 'VIELS-I' }, 'mismatch'],
  ['another conversation', save, { dialogue: '20250301102211004513' }, 'mismatch'],
  ['another person', save, { keys: { PNR: '0709614096' } }, 'mismatch'],
  ['another person in a lookup', good, { keys: { PNR: '0709614231' } }, 'mismatch'],
  ['the person asked for', good, { keys: { PNR: '0709614096' } }, 'read'],
  ['another kind of call', save, { type: 'read' }, 'mismatch'],
  ['a sign-on that succeeded', replyText('signon-done'), { type: 'read' }, 'mismatch'],
  ['a refusal for want of sign-on', replyText('STAMP-not-signed-on'), { service: 'STAMP' }, 'read'],
])('an answer about %s is judged by its echo', (_, text, expectation, outcome) => {
  const read = readReply(bytes(text), { expect: expectation })
  expect(read.type === 'read' ? 'read' : read.reason).toBe(outcome)
})

test('blocks about others do not change whose answer it is', () => {
  const block = '<Praes r="AEGTE"><Field r="PNR" v="0709614231"/></Praes>'
  const [before, after] = [
    bent('<Praes r="STAMPNR">', `${block}$&`),
    bent('</Praes>', `$&${block}`),
  ]
  const outcomes = (pnr: string) =>
    [before, after].map((reply) => readReply(reply, { expect: { keys: { PNR: pnr } } }).type)
  expect(outcomes('0709614096')).toEqual(['read', 'read'])
  expect(outcomes('0701614011')).toEqual(['unreadable', 'unreadable'])
  const own = bytes(good.replace('<Praes r="STAMPNR">', '<Field r="PNR" v="0709614231"/>$&'))
  expect(readReply(own, { expect: { keys: { PNR: '0709614096' } } }).type).toBe('unreadable')
})

test.each(['0101010001', '0x1F', '1e5', '  x ', 'toString'])(
  'odd value %# stays what it is',
  (value) => {
    const read = readReply(entity(value))
    const block = read.type === 'read' ? read.message.roles[0]?.blocks['STAMPNR'] : undefined
    expect(block?.['ADRNVN']?.text).toBe(value)
  },
)

test('names of the language itself are only data', () => {
  const names = ['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString']
  const elements = names.map((name) => `<${name} ${name}="1"/>`).join('')
  const read = readReply(bent(receipt, receipt + elements))
  expect(read.type === 'read' && read.message.unknown).toEqual(
    names.map((name) => `Service/${name}`),
  )
  expect(Object.hasOwn(Object.prototype, '1')).toBe(false)
  expect(readReply(getFixture('STAM-drift-in-utf-8').reply)).toMatchObject({ type: 'read' })
})
