import { expect, test } from 'vitest'

import type { CaseData, Holder } from './case-data.ts'
import type { Condition, Value } from './effects.ts'
import { lines } from './fields.ts'
import type { PersonView } from './register-view.ts'
import { holdsIn, valueIn } from './scene-values.ts'
import type { Scene } from './scene.ts'
import { anEvent } from './testing/an-event.ts'
import { aPerson, civil, row, viewOf } from './testing/people.ts'
import { say } from './text.ts'

const woman = '0709614096'

const definition = anEvent({
  fields: { address: lines(say('adresse', 'address'), { wire: 'ADR' }) },
})

function sceneOf(
  person: PersonView,
  also: { readonly data?: CaseData; readonly item?: Holder } = {},
): Scene {
  const { data = {}, item } = also
  return {
    definition,
    data: { personnummer: woman, eventDate: '20261120', ...data },
    view: viewOf(person),
    parties: { person: [woman] },
    ...(item && { item }),
  }
}

const wed = civil('G', '0107614231', { start: '20100601', timestamp: '20100601120000000009' })
const divorcedBefore = civil('F', null, { start: '20050301', end: '20100601' })
const undoneBetween = civil('E', null, { start: '20080301', end: '20080301', mark: 'A' })
const married = aPerson(woman, { rows: [wed, undoneBetween, divorcedBefore] })

const before: Value = { previous: 'civilStatus', of: 'person', column: 'civilStatus' }

test('the row before is the valid one before', () => {
  expect(valueIn(sceneOf(married), before)).toBe('F')
  expect(valueIn(sceneOf(aPerson(woman, { rows: [wed] })), before)).toBeNull()
  expect(valueIn(sceneOf(aPerson(woman)), before)).toBeNull()
})

test('the row before stands in the same chain', () => {
  const rows = [
    row('note', { noteNumber: '02', noteText: 'ny' }, { start: '20200101' }),
    row('note', { noteNumber: '01', noteText: 'anden' }, { start: '20190101', end: '20200101' }),
    row('note', { noteNumber: '02', noteText: 'gammel' }, { start: '20180101', end: '20200101' }),
  ]
  const text: Value = { previous: 'note', of: 'person', column: 'noteText' }
  expect(valueIn(sceneOf(aPerson(woman, { rows })), text)).toBe('gammel')
})

test('a row is told by its days and its stamp', () => {
  const told = (['start', 'end', 'timestamp'] as const).map((detail) =>
    valueIn(sceneOf(married), { detail, ofRow: 'civilStatus', of: 'person' }),
  )
  expect(told).toEqual(['20100601', null, '20100601120000000009'])
})

test('one of several rows is found by its columns', () => {
  const rows = ['00003', '00001'].map((protectionType, place) =>
    row('protection', { protectionType }, { start: '20200101', end: `2027010${place + 1}` }),
  )
  const end: Value = {
    detail: 'end',
    ofRow: 'protection',
    of: 'person',
    row: { protectionType: '00001' },
  }
  expect(valueIn(sceneOf(aPerson(woman, { rows })), end)).toBe('20270102')
})

test('lines are taken one by one', () => {
  const scene = sceneOf(aPerson(woman), { data: { address: ['Storgatan 1 ', 'Lund'] } })
  const line = (number: number) => valueIn(scene, { field: 'address', line: number })
  expect([line(1), line(2), line(3)]).toEqual(['Storgatan 1', 'Lund', null])
})

test('the holder whose turn it is is spoken of', () => {
  const scene = sceneOf(aPerson(woman), {
    item: { relation: '00005', personnummer: '0107614231' },
  })
  expect(valueIn(scene, { item: 'relation' })).toBe('00005')
  expect(valueIn(scene, { item: 'personnummer' })).toBe('0107614231')
  const mother = sceneOf(aPerson(woman), { item: { relation: '00003', personnummer: '' } })
  expect(valueIn(mother, { item: 'personnummer' })).toBeNull()
  expect(valueIn(sceneOf(aPerson(woman)), { item: 'relation' })).toBeNull()
})

test('a separation names the civil status by its day', () => {
  expect(valueIn(sceneOf(married), { derive: 'civilStatusReference', of: 'person' })).toBe(
    '201006010000',
  )
  expect(
    valueIn(sceneOf(aPerson(woman)), { derive: 'civilStatusReference', of: 'person' }),
  ).toBeNull()
})

test('a condition may ask for the sex', () => {
  const found = (['K', 'M'] as const).map((sex) =>
    holdsIn(sceneOf(aPerson(woman)), { party: 'person', sex }),
  )
  expect(found).toEqual([true, false])
  expect(holdsIn(sceneOf(aPerson(woman)), { party: 'nobody', sex: 'M' })).toBe(false)
})

function holds(condition: Condition, item: Holder): boolean {
  return holdsIn(sceneOf(aPerson(woman), { item }), condition)
}

test('a condition may ask for the holder', () => {
  const isParent: Condition = { item: 'relation', in: ['00003', '00004'] }
  const isNamed: Condition = { item: 'personnummer', given: true }
  const [mother, aunt] = [
    { relation: '00003' },
    { relation: '00005', personnummer: '0107614231' },
  ] as const
  expect([holds(isParent, mother), holds(isParent, aunt)]).toEqual([true, false])
  expect([holds(isNamed, mother), holds(isNamed, aunt)]).toEqual([false, true])
  expect(holds({ item: 'personnummer', given: false }, mother)).toBe(true)
})

test('a row that is to end is current until then', () => {
  const rows = [row('protection', { protectionType: '00001' }, { end: '20270101' })]
  const has = (asOf: string) =>
    holdsIn(sceneOf(aPerson(woman, { rows, asOf })), { party: 'person', has: 'protection' })
  expect([has('20261231'), has('20270101')]).toEqual([true, false])
})

test('what was kept before planned ends is readable', () => {
  const { asOf: _, ...old } = aPerson(woman, {
    rows: [row('protection', { protectionType: '00001' }, { end: '20270101' }), wed],
  })
  expect(holdsIn(sceneOf(old), { party: 'person', has: 'protection' })).toBe(false)
  expect(holdsIn(sceneOf(old), { party: 'person', has: 'civilStatus' })).toBe(true)
})
