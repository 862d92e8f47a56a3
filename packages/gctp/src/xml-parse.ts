import { XMLParser, XMLValidator } from 'fast-xml-parser'

import { UnreadableMessage } from './unreadable.ts'
import { decodeXml } from './xml-decode.ts'
import { withoutBlanks } from './xml-names.ts'
import { checkNamespaces } from './xml-namespaces.ts'
import { decodeReferences } from './xml-references.ts'
import { scanXml } from './xml-scan.ts'

/** The only file that knows the parser; a swap touches nothing else. */

export interface XmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  readonly hasText: boolean
}

const attributesKey = ':@'
const textKey = '#text'

// `<` cannot stand in a name, so a prefixed `__proto__` or `constructor` is data like any other.
const prefix = '<'
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: prefix,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  maxNestedTags: 64,
  jPath: false,
  transformTagName: (name) => prefix + name,
})

/** Bytes to one root element with every value a string, or an `UnreadableMessage`. */
export function parseXml(bytes: Uint8Array, contentType: string | null): XmlElement {
  const text = withoutBlanks(decodeXml(bytes, contentType))
  if (text === '') throw new UnreadableMessage('empty')
  scanXml(text)
  if (XMLValidator.validate(text) !== true) throw new UnreadableMessage('malformed')
  const [root, ...others] = toElements(parse(text))
  if (root === undefined || others.length > 0) throw new UnreadableMessage('malformed')
  checkNamespaces(root)
  return root
}

function parse(text: string): unknown {
  try {
    return parser.parse(text)
  } catch (error) {
    throw new UnreadableMessage('malformed', { cause: error })
  }
}

function toElements(nodes: unknown): readonly XmlElement[] {
  return listOf(nodes).flatMap((node) => {
    const entries = entriesOf(node)
    const element = entries.find(([key]) => key !== attributesKey && key !== textKey)
    if (element === undefined) return []
    return [
      {
        name: withoutPrefix(element[0]),
        attributes: toAttributes(entries.find(([key]) => key === attributesKey)?.[1]),
        children: toElements(element[1]),
        hasText: listOf(element[1]).some(isText),
      },
    ]
  })
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}

function isText(node: unknown): boolean {
  return entriesOf(node).some(
    ([key, value]) => key === textKey && withoutBlanks(String(value)) !== '',
  )
}

function toAttributes(value: unknown): ReadonlyMap<string, string> {
  return new Map(
    entriesOf(value).map(([name, raw]) => [
      withoutPrefix(name),
      decodeReferences(String(raw).replaceAll(/\r\n|[\t\n\r]/g, ' ')),
    ]),
  )
}

/** The parser renames a self-closing tag twice. */
function withoutPrefix(name: string): string {
  return name.replace(/^<+/, '')
}
