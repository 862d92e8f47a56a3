import type { Profile } from '../profile.ts'
import { parseXml, type XmlElement } from '../xml-parse.ts'

/**
 * A message written in the words of one profile, as another would write it. It works on the tree and knows nothing of the
 * readers and writers that are tested with it.
 */
export function respell(bytes: Uint8Array, from: Profile, to: Profile): Uint8Array {
  const root = parseXml(bytes, null)
  return Buffer.from(`${declaration}${toXml(changed(root, [], wordsFor(from, to)))}`, 'utf8')
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>'
const escape = (text: string) => text.replaceAll(/[&<"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

export function toXml({ name, attributes, children }: XmlElement): string {
  const written = [...attributes].map(([key, value]) => ` ${key}="${escape(value)}"`).join('')
  if (children.length === 0) return `<${name}${written}/>`
  return `<${name}${written}>${children.map(toXml).join('')}</${name}>`
}

type Words = Readonly<Record<string, ReadonlyMap<string, string>>>

const wordsOf = ({ actions, states }: Profile) => ({
  ...Object.fromEntries(Object.entries(actions).map(([name, { word }]) => [name, word])),
  ...states,
})

/** Which words stand where: by element and attribute, and for fields of messages by the field. */
function wordsFor(from: Profile, to: Profile): Words {
  const codes = pairs(from.codes, to.codes)
  const actions = pairs(wordsOf(from), wordsOf(to))
  const services = new Map(Object.entries(to.names.services))
  const fields = new Map(Object.entries(to.names.fields))
  const { receiptFields: ours } = from
  const { receiptFields: theirs } = to
  return {
    'Sik@function': new Map([[from.signOffFunction, to.signOffFunction]]),
    'CprServiceHeader@a': actions,
    'CprServiceHeader@r': services,
    'Service@r': services,
    'CprData@u': pairs(from.dataUse, to.dataUse),
    'Kvit@r': pairs(from.receiptWords, to.receiptWords),
    'Kvit@v': codes,
    'CprServiceHeader/Table@r': new Map([[from.actionTable, to.actionTable]]),
    'CprServiceHeader/Row/Field@r': new Map([[from.actionField, to.actionField]]),
    'CprServiceHeader/Row/Field@v': actions,
    'Kvit/Table@r': new Map([[from.receiptTable, to.receiptTable]]),
    'Kvit/Row/Field@r': pairs({ ...ours }, { ...theirs }),
    [`${ours.code}@v`]: codes,
    [`${ours.field}@v`]: fields,
    [`${ours.severity}@v`]: pairs(from.severities, to.severities),
    'Field@r': fields,
    'Rolle/Field@r': new Map([...fields, [from.restField, to.restField]]),
  }
}

function pairs(from: object, to: object): ReadonlyMap<string, string> {
  const theirs = new Map(Object.entries(to).map(([name, word]) => [name, String(word)]))
  return new Map(Object.entries(from).map(([name, word]) => [String(word), theirs.get(name) ?? '']))
}

function changed(element: XmlElement, above: readonly string[], words: Words): XmlElement {
  const { name } = element
  const attributes = [...element.attributes].map(([key, value]) => {
    const [other = value] = placesOf(element, above).flatMap(
      (place) => words[`${place}@${key}`]?.get(value) ?? [],
    )
    return [key, other] as const
  })
  return {
    ...element,
    attributes: new Map(attributes),
    children: element.children.map((child) => changed(child, [...above, name], words)),
  }
}

/** From what is known best: a field of a receipt by its own code, a part of a header or a receipt, the part itself. */
function placesOf({ name, attributes }: XmlElement, above: readonly string[]): readonly string[] {
  const parent = above.at(-1) ?? ''
  const isField = name === 'Field'
  if (above.includes('Kvit'))
    return isField ? [attributes.get('r') ?? '', `Kvit/Row/${name}`] : [`Kvit/${name}`]
  const within = isField && parent === 'Row' ? `Row/${name}` : name
  const isInHeader = above.includes('CprServiceHeader') && parent !== 'Key'
  return [...(isInHeader ? [`CprServiceHeader/${within}`] : []), `${parent}/${name}`, name]
}
