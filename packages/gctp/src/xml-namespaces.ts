import { UnreadableMessage } from './unreadable.ts'
import { isUriReference } from './uri-reference.ts'
import type { XmlElement } from './xml-parse.ts'

/** Prefixes bound by one element; its outer scope is asked for the others, so that no element copies what is around it. */
export interface Scope {
  readonly bound: ReadonlyMap<string, string>
  readonly outer: Scope | null
}

const xml = 'http://www.w3.org/XML/1998/namespace'
const declarations = 'http://www.w3.org/2000/xmlns/'
const prebound: Scope = { bound: new Map([['xml', xml]]), outer: null }

/** Refuses prefixes that nobody bound, and bindings that XML forbids. */
export function checkNamespaces(element: XmlElement, outer: Scope = prebound): void {
  const scope = scopeOf(element, outer)
  expand(element.name, scope)
  const seen = new Set<string>()
  for (const name of element.attributes.keys()) {
    // Only two prefixes can hide one name twice.
    if (!name.includes(':') || isDeclaration(name)) continue
    const expanded = expand(name, scope)
    if (seen.has(expanded)) malformed()
    seen.add(expanded)
  }
  for (const child of element.children) checkNamespaces(child, scope)
}

function malformed(): never {
  throw new UnreadableMessage('malformed')
}

const isDeclaration = (name: string): boolean => name === 'xmlns' || name.startsWith('xmlns:')

/** What is bound within an element. */
export function scopeOf({ attributes }: XmlElement, outer: Scope = prebound): Scope {
  let bound: Map<string, string> | null = null
  for (const [name, space] of attributes) {
    if (!isDeclaration(name)) continue
    const prefix = name.slice('xmlns:'.length)
    if (!mayBind(prefix, space)) malformed()
    bound ??= new Map()
    bound.set(prefix, space)
  }
  return bound === null ? outer : { bound, outer }
}

function mayBind(prefix: string, space: string): boolean {
  if (prefix === 'xmlns' || space === declarations) return false
  if (prefix === 'xml' || space === xml) return prefix === 'xml' && space === xml
  if (space === '') return prefix === ''
  return isUriReference(space)
}

/** A name with its namespace spelled out, as that of an element: without a prefix it is in the one that is bound to none. */
export function fullName(name: string, scope: Scope): string {
  if (name.includes(':')) return expand(name, scope)
  const space = findSpace('', scope)
  return space ? `{${space}}${name}` : name
}

/** A name with its prefix spelled out; attributes without one belong to no namespace. */
function expand(name: string, scope: Scope): string {
  const colon = name.indexOf(':')
  if (colon === -1) return name
  return `{${spaceOf(name.slice(0, colon), scope)}}${name.slice(colon + 1)}`
}

function spaceOf(prefix: string, scope: Scope): string {
  return findSpace(prefix, scope) ?? malformed()
}

function findSpace(prefix: string, scope: Scope): string | undefined {
  for (let at: Scope | null = scope; at !== null; at = at.outer) {
    const space = at.bound.get(prefix)
    if (space !== undefined) return space
  }
  return undefined
}
