import { childrenOf, getAttribute } from './grammar.ts'
import type { Fields, FieldValue, FieldValues, Role, Row, Table } from './message.ts'
import { UnreadableMessage } from './unreadable.ts'
import type { XmlElement } from './xml-parse.ts'

/** Fields under an element by wire code. No code can reach a prototype: the map has none. */
function readFieldValues(parent: XmlElement | undefined): FieldValues {
  return readEach(childrenOf(parent, 'Field'), readFieldValue)
}

export function readFields(parent: XmlElement | undefined): Fields {
  return readEach(childrenOf(parent, 'Field'), (field) => field.attributes.get('v') ?? '')
}

function readEach<T>(
  elements: readonly XmlElement[],
  read: (element: XmlElement) => T,
): Readonly<Record<string, T>> {
  const values: Record<string, T> = Object.create(null)
  for (const element of elements) {
    const code = getAttribute(element, 'r')
    if (code in values) throw new UnreadableMessage('grammar')
    values[code] = read(element)
  }
  return values
}

function readFieldValue(field: XmlElement): FieldValue {
  const value = field.attributes.get('v') ?? ''
  const text = field.attributes.get('t')
  return text === undefined ? { value } : { value, text }
}

export function readRoles(data: XmlElement | undefined): readonly Role[] {
  const roles = childrenOf(data, 'Rolle').map(readRole)
  if (new Set(roles.map((role) => role.name)).size < roles.length) {
    throw new UnreadableMessage('grammar')
  }
  return roles
}

function readRole(element: XmlElement): Role {
  return {
    name: getAttribute(element, 'r'),
    fields: readFieldValues(element),
    blocks: readEach(childrenOf(element, 'Praes'), readFieldValues),
    tables: readTables(element),
  }
}

export function readTables(parent: XmlElement | undefined): readonly Table[] {
  return childrenOf(parent, 'Table').map(readTable)
}

function readTable(element: XmlElement): Table {
  return {
    name: getAttribute(element, 'r'),
    total: readCount(element.attributes.get('aia')),
    rows: childrenOf(element, 'Row').map(readRow),
  }
}

function readCount(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null
}

function readRow(element: XmlElement): Row {
  return {
    key: element.attributes.get('k') ?? null,
    use: element.attributes.get('u') ?? null,
    fields: readFieldValues(element),
  }
}
