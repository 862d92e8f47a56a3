import { expect, test } from 'vitest'

import { getFixture, replyText } from './fixtures.ts'
import type { UnreadableReason } from './message.ts'
import { type Expectation, readReply } from './read-reply.ts'

const bytes = (text: string) => Buffer.from(text, 'latin1')
const utf8 = (text: string) => Buffer.from(text, 'utf8')
const good = replyText('STAMP-found')
const receipt = '<Kvit r="Ok" t="" v="0"/>'
const field = '<Field r="PNR" v="0709614096"/>'
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

test.each<[string, UnreadableReason, Uint8Array]>([
  ['nothing at all', 'empty', bytes('')],
  ['only white space', 'empty', bytes(' \n')],
  ['a document type', 'dtd', bytes(`<!DOCTYPE root>${good}`)],
  ['a nested entity', 'dtd', bytes(`<!DOCTYPE r [<!ENTITY a "b">]>${good}`)],
  ['an external entity', 'dtd', bytes(`<!DOCTYPE r SYSTEM "http://x/y">${good}`)],
  ['a processing instruction', 'dtd', bytes(`<?php x?>${good}`)],
  ['a declaration not at the start', 'dtd', bytes(` <?xml version="1.0"?>${good}`)],
  ['a NUL', 'controlCharacter', entity('\u0000')],
  ['a windows-1252 letter', 'controlCharacter', entity('\u0080')],
  ['a reference to NUL', 'controlCharacter', entity('&#0;')],
  ['a reference to backspace', 'controlCharacter', entity('&#8;')],
  ['a reference beyond Unicode', 'malformed', entity('&#x110000;')],
  ['a reference to half a pair', 'malformed', entity('&#xD800;')],
  ['an unknown entity', 'malformed', entity('&unknown;')],
  ['a bare ampersand', 'malformed', entity('a & b')],
  ['an unquoted value', 'malformed', bent('v="01"', 'v=01')],
  ['a value with an angle bracket', 'malformed', entity('<b')],
  ['the same attribute twice', 'malformed', bent('v="01"', 'v="01" v="90"')],
  ['attributes without a blank', 'malformed', bent('v="01"', 'v="01"x="1"')],
  ['mismatched tags', 'malformed', bent('</Praes>', '</Prae>')],
  ['an unclosed tag', 'malformed', bent('</Gctp>', '')],
  ['text after the root', 'malformed', bytes(`${good} x`)],
  ['a second root', 'malformed', bytes(good + good)],
  ['plain text', 'malformed', bytes('OK')],
  ['JSON', 'malformed', bytes('{"v":0}')],
  ['a no-break space outside the root', 'malformed', bytes(`${good}\u00A0`)],
  ['a no-break space between attributes', 'malformed', bent(' v="01"', '\u00A0v="01"')],
  ['an ordinal sign for a name', 'malformed', bent('v="01"', 'v="01" \u00AA="1"')],
  ['a raised digit in a name', 'malformed', bent(receipt, `${receipt}<a\u00B2/>`)],
  ['a prefix that nobody bound', 'malformed', bent('v="01"', 'v="01" x:y="1"')],
  ['an element of an unbound prefix', 'malformed', bent(receipt, `${receipt}<x:y/>`)],
  ['two prefixes in one name', 'malformed', bent(receipt, `${receipt}<a:b:c/>`)],
  ['a prefix bound to nothing', 'malformed', bent('<root ', '<root xmlns:x="" ')],
  ['a prefix that is reserved', 'malformed', bent('<root ', '<root xmlns:xml="u" ')],
  [
    'one attribute under two prefixes',
    'malformed',
    bent(receipt, `${receipt}<a xmlns:x="u" xmlns:y="u" x:b="1" y:b="2"/>`),
  ],
  ['an HTML page', 'receipt', bytes('<html><body><p>Velkommen</p></body></html>')],
  ['text inside a known element', 'grammar', bent(field, `x${field}`)],
  ['a field twice', 'grammar', bent(field, field + field)],
  ['two systems', 'receipt', bytes(good.replace(/<System[^]*<\/System>/, '$&$&'))],
  ['its data twice', 'grammar', bytes(good.replace(/<CprData[^]*<\/CprData>/, '$&$&'))],
  ['its header twice', 'grammar', bytes(good.replace(/<CprServiceHeader[^>]*>/, '$&$&'))],
  ['a role twice', 'grammar', bytes(good.replace(/<Rolle[^]*<\/Rolle>/, '$&$&'))],
  ['a block twice', 'grammar', bytes(good.replace(/<Praes[^]*<\/Praes>/, '$&$&'))],
  ['another namespace', 'grammar', bent('http://www.cpr.dk', 'http://www.cpr.example')],
  ['no namespace', 'grammar', bent(' xmlns="http://www.cpr.dk"', '')],
  ['an unknown version', 'grammar', bent('v="2.0"', 'v="3.0"')],
  ['no receipt', 'receipt', bent(receipt, '')],
  ['two receipts', 'receipt', bent(receipt, receipt + receipt)],
  ['a receipt in the data', 'receipt', bent(field, field + receipt)],
  [
    'a receipt at the wrong level',
    'receipt',
    bytes(good.replace(receipt, '').replace('</Gctp>', `${receipt}</Gctp>`)),
  ],
  ['a receipt without code', 'receipt', bent('t="" v="0"', 't=""')],
  ['a receipt with a strange code', 'receipt', bent('t="" v="0"', 't="" v="0x0"')],
  ['an unknown word of receipt', 'receipt', bent('r="Ok"', 'r="Fint"')],
  ['good news with a bad code', 'receipt', bent('t="" v="0"', 't="" v="172"')],
  ['bad news with a good code', 'receipt', bent('r="Ok"', 'r="Fejl"')],
  ['header and service that differ', 'mismatch', bent('<Service r="STAMP">', '<Service r="STAM">')],
])('a reply with %s is unreadable', (_, reason, content) => {
  expect(reasonOf(content)).toBe(reason)
})

test.each<[string, Uint8Array, string | undefined]>([
  [
    'UTF-8 bytes under a Latin-1 declaration',
    utf8(declared('ISO-8859-1').replace('Bettina', 'Åse')),
    undefined,
  ],
  [
    'Latin-1 bytes under a UTF-8 declaration',
    bytes(declared('UTF-8').replace('Bettina', 'Åse')),
    undefined,
  ],
  ['UTF-8 bytes without any declaration', utf8(good.replace('Bettina', 'Søren')), undefined],
  ['text encoded twice', utf8(declared('UTF-8').replace('Bettina', 'SÃ¸ren')), undefined],
  ['UTF-16', Buffer.from(`\uFEFF${good}`, 'utf16le'), undefined],
  ['an encoding nobody agreed on', bytes(declared('windows-1252')), undefined],
  ['a header against the declaration', bytes(declared('ISO-8859-1')), 'text/xml;charset=UTF-8'],
  ['a byte order mark against the declaration', utf8(`\uFEFF${declared('ISO-8859-1')}`), undefined],
])('%s is refused as an encoding', (_, content, contentType) => {
  expect(reasonOf(content, contentType)).toBe('encoding')
})

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

const nested = (depth: number) => `${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}`
const attributes = (count: number) =>
  Array.from({ length: count }, (_, at) => ` a${at}="1"`).join('')

test.each<[string, Uint8Array]>([
  ['deep nesting', bent(receipt, receipt + nested(40))],
  ['nesting that would exhaust a stack', bytes(nested(100_000))],
  ['many elements', bent(receipt, receipt + '<a/>'.repeat(20_001))],
  ['many attributes', bent(receipt, `${receipt}<a${attributes(65)}/>`)],
  ['a long attribute', entity('x'.repeat(64 * 1024 + 1))],
  ['many references', bent(receipt, receipt + `<a b="${'&#65;'.repeat(5_000)}"/>`.repeat(3))],
])('%s is over the limit, and quickly so', (_, content) => {
  const start = performance.now()
  expect(reasonOf(content)).toBe('limit')
  expect(performance.now() - start).toBeLessThan(250)
})

test('a body beyond the cap is not looked at', () => {
  expect(reasonOf(new Uint8Array(1024 * 1024 + 1))).toBe('tooLarge')
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
