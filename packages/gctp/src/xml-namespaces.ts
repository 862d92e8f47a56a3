import { UnreadableMessage } from './unreadable.ts'
import type { XmlElement } from './xml-parse.ts'

/** Prefixes in scope, by what they are bound to. */
type Bound = ReadonlyMap<string, string>

const xml = 'http://www.w3.org/XML/1998/namespace'
const declarations = 'http://www.w3.org/2000/xmlns/'
const prebound: Bound = new Map([['xml', xml]])

/** Refuses prefixes that nobody bound, and bindings that XML forbids. */
export function checkNamespaces(element: XmlElement, outer: Bound = prebound): void {
  const bound = bindIn(element, outer)
  expand(element.name, bound)
  const seen = new Set<string>()
  for (const name of element.attributes.keys()) {
    if (isDeclaration(name)) continue
    const expanded = expand(name, bound)
    if (seen.has(expanded)) malformed()
    seen.add(expanded)
  }
  for (const child of element.children) checkNamespaces(child, bound)
}

function malformed(): never {
  throw new UnreadableMessage('malformed')
}

const isDeclaration = (name: string): boolean => name === 'xmlns' || name.startsWith('xmlns:')

function bindIn({ attributes }: XmlElement, outer: Bound): Bound {
  const declared = [...attributes].filter(([name]) => isDeclaration(name))
  if (declared.length === 0) return outer
  const inner = new Map(outer)
  for (const [name, space] of declared) {
    const prefix = name.slice('xmlns:'.length)
    if (!mayBind(prefix, space)) malformed()
    if (prefix !== '') inner.set(prefix, space)
  }
  return inner
}

function mayBind(prefix: string, space: string): boolean {
  if (prefix === 'xmlns' || space === declarations) return false
  if (prefix === 'xml' || space === xml) return prefix === 'xml' && space === xml
  return prefix === '' || space !== ''
}

/** A name with its prefix spelled out; attributes without one belong to no namespace. */
function expand(name: string, bound: Bound): string {
  const colon = name.indexOf(':')
  if (colon === -1) return name
  const space = bound.get(name.slice(0, colon)) ?? malformed()
  return `{${space}}${name.slice(colon + 1)}`
}
