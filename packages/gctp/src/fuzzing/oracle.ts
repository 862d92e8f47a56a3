import {
  ParseOption,
  XmlDocument,
  type XmlAttribute,
  XmlElement,
  XmlParseError,
} from 'libxml2-wasm'
import { XmlCData, XmlText } from 'libxml2-wasm'

import type { Read } from '../message.ts'
import { withoutBlanks } from '../xml-names.ts'
import type { XmlElement as Tree } from '../xml-parse.ts'

const { XML_PARSE_SKIP_IDS, XML_PARSE_NO_XXE, XML_PARSE_HUGE } = ParseOption
// Its own limits are looser than ours only when it is told so.
const option: ParseOption = XML_PARSE_SKIP_IDS | XML_PARSE_NO_XXE | XML_PARSE_HUGE

/**
 * What libxml2 makes of the same bytes: a parser of another family in another language, which judges encodings too.
 * Identifiers of `xml:id` are no matter of XML itself and are left alone.
 */
export function askOracle(bytes: Uint8Array, contentType: string | null): Read<Tree> {
  if (halfVersion.test(headOf(bytes))) return { type: 'unreadable', reason: 'malformed' }
  try {
    using document = XmlDocument.fromBuffer(bytes, {
      ...encodingFor(bytes, contentType),
      option,
    })
    return { type: 'read', message: toTree(document.root) }
  } catch (error) {
    if (error instanceof XmlParseError) return { type: 'unreadable', reason: 'malformed' }
    throw error
  }
}

/** XML wants a digit after the dot; libxml2 does not. */
const halfVersion = /^(?:\u00EF\u00BB\u00BF)?<\?xml\s+version\s*=\s*(["'])1\.\1/
const charset = /;\s*charset\s*=\s*"?([\w.-]+)"?/i
const declaresEncoding = /^(?:\u00EF\u00BB\u00BF)?<\?xml[^>]*\sencoding/

/** What HTTP says holds; a document that says nothing is in the register's own encoding. */
function encodingFor(bytes: Uint8Array, contentType: string | null): { encoding?: string } {
  const stated = charset.exec(contentType ?? '')?.[1]
  if (stated !== undefined) return { encoding: stated }
  const head = headOf(bytes)
  const says = declaresEncoding.test(head) || head.startsWith('\u00EF\u00BB\u00BF')
  return says ? {} : { encoding: 'ISO-8859-1' }
}

function headOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 250)).toString('latin1')
}

function toTree(element: XmlElement): Tree {
  const children: Tree[] = []
  let text = ''
  for (let node = element.firstChild; node !== null; node = node.next) {
    if (node instanceof XmlElement) children.push(toTree(node))
    if (node instanceof XmlText || node instanceof XmlCData) text += node.content
  }
  const hasText = withoutBlanks(text) !== ''
  return { name: nameOf(element), attributes: attributesOf(element), children, text, hasText }
}

function nameOf({ prefix, name }: XmlElement | XmlAttribute): string {
  return prefix === '' ? name : `${prefix}:${name}`
}

function attributesOf(element: XmlElement): ReadonlyMap<string, string> {
  const declared = Object.entries(element.nsDeclarations).map(
    ([prefix, space]) => [prefix === '' ? 'xmlns' : `xmlns:${prefix}`, space] as const,
  )
  return new Map([...declared, ...element.attrs.map((one) => [nameOf(one), one.value] as const)])
}
