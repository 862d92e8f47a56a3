import type { Random } from './random.ts'

/** Documents made by XML's own grammar; a careless hand now and then writes what it forbids. */
interface Hand {
  readonly random: Random
  readonly isCareless: boolean
}

type Words = readonly [string, ...string[]]

const names: Words = ['a', 'b', 'Field', 'Kvit', '_', 'a.b', 'a-1', 'æ', 'toString', '__proto__']
/** Allowed by XML and seldom seen; a parser that splits at blanks of another language cuts some off. */
const oddNames: Words = [
  'a·',
  'á',
  'Ωx',
  'ｆ',
  '𐀀',
  'a\uFEFFb',
  'a\u1680b',
  'a\u200Cb',
  'ͰͿ',
  '\uD7FF',
]
const badNames: Words = [
  '\u2028a',
  'a\u3000b',
  '\u037E',
  'a\u00D7',
  '1a',
  '-a',
  ':a',
  'a:',
  'a:b:c',
  'ª',
  'a²',
  'u:a',
  '',
  'a b',
  'xml:a:b',
]
const attributeNames: Words = ['r', 'v', 't', 'a', 'k', 'æ', 'constructor', 'xml:lang', 'a.b', '_1']
const blanks: Words = [' ', ' ', ' ', '\n', '\t', '\r\n', '  ']
const badBlanks: Words = ['\u00A0', '', '\u000B', '\u0085', '/', '\u3000']
const pieces: Words = [
  'x',
  '0',
  'Ærø',
  ' ',
  '\t',
  '\n',
  '\r\n',
  '\r',
  '>',
  ']]',
  '--',
  '=',
  '€',
  '𝄞',
]
const oddPieces: Words = [
  '\uFEFF',
  '\u2028',
  '\u00AD',
  '\u200F',
  '\uE000',
  '\uFFFD',
  '\u{1FFFF}',
  'e\u0301',
]
const references: Words = ['&lt;', '&gt;', '&amp;', '&quot;', '&apos;', '&#65;', '&#xe6;', '&#10;']
const moreReferences: Words = ['&#13;', '&#9;', '&#x1D11E;', '&#0000065;', '&#x00041;', '&#32;']
const badPieces: Words = ['<', '&', '&x;', '&#0;', '&#8;', '&#xD800;', '&#x110000;', '&#xFFFE;']
const morePieces: Words = [
  '&#;',
  '&#x;',
  '&lt',
  '&#65',
  '&LT;',
  '\u0000',
  '\u0008',
  '\uFFFE',
  ']]>',
]
const spaces: Words = ['u', 'http://www.cpr.dk', 'urn:a:b', 'http://x.dk:80/y?z#w', '../a%20b']
const oddSpaces: Words = [
  'x:',
  '//x',
  '/a',
  '?',
  '#',
  'a@b',
  'http://u:v@x',
  '/a//b',
  'x:/',
  'a/b:c',
]
const badSpaces: Words = ['', 'a b', '%', 'æ', 'http://a:b/', '<', 'a#b#c', '[', '::', '1:2', 'a^']

export function makeDocument(random: Random): string {
  const hand = { random, isCareless: random.once(3) }
  return misc(hand) + makeElement(hand, 0, []) + misc(hand)
}

/** Elements as a register might some day add them to a reply. */
export function makeElements(random: Random): string {
  const hand = { random, isCareless: random.once(4) }
  return hand.random.some(3, () => makeElement(hand, 1, [])).join('')
}

function slips({ random, isCareless }: Hand): boolean {
  return isCareless && random.once(25)
}

function blank(hand: Hand): string {
  return hand.random.pick(slips(hand) ? badBlanks : blanks)
}

function misc(hand: Hand): string {
  if (slips(hand)) return hand.random.pick(['x', '<![CDATA[]]>', '&#32;', '\u00A0', '</a>'])
  return hand.random.pick(['', '', '\n', ' ', makeComment(hand)])
}

function makeElement(hand: Hand, depth: number, bound: readonly string[]): string {
  const { random } = hand
  const declared = random.once(5) ? [random.pick(['x', 'y', 'a'])] : []
  const inner = [...bound, ...declared]
  const name = nameOf(hand, inner, names)
  const attributes = makeAttributes(hand, inner, declared)
  const space = random.once(6) ? blank(hand) : ''
  if (depth > 5 || random.once(3)) return `<${name}${attributes}${space}/>`
  const children = random.some(4, () => makeContent(hand, depth + 1, inner)).join('')
  const closed = slips(hand) ? nameOf(hand, inner, names) : name
  return `<${name}${attributes}${space}>${children}</${closed}${random.once(6) ? blank(hand) : ''}>`
}

function nameOf(hand: Hand, bound: readonly string[], known: Words): string {
  const { random } = hand
  if (slips(hand)) return random.pick(badNames)
  const name = random.pick(random.once(40) ? oddNames : known)
  const [prefix] = bound
  return prefix !== undefined && random.once(3) && !name.includes(':') ? `${prefix}:${name}` : name
}

/** Each name once, unless the hand slips. */
function makeAttributes(hand: Hand, bound: readonly string[], declared: readonly string[]): string {
  const { random } = hand
  const own = random.some(4, () => nameOf(hand, bound, attributeNames))
  const different = slips(hand) ? own : [...new Set(own)]
  const spaced = declared.map((prefix) => `xmlns:${prefix}=${quote(hand, spaceOf(hand))}`)
  const isDefault = random.once(12) ? [`xmlns=${quote(hand, spaceOf(hand))}`] : []
  const valued = different.map((name) => `${name}${equals(hand)}${quote(hand, makeValue(hand))}`)
  return [...spaced, ...isDefault, ...valued].map((one) => blank(hand) + one).join('')
}

function spaceOf(hand: Hand): string {
  const { random } = hand
  return random.pick(slips(hand) ? badSpaces : random.once(3) ? oddSpaces : spaces)
}

function equals(hand: Hand): string {
  if (slips(hand)) return hand.random.pick(['', '==', ':'])
  return hand.random.once(8) ? `${blank(hand)}=${blank(hand)}` : '='
}

function quote(hand: Hand, value: string): string {
  const sign = hand.random.pick(['"', '"', "'"])
  if (slips(hand)) return value
  return sign + (slips(hand) ? value : value.replaceAll(sign, '')) + sign
}

function makeValue(hand: Hand): string {
  return hand.random.some(4, () => makePiece(hand)).join('')
}

function makePiece(hand: Hand): string {
  const { random } = hand
  if (slips(hand)) return random.pick(random.pick([badPieces, morePieces]))
  if (random.once(40)) return random.pick(oddPieces)
  return random.pick(random.pick([pieces, pieces, references, moreReferences]))
}

function makeContent(hand: Hand, depth: number, bound: readonly string[]): string {
  const kinds: readonly [() => string, ...(() => string)[]] = [
    () => makeElement(hand, depth, bound),
    () => makeElement(hand, depth, bound),
    () => makePiece(hand),
    () => blank(hand),
    () => makeComment(hand),
    () => makeCdata(hand),
  ]
  return hand.random.pick(kinds)()
}

function makeComment(hand: Hand): string {
  const inside = hand.random.pick(['', ' x ', '<a>', '&', ' - ', ']]>', 'æ', '"'])
  if (slips(hand))
    return hand.random.pick(['<!-- -- -->', '<!--->', '<!-->', '<!-- --->', '<! -->'])
  return `<!--${inside}-->`
}

function makeCdata(hand: Hand): string {
  const inside = hand.random.pick(['', 'x', '<a>', '&', ']]', '-->', 'æ', ']'])
  if (slips(hand)) return hand.random.pick(['<![CDATA[', '<![cdata[]]>', '<![CDATA []]>', ']]>'])
  return `<![CDATA[${inside}]]>`
}
