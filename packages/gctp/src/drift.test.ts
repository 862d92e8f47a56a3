import { describe, expect, test } from 'vitest'

import { type Fixture, fixtures } from './fixtures.ts'
import { createRandom, type Random } from './fuzzing/random.ts'
import type { Fields, FieldValues, Read, Reply, Request } from './message.ts'
import { type Expectation, readReply } from './read-reply.ts'
import { readRequest } from './read-request.ts'
import { toXml } from './testing/respell.ts'
import { parseXml, type XmlElement } from './xml-parse.ts'

type Change = (element: XmlElement) => XmlElement

const declaration = '<?xml version="1.0" encoding="UTF-8"?>'
const changed = (bytes: Uint8Array, change: Change) =>
  Buffer.from(declaration + toXml(change(parseXml(bytes, null))), 'utf8')

function messageOf<T>(read: Read<T>): T {
  if (read.type === 'unreadable') throw new Error(`unreadable: ${read.reason}`)
  return read.message
}

/** What the client that sent the request would hold the reply against. */
function expectationOf(request: Request): Expectation {
  if (request.type === 'signOn' || request.type === 'signOff') return { type: 'signOn' }
  const { type, service, keys } = request
  const dialogue = type === 'update' ? request.dialogue : null
  return { type, service, keys, ...(dialogue !== null && { dialogue }) }
}

function replyTo({ request, reply }: Fixture, change: Change = (element) => element): Reply {
  const expectation = expectationOf(messageOf(readRequest(request)))
  return messageOf(readReply(changed(reply, change), { expect: expectation }))
}

/** Lists have an order, for people read them; nothing else has. */
const lists = ['Rolle', 'Table', 'Row']

function shuffle(random: Random): Change {
  const shuffled = <T>(items: readonly T[]): T[] =>
    items
      .map((item) => ({ item, at: random.below(1_000_000) }))
      .toSorted((one, other) => one.at - other.at)
      .map(({ item }) => item)
  const change: Change = (element) => {
    const waiting = element.children.filter(({ name }) => lists.includes(name))
    const children = shuffled(element.children).map((child) =>
      lists.includes(child.name) ? (waiting.shift() ?? child) : child,
    )
    return {
      ...element,
      attributes: new Map(shuffled([...element.attributes])),
      children: children.map(change),
    }
  }
  return change
}

const holders = ['Key', 'Rolle', 'Praes', 'Row']
const empty = { attributes: new Map<string, string>(), children: [], hasText: false }
const field = (code: string, value: string): XmlElement => ({
  ...empty,
  name: 'Field',
  attributes: new Map([
    ['r', code],
    ['v', value],
  ]),
})
const news: XmlElement = { ...empty, name: 'Nyt', children: [field('NYTFELT', 'skjult')] }

/** A new field, a new attribute and a new element wherever one may stand. */
const grow: Change = (element) => ({
  ...element,
  attributes: new Map([['nyt', '1'], ...element.attributes]),
  children: [
    news,
    ...element.children.map(grow),
    ...(holders.includes(element.name) ? [field('NYTFELT', 'nyt')] : []),
  ],
})

function namesIn(element: XmlElement): readonly string[] {
  return [element.name, ...element.children.flatMap(namesIn)]
}

const without = <T>(
  record: Readonly<Record<string, T>>,
  isGone: (key: string, value: T) => boolean,
) => Object.fromEntries(Object.entries(record).filter(([key, value]) => !isGone(key, value)))

type Gone = (code: string, value: string) => boolean

/** The reply without some of its fields, as an ordinary object. */
function stripped(reply: Reply, isGone: Gone): unknown {
  const fields = (values: FieldValues) => without(values, (code, { value }) => isGone(code, value))
  const keys: Fields = without(reply.keys, isGone)
  const roles = reply.roles.map((role) => ({
    ...role,
    fields: fields(role.fields),
    blocks: Object.fromEntries(
      Object.entries(role.blocks).map(([name, values]) => [name, fields(values)]),
    ),
    tables: role.tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) => ({ ...row, fields: fields(row.fields) })),
    })),
  }))
  return { ...reply, keys, roles, unknown: [] }
}

const isNew: Gone = (code) => code === 'NYTFELT'
const isEmpty: Gone = (_, value) => value === ''

function drop(isDropped: (element: XmlElement) => boolean): Change {
  const change: Change = (element) => ({
    ...element,
    children: element.children.filter((child) => !isDropped(child)).map(change),
  })
  return change
}

/** Every field of the data, each as the only one to go. */
function fieldsIn(element: XmlElement, within = false): readonly XmlElement[] {
  if (element.name === 'Field') return within ? [element] : []
  return element.children.flatMap((child) => fieldsIn(child, within || element.name === 'CprData'))
}

/** One line for each value of the data, with where it stands. */
function valuesIn({ roles }: Reply): readonly string[] {
  return roles.flatMap(({ name, fields, blocks, tables }) => [
    ...linesOf(name, fields),
    ...Object.entries(blocks).flatMap(([block, values]) => linesOf(`${name} ${block}`, values)),
    ...tables.flatMap((table, at) =>
      table.rows.flatMap((row, number) => linesOf(`${name} ${at} ${number}`, row.fields)),
    ),
  ])
}

function linesOf(place: string, values: FieldValues): readonly string[] {
  return Object.entries(values).map(([code, { value }]) => `${place} ${code}: ${value}`)
}

/** Without texts for people, environments and whatever else a register may leave out. */
const plain: Change = (element) => ({
  ...element,
  attributes: new Map([...element.attributes].filter(([name]) => !spare.includes(name))),
  children: element.children.map(plain),
})
const spare = ['t', 'tl', 'tm', 'env', 'st', 'mk', 'u', 'aia', 'k']

describe.each(fixtures)('$name', (fixture) => {
  test('says the same in any other order', () => {
    const said = replyTo(fixture)
    const asked = messageOf(readRequest(fixture.request))
    for (let seed = 1; seed <= 25; seed += 1) {
      const random = createRandom(seed)
      const { unknown, ...again } = replyTo(fixture, shuffle(random))
      expect(again).toEqual(without({ ...said }, (key) => key === 'unknown'))
      expect(unknown.toSorted()).toEqual(said.unknown.toSorted())
      const request = changed(fixture.request, shuffle(random))
      expect(messageOf(readRequest(request))).toEqual(asked)
    }
  })

  test('keeps what is new and notes its name', () => {
    const said = replyTo(fixture)
    const grown = replyTo(fixture, grow)
    expect(stripped(grown, isNew)).toEqual(stripped(said, isNew))
    for (const { fields } of grown.roles) expect(fields['NYTFELT']).toEqual({ value: 'nyt' })
    const known = new Set(namesIn(parseXml(fixture.reply, null)).filter((name) => name !== 'Nyt'))
    const noted = [...known].flatMap((name) => [`${name}@nyt`, `${name}/Nyt`])
    expect(grown.unknown.toSorted()).toEqual([...new Set([...said.unknown, ...noted])].toSorted())
  })

  test('says the same without its empty fields', () => {
    const bare = replyTo(
      fixture,
      drop(({ name, attributes }) => name === 'Field' && (attributes.get('v') ?? '') === ''),
    )
    expect(stripped(bare, isEmpty)).toEqual(stripped(replyTo(fixture), isEmpty))
  })

  test('loses with a field that field alone', () => {
    const tree = parseXml(fixture.reply, null)
    const all = valuesIn(replyTo(fixture))
    for (const one of fieldsIn(tree)) {
      const left = valuesIn(replyTo(fixture, () => drop((element) => element === one)(tree)))
      const lost = all.filter((value) => !left.includes(value))
      expect(left).toEqual(all.filter((value) => !lost.includes(value)))
      expect(lost).toHaveLength(1)
      expect(lost[0]).toContain(`${one.attributes.get('r')}: `)
    }
  })

  test('needs no attribute that may be missing', () => {
    const { receipt, service, keys } = replyTo(fixture)
    const bare = replyTo(fixture, plain)
    expect(bare).toMatchObject({ receipt: { ...receipt, text: '', messages: expect.anything() } })
    expect({ service: bare.service, keys: bare.keys }).toEqual({ service, keys })
  })
})
