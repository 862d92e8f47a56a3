import { type MatcherView, XMLParser } from 'fast-xml-parser'

import { UnreadableMessage } from './unreadable.ts'
import { decodeCarryingXml, decodeXml } from './xml-decode.ts'
import { withoutBlanks } from './xml-names.ts'
import { checkNamespaces } from './xml-namespaces.ts'
import { decodeReferences } from './xml-references.ts'
import { scanTexts, scanXml } from './xml-scan.ts'

/** The only file that knows the parser; a swap touches nothing else. */

export interface XmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  readonly hasText: boolean
  /** Its own text, of a document that was read for its texts. */
  readonly text?: string
}

/** An element whose end has not been met. */
interface Opened extends XmlElement {
  readonly children: Opened[]
  hasText: boolean
}

// `<` cannot stand in a name, so a prefixed `__proto__` or `constructor` is data like any other.
const prefix = '<'
const options = {
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: prefix,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  maxNestedTags: 64,
  jPath: false,
  transformTagName: (name: string) => prefix + name,
} as const

/** Bytes to one root element with every value a string, or an `UnreadableMessage`. */
export function parseXml(bytes: Uint8Array, contentType: string | null): XmlElement {
  const text = withoutBlanks(decodeXml(bytes, contentType))
  if (text === '') throw new UnreadableMessage('empty')
  // Whatever the parser's own validator would refuse is refused here already, and more.
  scanXml(text)
  return checkRoot(parse(text, []))
}

/** The same where texts say something: of a document that carries another one. */
export function parseCarryingXml(bytes: Uint8Array, contentType: string | null): XmlElement {
  const text = withoutBlanks(decodeCarryingXml(bytes, contentType))
  if (text === '') throw new UnreadableMessage('empty')
  return checkRoot(parse(text, scanTexts(text)))
}

function checkRoot([root, ...others]: readonly XmlElement[]): XmlElement {
  if (root === undefined || others.length > 0) throw new UnreadableMessage('malformed')
  checkNamespaces(root)
  return root
}

/** Elements are taken as the parser tells of them, outermost first; it keeps none of its own. Texts come by that order. */
function parse(text: string, texts: readonly string[]): readonly XmlElement[] {
  const told = texts.values()
  const roots: Opened[] = []
  const path: Opened[] = []
  const parser = new XMLParser({
    ...options,
    updateTag(name, at, attributes) {
      const depth = depthOf(at)
      const own = told.next().value
      const element =
        own === undefined ? opened(name, attributes) : { ...opened(name, attributes), text: own }
      const siblings = depth === 1 ? roots : path[depth - 2]?.children
      siblings?.push(element)
      path[depth - 1] = element
      return false
    },
    tagValueProcessor(_, value, at) {
      const element = path[depthOf(at) - 1]
      if (element && withoutBlanks(value) !== '') element.hasText = true
    },
  })
  try {
    parser.parse(text)
  } catch (error) {
    if (error instanceof UnreadableMessage) throw error
    throw new UnreadableMessage('malformed', { cause: error })
  }
  return roots
}

/** How many elements are open, the one that is told of among them. */
function depthOf(at: string | MatcherView): number {
  return typeof at === 'string' ? 0 : at.getDepth()
}

function opened(name: string, attributes: Readonly<Record<string, string>>): Opened {
  return {
    name: withoutPrefix(name),
    attributes: toAttributes(attributes),
    children: [],
    hasText: false,
  }
}

function toAttributes(raw: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>()
  for (const name of Object.keys(raw))
    attributes.set(withoutPrefix(name), decodeReferences(toSpaces(raw[name] ?? '')))
  return attributes
}

const toSpaces = (value: string): string =>
  /[\t\n\r]/.test(value) ? value.replaceAll(/\r\n|[\t\n\r]/g, ' ') : value

/** The parser renames a self-closing tag twice. */
function withoutPrefix(name: string): string {
  let at = 0
  while (name[at] === prefix) at += 1
  return name.slice(at)
}
