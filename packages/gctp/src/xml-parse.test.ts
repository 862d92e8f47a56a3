import { expect, test } from 'vitest'

import { attempt } from './unreadable.ts'
import { parseXml } from './xml-parse.ts'

const declared = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?>`
const readOf = (text: string, encoding: BufferEncoding = 'latin1') =>
  attempt(() => parseXml(Buffer.from(text, encoding), null))
const outcomeOf = (text: string, encoding?: BufferEncoding) => {
  const read = readOf(text, encoding)
  return read.type === 'read' ? 'read' : read.reason
}

test.each([
  ['letters that ASCII does not have', `${declared('us-ascii')}<a b="Søren"/>`, 'encoding'],
  ['nothing but ASCII, called so', `${declared('us-ascii')}<a b="Soren"/>`, 'read'],
  ['a later version of XML', '<?xml version="1.12"?><a/>', 'read'],
  ['half a version of XML', '<?xml version="1."?><a/>', 'malformed'],
  ['a reference with many zeros', '<a b="&#x000000041;&#000000000065;"/>', 'read'],
  ['a reference with too many digits', '<a b="&#x1000041;"/>', 'malformed'],
])('a document with %s is answered rightly', (_, text, outcome) => {
  expect(outcomeOf(text)).toBe(outcome)
})

test.each(['\uFEFF', '\u1680'])('no half blank %# hides a part of a name', (blank) => {
  const text = `${declared('UTF-8')}<a><Kvit${blank}x r="Ok"/></a>`
  expect(outcomeOf(text, 'utf8')).toBe('controlCharacter')
})

test.each([
  'u',
  '../a%20b',
  '//x/y',
  '/a//b',
  '?x=1#y',
  'urn:oio:cpr:1.0',
  'x:',
  'http://www.w3.org/2001/XMLSchema-instance',
  'http://u:v@cpr.example:8080/a;b?c/d#e',
])('namespace %j is a name for one', (space) => {
  expect(outcomeOf(`<a xmlns:x="${space}"/>`)).toBe('read')
})

test.each([
  'two words',
  '%zz',
  'æ',
  'http://a:b/',
  'http://a:123456/',
  'http://u:v@v@x',
  'a#b#c',
  '1:2',
  '[',
  'a^',
  '::',
])('namespace %j names none', (space) => {
  expect(outcomeOf(`<a xmlns:x="${space}"/>`)).toBe('malformed')
  expect(outcomeOf(`<a xmlns="${space}"/>`)).toBe('malformed')
})

test('a prefix is looked for all the way out', () => {
  const open = '<a xmlns:x="u"><a xmlns:y="v"><a xmlns:x="v">'
  expect(outcomeOf(`${open}<x:b y:c="1"/></a></a></a>`)).toBe('read')
  expect(outcomeOf(`${open}<b x:c="1" y:c="2"/></a></a></a>`)).toBe('malformed')
  expect(outcomeOf(`${open}</a></a><y:b/></a>`)).toBe('malformed')
})
