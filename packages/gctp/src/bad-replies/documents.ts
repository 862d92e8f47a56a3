import { type BadReply, because, bend, grown, latin1, row, valued } from './bend.ts'
import type { GoodReply } from './good-replies.ts'

/** What no XML of ours may be, whatever it says. */
export function listBadDocuments(good: GoodReply): readonly BadReply[] {
  return [documentTypes, references, limits, encodings, forms].flatMap((list) => list(good))
}

const utf8 = (text: string) => Buffer.from(text, 'utf8')

function documentTypes({ text }: GoodReply): readonly BadReply[] {
  const laughs = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "&l${at};&l${at};">`)
  const type = (inside: string, body = text) => row('', 'dtd', `<!DOCTYPE root ${inside}>${body}`)
  return [
    { ...type(''), name: 'a document type' },
    { ...type('[<!ENTITY a "b">]', valued(text, '&a;')), name: 'an entity of its own' },
    { ...type(`[<!ENTITY l0 "ha">${laughs.join('')}]`), name: 'entities within entities' },
    { ...type(`[<!ENTITY a "${'x'.repeat(50_000)}">]`), name: 'an entity to be repeated' },
    { ...type('[<!ENTITY a "b">]'.repeat(2_000)), name: 'a thousand entities' },
    { ...type('SYSTEM "file:///etc/hostname"'), name: 'a type from a file' },
    { ...type('SYSTEM "http://127.0.0.1:9/x.dtd"'), name: 'a type from an address' },
    { ...type('[<!ENTITY a SYSTEM "file:///etc/hostname">]'), name: 'an entity from a file' },
    row('an entity without a type', 'dtd', grown(text, '<!ENTITY a "b">')),
    row('a type within the root', 'dtd', grown(text, '<!doctype a>')),
    row('an instruction before the root', 'dtd', `<?php x?>${text}`),
    row('an instruction after the root', 'dtd', `${text}<?x?>`),
    row('a style sheet', 'dtd', `<?xml-stylesheet href="x.xsl"?>${text}`),
    row('a declaration after a blank', 'dtd', ` <?xml version="1.0"?>${text}`),
    row('two declarations', 'dtd', `${'<?xml version="1.0"?>'.repeat(2)}${text}`),
  ]
}

function references({ text }: GoodReply): readonly BadReply[] {
  return [
    row(
      'many references in values',
      'limit',
      grown(text, `<a b="${'&#65;'.repeat(9_000)}"/>`.repeat(2)),
    ),
    row('a million references in half a megabyte', 'limit', grown(text, '&#1;'.repeat(200_000))),
    row('a reference to NUL', 'controlCharacter', valued(text, '&#0;')),
    row('a reference to backspace', 'controlCharacter', valued(text, '&#8;')),
    row('a reference to a C1 sign', 'controlCharacter', valued(text, '&#x80;')),
    row('a reference beyond Unicode', 'malformed', valued(text, '&#x110000;')),
    row('a reference to half a pair', 'malformed', valued(text, '&#xD800;')),
    row('an unknown entity', 'malformed', valued(text, '&unknown;')),
    row('an unknown entity in a text', 'malformed', grown(text, '<a>&nbsp;</a>')),
    row('a bare ampersand', 'malformed', valued(text, 'a & b')),
    row('a reference without end', 'malformed', valued(text, '&#65')),
  ]
}

const nested = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth)
const attributes = (count: number) =>
  Array.from({ length: count }, (_, at) => ` a${at}="1"`).join('')

function limits({ text }: GoodReply): readonly BadReply[] {
  return [
    row('elements 33 deep', 'limit', grown(text, nested(29))),
    row('elements that would exhaust a stack', 'limit', nested(100_000)),
    row('more than 20,000 elements', 'limit', grown(text, '<a/>'.repeat(20_001))),
    row('more than 64 attributes', 'limit', grown(text, `<a${attributes(65)}/>`)),
    row('a value of more than 64 KiB', 'limit', valued(text, 'x'.repeat(64 * 1024 + 1))),
    row('more than 1 MiB', 'tooLarge', text + ' '.repeat(1024 * 1024)),
  ]
}

const declared = (text: string, encoding: string) =>
  `<?xml version="1.0" encoding="${encoding}"?>${text}`

const misencoded = (name: string, bytes: Uint8Array, contentType?: string): BadReply => ({
  name,
  reason: 'encoding',
  bytes,
  ...(contentType !== undefined && { contentType }),
})

function encodings({ text }: GoodReply): readonly BadReply[] {
  const danish = valued(text, 'Sørensen')
  const own = 'text/xml;charset=ISO-8859-1'
  return [
    misencoded('UTF-8 that calls itself Latin-1', utf8(declared(danish, 'ISO-8859-1'))),
    misencoded('Latin-1 that calls itself UTF-8', latin1(declared(danish, 'UTF-8'))),
    misencoded('UTF-8 that does not say so', utf8(danish)),
    misencoded('UTF-8 with the header of Latin-1', utf8(danish), own),
    misencoded(
      'a text encoded twice',
      utf8(utf8(danish).toString('latin1')),
      'text/xml;charset=UTF-8',
    ),
    misencoded('Latin-1 that calls itself ASCII', latin1(declared(danish, 'US-ASCII'))),
    misencoded('UTF-16 with a mark', Buffer.from(`\uFEFF${text}`, 'utf16le'), own),
    misencoded('UTF-16 without a mark', Buffer.from(text, 'utf16le')),
    misencoded('UTF-16 the other way round', Buffer.from(text, 'utf16le').swap16()),
    misencoded('an encoding nobody agreed on', latin1(declared(text, 'windows-1252'))),
    misencoded(
      'a header against its declaration',
      latin1(declared(text, 'ISO-8859-1')),
      'text/xml;charset=UTF-8',
    ),
    misencoded('a declaration against its header', latin1(declared(text, 'UTF-8')), own),
    misencoded('a mark against its declaration', utf8(`\uFEFF${declared(text, 'ISO-8859-1')}`)),
    misencoded('a mark against its header', utf8(`\uFEFF${text}`), own),
  ]
}

const malformed = because('malformed')

function forms({ text }: GoodReply): readonly BadReply[] {
  return [
    malformed('a text after the root', `${text} x`),
    malformed('a text before the root', `x${text}`),
    malformed('a no-break space after the root', `${text}\u00A0`),
    malformed('a second root', text + text),
    malformed('tags that do not match', bend(text, '</Rolle>', '</Roller>')),
    malformed('a tag left open', bend(text, '</Gctp>', '')),
    malformed('an end cut off', text.slice(0, -1)),
    malformed('one attribute twice', bend(text, 'v="0"/>', 'v="0" v="172"/>')),
    malformed('a value without quotes', bend(text, 'v="0"/>', 'v=0/>')),
    malformed('a value without a name', bend(text, 'v="0"/>', '="0"/>')),
    malformed('attributes without a blank', bend(text, 't="" v="0"', 't=""v="0"')),
    malformed('a no-break space between attributes', bend(text, 't="" v="0"', 't=""\u00A0v="0"')),
    malformed('an angle bracket in a value', valued(text, '<b')),
    malformed('an ordinal sign for a name', bend(text, 'v="0"/>', 'v="0" \u00AA="1"/>')),
    malformed('a raised digit in a name', grown(text, '<a\u00B2/>')),
    malformed('a prefix that nobody bound', bend(text, 'v="0"/>', 'v="0" x:y="1"/>')),
    malformed('an element of an unbound prefix', grown(text, '<x:y/>')),
    malformed('two prefixes in one name', grown(text, '<a:b:c/>')),
    malformed('a prefix bound to nothing', bend(text, '<root ', '<root xmlns:x="" ')),
    malformed('a prefix that is reserved', bend(text, '<root ', '<root xmlns:xml="u" ')),
    malformed(
      'one attribute under two prefixes',
      grown(text, '<a xmlns:x="u" xmlns:y="u" x:b="1" y:b="2"/>'),
    ),
    malformed('a comment left open', `${text}<!-- `),
    malformed('two hyphens in a comment', `${text}<!-- -- -->`),
    malformed('a section left open', bend(text, '</Gctp>', '<![CDATA[</Gctp>')),
    row('a NUL', 'controlCharacter', valued(text, '\u0000')),
    row('a letter of windows-1252', 'controlCharacter', valued(text, '\u0080')),
    row('a NUL after the root', 'controlCharacter', `${text}\u0000`),
  ]
}
