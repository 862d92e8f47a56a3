import { UnreadableMessage } from '../unreadable.ts'
import { withoutBlanks } from '../xml-names.ts'
import { fullName, type Scope, scopeOf } from '../xml-namespaces.ts'
import type { XmlElement } from '../xml-parse.ts'

/** An element of an envelope, where every name has a namespace and any prefix will do. */
export interface NamedElement {
  /** `{namespace}name`, or the name alone where it is in none. */
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly NamedElement[]
  readonly text: string
  readonly hasText: boolean
  /** A name that stands in a text. */
  readonly nameOf: (written: string) => string
}

export function toNamed(element: XmlElement, outer?: Scope): NamedElement {
  const scope = scopeOf(element, outer)
  const attributes = [...element.attributes].map(([name, value]) => {
    const isPlain = !name.includes(':') || name.startsWith('xmlns:')
    return [isPlain ? name : fullName(name, scope), value] as const
  })
  return {
    name: fullName(element.name, scope),
    attributes: new Map(attributes),
    children: element.children.map((child) => toNamed(child, scope)),
    text: element.text ?? '',
    hasText: element.hasText,
    nameOf: (written) => fullName(written, scope),
  }
}

export function isNamed(element: NamedElement, space: string, name: string): boolean {
  return element.name === (space === '' ? name : `{${space}}${name}`)
}

/** The child of this name, which must stand once and say what it says as a text alone or in parts alone. */
export function onlyOne(parent: NamedElement, space: string, name: string): NamedElement {
  const [found, ...others] = parent.children.filter((child) => isNamed(child, space, name))
  if (found === undefined || others.length > 0 || parent.hasText) return refuse()
  return found
}

/** What an element without parts says; one that says nothing is none. */
export function textOf(element: NamedElement): string {
  if (element.children.length > 0 || withoutBlanks(element.text) === '') return refuse()
  return element.text
}

function refuse(): never {
  throw new UnreadableMessage('grammar')
}
