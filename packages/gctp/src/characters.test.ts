import { expect, test } from 'vitest'

import { toWritable, unwritableCharacters, UnwritableText } from './characters.ts'
import { formats } from './formats.ts'
import { askOracle } from './fuzzing/oracle.ts'
import { createRandom } from './fuzzing/random.ts'
import type { Reply } from './message.ts'
import { readReply } from './read-reply.ts'
import { readRequest } from './read-request.ts'
import { writeReply } from './write-reply.ts'
import { writeRequest } from './write-request.ts'

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at)
const show = (code: number) => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`

/** What the register can be sent, written out anew: ISO-8859-1 with blanks and without other control characters. */
const table = new Set([0x09, 0x0a, 0x0d, ...range(0x20, 0x7e), ...range(0xa0, 0xff)])
const characters = [...table].map((code) => String.fromCodePoint(code))
const letters = characters.filter((character) => /[A-Za-zÀ-ÖØ-öø-ÿ]/.test(character))

const requestWith = (value: string) =>
  writeRequest({ type: 'read', service: 'NVNSOG2', keys: { NVN: value } })

function readBack(value: string): string | undefined {
  const read = readRequest(requestWith(value))
  return read.type === 'read' && read.message.type === 'read' ? read.message.keys['NVN'] : undefined
}

test('each character of the table comes back byte for byte', () => {
  const lost = characters.filter((character) => {
    const back = Buffer.from(readBack(`a${character}b`) ?? '', 'latin1')
    return !back.equals(Buffer.from(`a${character}b`, 'latin1'))
  })
  expect(lost).toEqual([])
  expect(readBack(characters.join(''))).toBe(characters.join(''))
})

test('every pair of letters comes back, side by side', () => {
  const pairs = letters.map((first) => letters.map((second) => first + second).join(' '))
  expect(pairs.filter((value) => readBack(value) !== value)).toEqual([])
})

test('all other characters of Unicode are refused', () => {
  const wrong: string[] = []
  for (let code = 0; code <= 0x10ffff; code += 1) {
    const character = String.fromCodePoint(code)
    const composed = Array.from(character.normalize('NFC'))
    // A sign for the unit ångström is the letter, and some others are two characters in truth.
    const bad = composed.filter((one) => !table.has(one.codePointAt(0) ?? 0))
    const named = unwritableCharacters(character)
    if (named.join() !== [...new Set(bad)].join()) wrong.push(show(code))
  }
  expect(wrong).toEqual([])
})

test('text is carried whole or refused by name', () => {
  const random = createRandom(11)
  const outcomes = { carried: 0, refused: 0 }
  const limits = [0x7f, 0x100, 0x180, 0x330, 0x2100, 0x10000, 0x110000] as const
  for (let round = 0; round < 10_000; round += 1) {
    const limit = random.pick(limits)
    const value = String.fromCodePoint(...random.some(12, () => random.below(limit)))
    const bad = unwritableCharacters(value)
    if (bad.length === 0) {
      outcomes.carried += 1
      expect(readBack(value)).toBe(value.normalize('NFC'))
    } else {
      outcomes.refused += 1
      expect(() => requestWith(value)).toThrow(UnwritableText)
    }
  }
  expect(Math.min(...Object.values(outcomes))).toBeGreaterThan(500)
})

test.each([
  ['Łukasz', 'U+0141'],
  ['Dvořák', 'U+0159'],
  ['5 € og 7 €', 'U+20AC'],
  ['🙂', 'U+1F642'],
  ['om\u202Evendt', 'U+202E'],
  ['usyn\u200Blig', 'U+200B'],
  ['klokke\u0007\u0085', 'U+0007, U+0085'],
  ['halv\uD83D', 'U+D83D'],
])('text %# is refused by the names of its characters', (value, names) => {
  const error = new UnwritableText(unwritableCharacters(value))
  expect(() => toWritable(value)).toThrow(error)
  expect(error.message).toBe(`ISO-8859-1 cannot carry ${names}`)
})

test('accents that stand apart are composed first', () => {
  const apart = letters.map((letter) => letter.normalize('NFD'))
  expect(apart.filter((letter) => letter.length > 1).length).toBeGreaterThan(40)
  expect(readBack(apart.join(''))).toBe(letters.join(''))
  expect(readBack('A\u030Arhus \u212B')).toBe('Århus Å')
})

test('another parser reads what is written', () => {
  const read = askOracle(requestWith(characters.join('')), null)
  const written = JSON.stringify(read.type === 'read' && valuesOf(read.message))
  expect(written).toContain(JSON.stringify(characters.join('')))
})

function valuesOf(element: {
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly Parameters<typeof valuesOf>[0][]
}): readonly unknown[] {
  return [...element.attributes.values(), ...element.children.map(valuesOf)]
}

test('names, texts and codes of a reply come back alike', () => {
  const value = characters.join('')
  const values = { [value]: { value, text: value } }
  const row = { key: value, use: value, fields: values }
  const role = { name: value, fields: values, blocks: { [value]: values } }
  const messages = [{ severity: 'error', code: 40, text: value, field: value }] as const
  const reply: Reply = {
    type: 'update',
    service: value,
    keys: { [value]: value },
    authority: value,
    state: 'faulty',
    dialogue: value,
    actions: ['validate'],
    roles: [{ ...role, tables: [{ name: value, total: 1, rows: [row] }] }],
    receipt: { outcome: 'error', code: 40, text: value, messages },
    unknown: [],
  }
  expect(readReply(writeReply(reply))).toEqual({ type: 'read', message: reply })
})

test('every letter may stand in every kind of name', () => {
  const kinds = ['name34', 'name40', 'name50', 'nameSearch'] as const
  const lost = kinds.flatMap((kind) =>
    letters
      .map((letter) => `${letter}a-${letter}'${letter} ${letter}`)
      .filter((name) => formats[kind].fromWire(formats[kind].toWire(name) ?? '') !== name),
  )
  expect(lost).toEqual([])
})

test('nothing but letters and three signs makes a name', () => {
  const taken = characters.filter((character) => formats.name50.toWire(`a${character}b`) !== null)
  expect(taken.toSorted()).toEqual([...letters, ' ', "'", '-'].toSorted())
})
