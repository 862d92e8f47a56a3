import { controlCharacter } from './characters.ts'
import { UnreadableMessage } from './unreadable.ts'
import { blankSource } from './xml-names.ts'

export const maximumBytes = 1024 * 1024

const equals = `${blankSource}*=${blankSource}*`
const declarationPattern = new RegExp(
  `^<\\?xml${blankSource}+version${equals}(["'])1\\.\\d+\\1` +
    `(?:${blankSource}+encoding${equals}(["'])([A-Za-z][\\w.-]*)\\2)?` +
    `(?:${blankSource}+standalone${equals}(["'])(?:yes|no)\\4)?${blankSource}*\\?>`,
)
const charsetPattern = /;\s*charset\s*=\s*"?([\w.-]+)"?/i
/** UTF-8 read as ISO-8859-1 shows every Danish letter as one of these pairs; the writer never makes one. */
const mojibake = /[\u00C2\u00C3][\u0080-\u00BF]/
/** A blank to many a parser and a letter to XML: nobody may take `Kvit\uFEFFx` for `Kvit`. */
const halfBlank = /[\u1680\uFEFF]/

const charsets: Readonly<Record<string, Charset>> = {
  'iso-8859-1': 'latin1',
  iso8859_1: 'latin1',
  latin1: 'latin1',
  'us-ascii': 'ascii',
  'utf-8': 'utf8',
  utf8: 'utf8',
}

type Charset = 'latin1' | 'ascii' | 'utf8'

/** Bytes to text by the one encoding that declaration, header and byte order mark agree on. */
export function decodeXml(bytes: Uint8Array, contentType: string | null): string {
  return checkSigns(checkMarkup(decodeText(bytes, contentType)))
}

/** The same where a section may hold a document of its own, with a declaration of its own. */
export function decodeCarryingXml(bytes: Uint8Array, contentType: string | null): string {
  const text = decodeText(bytes, contentType)
  checkMarkup(withoutSections(text))
  return checkSigns(text)
}

function decodeText(bytes: Uint8Array, contentType: string | null): string {
  if (bytes.length === 0) throw new UnreadableMessage('empty')
  if (bytes.length > maximumBytes) throw new UnreadableMessage('tooLarge')
  refuseWideEncoding(bytes)
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const body = marked ? bytes.subarray(3) : bytes
  const head = declaredHead(body)
  const charset = agreedCharset([
    marked ? 'utf-8' : undefined,
    head.charset,
    charsetPattern.exec(contentType ?? '')?.[1],
  ])
  return decode(body.subarray(head.length), charset)
}

function refuseWideEncoding(bytes: Uint8Array): void {
  const [first, second] = bytes
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  if (isMarked || (first === 0 && second === 0x3c) || (first === 0x3c && second === 0)) {
    throw new UnreadableMessage('encoding')
  }
}

function declaredHead(bytes: Uint8Array): { charset: string | undefined; length: number } {
  return headOf(Buffer.from(bytes.subarray(0, 200)).toString('latin1'))
}

function headOf(start: string): { charset: string | undefined; length: number } {
  if (!/^<\?xml\s/.test(start)) return { charset: undefined, length: 0 }
  const match = declarationPattern.exec(start)
  if (match === null) throw new UnreadableMessage('malformed')
  return { charset: match[3], length: match[0].length }
}

/** A document that came as a text has been decoded already: what its declaration says of bytes is void. */
export function withoutDeclaration(text: string): string {
  return text.slice(headOf(text.slice(0, 200)).length)
}

/** Without any statement the register's own encoding holds, which is ISO-8859-1 both ways. */
function agreedCharset(stated: readonly (string | undefined)[]): Charset {
  const named = stated.filter((name) => name !== undefined)
  const found = new Set(
    named.map((name) =>
      Object.hasOwn(charsets, name.toLowerCase()) ? charsets[name.toLowerCase()] : undefined,
    ),
  )
  const [only] = found
  if (found.size > 1 || (named.length > 0 && only === undefined)) {
    throw new UnreadableMessage('encoding')
  }
  return only ?? 'latin1'
}

function decode(bytes: Uint8Array, charset: Charset): string {
  if (charset === 'ascii' && bytes.some((byte) => byte > 0x7f)) {
    throw new UnreadableMessage('encoding')
  }
  // TextDecoder's "iso-8859-1" is windows-1252; Buffer's latin1 is the true one.
  if (charset !== 'utf8') {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    throw new UnreadableMessage('encoding', { cause: error })
  }
}

function checkMarkup(text: string): string {
  if (/<!DOCTYPE|<!ENTITY|<\?/i.test(text)) throw new UnreadableMessage('dtd')
  return text
}

const sectionStart = '<![CDATA['
const sectionEnd = ']]>'

function withoutSections(text: string): string {
  let kept = ''
  let at = 0
  for (;;) {
    const start = text.indexOf(sectionStart, at)
    const end = start === -1 ? -1 : text.indexOf(sectionEnd, start)
    if (end === -1) return kept + text.slice(at)
    kept += text.slice(at, start)
    at = end + sectionEnd.length
  }
}

function checkSigns(text: string): string {
  if (mojibake.test(text)) throw new UnreadableMessage('encoding')
  if (controlCharacter.test(text) || halfBlank.test(text))
    throw new UnreadableMessage('controlCharacter')
  return text
}
