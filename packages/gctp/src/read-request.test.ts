import { expect, test } from 'vitest'

import { getFixture } from './fixtures.ts'
import { developmentProfile } from './profile.ts'
import { readRequest, readVersioned } from './read-request.ts'
import { writeRequest } from './write-request.ts'

const textOf = (name: string) => Buffer.from(getFixture(name).request).toString('latin1')
const reasonOf = (text: string) => {
  const read = readRequest(Buffer.from(text, 'latin1'))
  return read.type === 'unreadable' ? read.reason : 'read'
}
const save = textOf('FLYT-I-save')

test.each([
  ['an action nobody knows', save.replace('a="GEM"', 'a="SLET"'), 'grammar'],
  ['data in another role', save.replace('HovedRolle', 'BiRolle'), 'grammar'],
  [
    'data in a block',
    save.replace('<Rolle r="HovedRolle">', '<Rolle r="HovedRolle"><Praes r="X"/>'),
    'grammar',
  ],
  ['a second role', save.replace('</CprData>', '<Rolle r="To"/></CprData>'), 'grammar'],
  ['a receipt', save.replace('</Service>', '<Kvit r="Ok" v="0" t=""/></Service>'), 'grammar'],
  ['no header', save.replace(/<CprServiceHeader[^]*<\/CprServiceHeader>/, ''), 'grammar'],
  ['an unknown system', save.replace('CprAjour', 'CprSlet'), 'grammar'],
  [
    'an event other than its service',
    save.replace('<Service r="FLYT-I">', '<Service r="DOD-I">'),
    'mismatch',
  ],
  ['an unknown security function', textOf('signon-done').replace('"signon"', '"sudo"'), 'grammar'],
  ['no password', textOf('signon-done').replace(/password="[^"]*"/, ''), 'grammar'],
  [
    'a bare document of version 2',
    textOf('NAVNE3-version-1-bare').replace('1.0', '2.0'),
    'grammar',
  ],
])('a request with %s is unreadable', (_, text, reason) => {
  expect(reasonOf(text)).toBe(reason)
})

test('the version of a request can be told', () => {
  expect(readVersioned(getFixture('NAVNE3-version-1-bare').request)).toMatchObject({
    type: 'read',
    message: { version: '1.0', request: { service: 'NAVNE3' } },
  })
  expect(readVersioned(getFixture('FLYT-I-save').request)).toMatchObject({
    type: 'read',
    message: { version: '2.0', request: { service: 'FLYT-I' } },
  })
})

test('another profile has words of its own', () => {
  const profile = {
    ...developmentProfile,
    actions: { ...developmentProfile.actions, save: { word: 'SAVE', text: 'Gem' } },
  }
  const read = readRequest(getFixture('FLYT-I-save').request)
  if (read.type === 'unreadable') throw new Error(read.reason)
  const bytes = writeRequest(read.message, profile)
  expect(readRequest(bytes, { profile })).toEqual(read)
  expect(readRequest(bytes)).toEqual({ type: 'unreadable', reason: 'grammar' })
})

test('a request is read by the charset of its header', () => {
  const { request } = getFixture('FLYT-I-save')
  expect(readRequest(request, { contentType: 'text/xml;charset=ISO-8859-1' }).type).toBe('read')
  expect(readRequest(request, { contentType: 'text/xml; charset=utf-8' })).toEqual({
    type: 'unreadable',
    reason: 'encoding',
  })
})
