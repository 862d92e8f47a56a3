import { expect, test } from 'vitest'

import type { EventDefinition, Facts } from '../define-event.ts'
import { predict } from '../predict.ts'
import { contact, election, entering, returner, stranger } from '../testing/entering.ts'
import { aPerson, row, withPerson } from '../testing/people.ts'
import { reportsOf } from '../to-request.ts'
import { blockersOf } from '../undo.ts'
import { entryWithPnr } from './entry-with-pnr.ts'
import { reEntry } from './re-entry.ts'

function told(event: EventDefinition, facts: Facts): readonly unknown[] {
  return predict(event, facts.data, facts.view).map(({ entity, change, columns, start, end }) => [
    entity,
    change,
    Object.values(columns)
      .filter((value) => value !== null)
      .join(' '),
    start,
    end,
  ])
}

test('the fictive home is annulled by an entry', () => {
  const facts = entering({ ...stranger, rows: [...stranger.rows.slice(1), contact] })
  expect(told(entryWithPnr, facts)).toEqual([
    ['person', 'set', '01', null, null],
    ['address', 'annul', '0011', '20250101', '20250101'],
    ['address', 'append', '0851 8511 016', '20261120', null],
    ['migration', 'append', '5154 ul. Krotka 4 00-950 Warszawa', '20261120', '20261120'],
    ['contactAddress', 'end', 'c/o Holm', '20000101', '20261120'],
  ])
})

test('a number without any row enters all the same', () => {
  const facts = entering({ ...stranger, status: '10', rows: [] })
  expect(told(entryWithPnr, facts)).toHaveLength(3)
})

test('a return closes the departure that stood open', () => {
  const facts = entering({ ...returner, rows: [...returner.rows.slice(1), contact, election] })
  expect(told(reEntry, facts)).toEqual([
    ['person', 'set', '01', null, null],
    ['migration', 'end', '5154 5154 ul. Krotka 4', '20240601', '20261120'],
    ['address', 'append', '0851 8511 016', '20261120', null],
    ['contactAddress', 'end', 'c/o Holm', '20000101', '20261120'],
    ['election', 'end', '0002', '20240601', '20261120'],
  ])
})

test.each([
  [entryWithPnr, stranger],
  [reEntry, returner],
])('an entry is told with address and country ($0.id)', (event, person) => {
  expect(reportsOf(event, { ...entering(person).data, door: 'tv' })).toEqual([
    {
      person: person.pnr,
      service: event.service,
      keys: { PNR: person.pnr },
      data: {
        HDTO: '20261120',
        INDRLANDEKOD: '5154',
        UDLANDSADR1: 'ul. Krotka 4',
        UDLANDSADR2: '00-950 Warszawa',
        KOMKOD: '0851',
        VEJKOD: '8511',
        HUSNR: '016 ',
        SIDEDOER: '  tv',
        MYNKOD: '0851',
      },
    },
  ])
})

test.each([
  ['20261120', '01', 0],
  ['20261201', '01', 1],
  ['20261120', '80', 1],
  ['20261120', '90', 1],
])('a later move or farewell stands in the way (%s, %s)', (start, status, blockers) => {
  const now = aPerson(returner.pnr, {
    status,
    rows: [row('address', {}, { start, timestamp: '20261120120000000001' })],
  })
  const sound = entering(returner)
  const facts = { ...sound, view: withPerson(sound.view, now), acceptedOn: '20261123' }
  expect(blockersOf(reEntry, facts)).toHaveLength(blockers)
})
