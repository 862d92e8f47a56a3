import { namespace } from './public-words.ts'
import { UnreadableMessage } from './unreadable.ts'
import type { XmlElement } from './xml-parse.ts'

interface Rule {
  readonly attributes: readonly string[]
  /** Children that stand at most once. */
  readonly one: readonly string[]
  readonly many: readonly string[]
}

const grammar: Readonly<Record<string, Rule>> = {
  root: { attributes: ['xmlns'], one: ['Gctp'], many: [] },
  Gctp: { attributes: ['xmlns', 'v', 'env'], one: ['Sik', 'System'], many: [] },
  Sik: { attributes: ['function', 'userid', 'password', 'newpass1'], one: ['Kvit'], many: [] },
  System: { attributes: ['r'], one: ['Service'], many: [] },
  Service: { attributes: ['r'], one: ['CprServiceHeader', 'CprData', 'Kvit'], many: [] },
  CprServiceHeader: {
    attributes: ['r', 'a', 'st', 'u', 'ts', 'mk', 'pt', 'pv'],
    // One public client's own schema nests the data in the header.
    one: ['Key', 'CprData'],
    many: ['Table'],
  },
  Key: { attributes: [], one: [], many: ['Field'] },
  CprData: { attributes: ['u'], one: [], many: ['Rolle'] },
  Rolle: { attributes: ['r'], one: [], many: ['Field', 'Praes', 'Table'] },
  Praes: { attributes: ['r'], one: [], many: ['Field'] },
  Table: { attributes: ['r', 'aia'], one: [], many: ['Row'] },
  Row: { attributes: ['k', 'u'], one: [], many: ['Field'] },
  Field: { attributes: ['r', 'v', 't', 'tl', 'tm', 'ts'], one: [], many: [] },
  Kvit: { attributes: ['r', 't', 'v'], one: ['Table'], many: [] },
}

/**
 * Checks what is known against the grammar and returns the names of what is not, each once: an
 * unknown element or attribute is drift, a known one that stands twice is unreadable.
 */
export function checkGrammar(root: XmlElement): readonly string[] {
  if (root.name !== 'root' && root.name !== 'Gctp') refuse()
  const unknown = new Set<string>()
  checkElement(root, unknown)
  return [...unknown]
}

function refuse(): never {
  throw new UnreadableMessage('grammar')
}

function checkElement(element: XmlElement, unknown: Set<string>): void {
  const rule = grammar[element.name]
  if (rule === undefined || element.hasText) refuse()
  checkAttributes(element, rule, unknown)
  const seen = new Set<string>()
  for (const child of element.children) {
    const isSingle = rule.one.includes(child.name)
    if (!isSingle && !rule.many.includes(child.name)) {
      unknown.add(`${element.name}/${child.name}`)
      continue
    }
    if (isSingle && seen.has(child.name)) refuse()
    seen.add(child.name)
    checkElement(child, unknown)
  }
}

function checkAttributes(element: XmlElement, rule: Rule, unknown: Set<string>): void {
  for (const [name, value] of element.attributes) {
    if (name === 'xmlns' && value !== namespace) refuse()
    if (!rule.attributes.includes(name) && !name.startsWith('xmlns')) {
      unknown.add(`${element.name}@${name}`)
    }
  }
}

/** The `Gctp` element: wrapped in a `root` of the namespace, or, in version 1.0, bare. */
export function findGctp(root: XmlElement): XmlElement {
  const gctp = root.name === 'root' ? getChild(root, 'Gctp') : root
  const version = gctp.attributes.get('v')
  if (version !== '1.0' && version !== '2.0') refuse()
  const isNamed = [root, gctp].some((element) => element.attributes.get('xmlns') === namespace)
  if (!isNamed && !(root === gctp && version === '1.0')) refuse()
  return gctp
}

export function findChild(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name)
}

export function getChild(element: XmlElement, name: string): XmlElement {
  return findChild(element, name) ?? refuse()
}

export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? []
}

export function getAttribute(element: XmlElement, name: string): string {
  return element.attributes.get(name) ?? refuse()
}

/** `CprData` beside the header, where it is written, or nested in it, but not both. */
export function findData(service: XmlElement, header: XmlElement): XmlElement | undefined {
  const beside = findChild(service, 'CprData')
  const nested = findChild(header, 'CprData')
  if (beside !== undefined && nested !== undefined) refuse()
  return beside ?? nested
}
