/** Bodies as large as wanted, each swollen in the place that might cost a careless reader most. */
export interface Swelling {
  readonly name: string
  readonly make: (size: number) => Uint8Array
}

const head =
  '<root xmlns="http://www.cpr.dk"><Gctp v="2.0"><System r="CprSoeg"><Service r="ADRSOG1">'
const tail = '<Kvit r="Ok" t="" v="0"/></Service></System></Gctp></root>'

/** A reply that is swollen within its service. */
const within =
  (piece: string, before = '', after = '') =>
  (size: number): Uint8Array => {
    const room = size - head.length - tail.length - before.length - after.length
    const count = Math.max(0, Math.floor(room / piece.length))
    return Buffer.from(head + before + piece.repeat(count) + after + tail, 'latin1')
  }

const around =
  (piece: string, before = '', after = '') =>
  (size: number): Uint8Array => {
    const count = Math.max(0, Math.floor((size - before.length - after.length) / piece.length))
    return Buffer.from(before + piece.repeat(count) + after, 'latin1')
  }

/** As many as a table can have before the limit on elements. */
function rows(size: number): Uint8Array {
  const count = Math.min(9_000, Math.floor(size / 110))
  const list = Array.from(
    { length: count },
    (_, at) => `<Row k="${at}"><Field r="PNR" v="0709614096" t="${'Vej '.repeat(12)}"/></Row>`,
  )
  const data = `<CprData u="O"><Rolle r="HovedRolle"><Table r="T">${list.join('')}</Table></Rolle></CprData>`
  return Buffer.from(`${head}<CprServiceHeader r="ADRSOG1"/>${data}${tail}`, 'latin1')
}

const many = (count: number, make: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => make(at)).join('')

/** Each level binds all the prefixes that it may, and each of its many children one more. */
function bindings(size: number): Uint8Array {
  const levels = 24
  const opened = many(levels, (level) => `<a${many(64, (at) => ` xmlns:p${level}q${at}="u"`)}>`)
  const room = Math.max(0, size - opened.length - levels * 4 - head.length - tail.length)
  const children = '<p0q0:b xmlns:x="u" x:c=""/>'.repeat(Math.min(19_000, Math.floor(room / 29)))
  return Buffer.from(head + opened + children + '</a>'.repeat(levels) + tail, 'latin1')
}

export const swellings: readonly Swelling[] = [
  { name: 'a table of many rows', make: rows },
  { name: 'blanks between two elements', make: within(' ') },
  { name: 'blanks before the root', make: around(' ', '', '<a/>') },
  { name: 'blanks after the root', make: around(' ', '<a/>') },
  { name: 'blanks within a tag', make: within(' ', '<a', '/>') },
  { name: 'blanks before a stray quote', make: within(' ', '<a', '"/>') },
  { name: 'blanks after an attribute name', make: within(' ', '<a b', '/>') },
  { name: 'blanks within a closing tag', make: within(' ', '<a></a', '>') },
  { name: 'line breaks in a value', make: within('\r\n', '<a b="', '"/>') },
  { name: 'a long value', make: within('x', '<a b="', '"/>') },
  { name: 'values as long as may be', make: within(`<a b="${'x'.repeat(65_000)}"/>`) },
  { name: 'a long text', make: within('x') },
  { name: 'references in a text', make: within('&#65;') },
  { name: 'references in a value', make: within('&amp;', '<a b="', '"/>') },
  { name: 'a reference without end', make: within('0', '<a b="&#', '"/>') },
  { name: 'bare ampersands', make: within('&') },
  { name: 'a long name', make: within('a', '<', '/>') },
  { name: 'a long name with a prefix', make: within('a', '<x:', '/>') },
  { name: 'colons in a name', make: within(':a', '<a', '/>') },
  { name: 'many attributes', make: within(' a="1"', '<a', '/>') },
  { name: 'elements with many attributes', make: within(`<a${many(64, (at) => ` a${at}=""`)}/>`) },
  { name: 'many elements', make: within('<a/>') },
  { name: 'many open tags', make: within('<a>') },
  { name: 'many closing tags', make: within('</a>') },
  { name: 'angle brackets', make: within('<') },
  { name: 'a comment that never ends', make: within('- ', '<!--', '') },
  { name: 'many comments', make: within('<!---->') },
  { name: 'many sections', make: within('<![CDATA[]]>') },
  { name: 'brackets in a section', make: within(']', '<![CDATA[', ']]>') },
  { name: 'many signs of mojibake', make: within('\u00C3') },
  { name: 'prefixes bound at every level', make: bindings },
  { name: 'a namespace with a long name', make: within('%20', '<a xmlns:x="', '"/>') },
  { name: 'a declaration without end', make: around(' ', '<?xml', '?><a/>') },
]
