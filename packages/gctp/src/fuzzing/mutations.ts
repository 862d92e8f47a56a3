import type { Random } from './random.ts'

/** Ways of bending a message. Texts stand for bytes: one character each, up to 0xFF. */
type Mutation = (text: string, random: Random, other: string) => string

const token = [
  '<',
  '>',
  '"',
  "'",
  '&',
  '=',
  '/',
  '/>',
  '</',
  ' ',
  '\u0000',
  '\u0085',
  '\u00A0',
  'Ã¸',
  ']]>',
  '<!--',
  '-->',
  '<![CDATA[',
  '<?x y?>',
  '<!DOCTYPE a>',
  '<!ENTITY a "b">',
  '<?xml version="1.0"?>',
  '&#0;',
  '&#65;',
  '&x;',
  '\u00EF\u00BB\u00BF',
  ' v="1"',
  ' xmlns="http://www.cpr.dk"',
  ' x:y="1"',
  ' __proto__="1"',
  '<Kvit r="Ok" t="" v="0"/>',
  '<constructor/>',
] as const

/** Put somewhere between two characters. */
function put(text: string, at: number, what: string): string {
  return text.slice(0, at) + what + text.slice(at)
}

function rangeIn(text: string, random: Random, most: number): readonly [number, number] {
  const from = random.below(text.length + 1)
  return [from, Math.min(text.length, from + random.below(most))]
}

/** One of the places where a pattern is found, exchanged for something else. */
function exchange(
  text: string,
  random: Random,
  pattern: RegExp,
  make: (found: string) => string,
): string {
  const places = [...text.matchAll(pattern)]
  const place = places[random.below(Math.max(1, places.length))]
  if (place === undefined) return text
  return text.slice(0, place.index) + make(place[0]) + text.slice(place.index + place[0].length)
}

const tags = /<[^<>]*>/g
const attributes = / [\w:]+="[^"]*"/g
const values = /"[^"]*"/g
const elements = /<(\w+)\b[^<>]*(?:\/>|>[^<>]*<\/\1>)/g

const reference = ['&#65;', '&#x41;', '&amp;', '&lt;', '&#0;', '&nbsp;', '&', '&#1114112;', '&#x']
const declared = [
  'ISO-8859-1',
  'iso-8859-1',
  'UTF-8',
  'utf-8',
  'us-ascii',
  'latin1',
  'windows-1252',
]
const versions = ['1.0', '1.1', '1.5', '2.0', '1', '']
const trailers = ['', ' ', '\n', '\u0000', '<a/>', 'x', '<!-- -->', ']]>', '\u00A0']

function pick(random: Random, list: readonly string[]): string {
  return list[random.below(list.length)] ?? ''
}

const xmlDeclaration = /^<\?xml[^>]*\?>/

function redeclare(text: string, random: Random): string {
  const encoding = random.once(4) ? '' : ` encoding="${pick(random, declared)}"`
  const alone = random.once(3) ? ' standalone="yes"' : ''
  const version = random.once(6) ? pick(random, versions) : '1.0'
  return `<?xml version="${version}"${encoding}${alone}?>${text.replace(xmlDeclaration, '')}`
}

function inUtf8(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1')
}

const mutations = {
  flip: (text, random) => {
    const at = random.below(text.length + 1)
    return text.slice(0, at) + String.fromCharCode(random.below(256)) + text.slice(at + 1)
  },
  cut: (text, random) => {
    const [from, to] = rangeIn(text, random, 40)
    return text.slice(0, from) + text.slice(to)
  },
  cutOff: (text, random) => text.slice(0, random.below(text.length + 1)),
  repeat: (text, random) => {
    const [from, to] = rangeIn(text, random, 120)
    return put(text, to, text.slice(from, to))
  },
  swap: (text, random) => {
    const [first, second] = rangeIn(text, random, 60)
    const third = Math.min(text.length, second + random.below(60))
    return (
      text.slice(0, first) +
      text.slice(second, third) +
      text.slice(first, second) +
      text.slice(third)
    )
  },
  splice: (text, random, other) =>
    text.slice(0, random.below(text.length + 1)) + other.slice(random.below(other.length + 1)),
  graft: (text, random, other) => {
    const [from, to] = rangeIn(other, random, 120)
    return put(text, random.below(text.length + 1), other.slice(from, to))
  },
  insert: (text, random) => put(text, random.below(text.length + 1), pick(random, token)),
  insertAtTag: (text, random) =>
    exchange(text, random, tags, (tag) => {
      const what = pick(random, token)
      return random.once(2) ? what + tag : tag + what
    }),
  repeatTag: (text, random) => exchange(text, random, tags, (tag) => tag + tag),
  dropTag: (text, random) => exchange(text, random, tags, () => ''),
  renameTag: (text, random) => exchange(text, random, /[\w:]+/g, (name) => name.slice(1) || 'a'),
  repeatElement: (text, random) => exchange(text, random, elements, (one) => one + one),
  dropElement: (text, random) => exchange(text, random, elements, () => ''),
  hideElement: (text, random) =>
    exchange(text, random, elements, (one) =>
      random.once(2) ? `<!--${one}-->` : `<![CDATA[${one}]]>`,
    ),
  nestElement: (text, random) =>
    exchange(text, random, elements, (one) => {
      const depth = random.pick([1, 2, 31, 40])
      return '<a>'.repeat(depth) + one + '</a>'.repeat(depth)
    }),
  repeatAttribute: (text, random) => exchange(text, random, attributes, (one) => one + one),
  dropAttribute: (text, random) => exchange(text, random, attributes, () => ''),
  unquote: (text, random) =>
    exchange(text, random, values, (value) => {
      const bare = value.slice(1, -1)
      return random.once(2) ? bare : `'${bare}'`
    }),
  refer: (text, random) =>
    exchange(text, random, values, (value) =>
      put(value, 1 + random.below(value.length - 1), pick(random, reference)),
    ),
  prefix: (text, random) =>
    exchange(text, random, tags, (tag) =>
      random.pick([
        tag.replace(/^<(\/?)/, '<$1x:'),
        tag.replace(/(?=\/?>$)/, ' xmlns:x="u"'),
        tag.replace(/ (?=\w+=)/, ' x:'),
        tag.replace(/^<(\w+)/, '<x:$1 xmlns:x="http://www.cpr.dk"'),
      ]),
    ),
  blank: (text, random) =>
    exchange(text, random, /[ \n]/g, () =>
      pick(random, ['\t', '\r\n', '\u00A0', '\u000B', '', '  ']),
    ),
  trail: (text, random) => text + pick(random, trailers),
  lead: (text, random) => pick(random, trailers) + text,
  redeclare,
  encode: (text, random) => inUtf8(random.once(2) ? redeclare(text, random) : text),
  mark: (text, random) => `\u00EF\u00BB\u00BF${random.once(2) ? inUtf8(text) : text}`,
  widen: (text, random) => {
    const wide = Buffer.from(`\uFEFF${text}`, 'utf16le')
    return (random.once(2) ? wide : wide.swap16()).toString('latin1')
  },
} as const satisfies Readonly<Record<string, Mutation>>

export const mutationEntries: readonly (readonly [string, Mutation])[] = Object.entries(mutations)
