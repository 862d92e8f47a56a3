import { expect, test } from 'vitest'

import { UnwritableText } from './characters.ts'
import { readRequest } from './read-request.ts'
import { writeRequest } from './write-request.ts'

const move = (value: string) =>
  writeRequest({
    type: 'update',
    service: 'FLYT-I',
    keys: { PNR: '0709614304' },
    authority: '0851',
    action: 'save',
    dialogue: '20250301102211004512',
    data: { CONVN: value },
  })

function readBack(value: string): string | undefined {
  const read = readRequest(move(value))
  return read.type === 'read' && read.message.type === 'update'
    ? read.message.data['CONVN']
    : undefined
}

test.each([
  'Ærø-Øst',
  "O'Neill",
  'Müller',
  '<b>fed</b>',
  ']]>',
  '&amp; " \' & &#65;',
  'to\tspring\nlinje\r',
  '  yderst ',
  '»Ã¸« ÿ',
  '__proto__',
])('the text %j comes back as it went', (value) => {
  expect(readBack(value)).toBe(value)
})

test.each([
  ['Łukasz', ['Ł']],
  ['Dvořák', ['ř']],
  ['5 €', ['€']],
  ['hej 🙂 og 🙂', ['🙂']],
  ['om\u202Evendt', ['\u202E']],
  ['a\u0007b\u0085', ['\u0007', '\u0085']],
])('the text %j is refused, never replaced', (value, characters) => {
  expect(() => move(value)).toThrow(UnwritableText)
  try {
    move(value)
  } catch (error) {
    expect(error).toMatchObject({ characters })
    expect(String(error)).not.toContain(value)
  }
})

test('decomposed accents are composed before they go', () => {
  expect(readBack('A\u030Arhus')).toBe('Århus')
})

test('a field code cannot break out of its quotes', () => {
  const keys = { '"/><Kvit r="Ok" v="0"/>': '1' }
  const bytes = writeRequest({ type: 'read', service: 'STAMP', keys })
  expect(readRequest(bytes)).toMatchObject({ type: 'read', message: { keys } })
})

test('the bytes are ISO-8859-1 and say so', () => {
  const text = Buffer.from(move('Åse')).toString('latin1')
  expect(text.split('\n')[0]).toBe('<?xml version="1.0" encoding="ISO-8859-1" standalone="yes"?>')
  expect(text).toContain('<Field r="CONVN" v="Åse"/>')
})
