import { expect, test } from 'vitest'

import { offersOf, prefillOf } from '../catalogue.ts'
import type { Facts } from '../define-event.ts'
import { differences } from '../differences.ts'
import { deadlinesOf } from '../offers.ts'
import { personsOf } from '../parties.ts'
import { predict } from '../predict.ts'
import { aPerson, civil, row, viewOf, withPerson } from '../testing/people.ts'
import { cessation, child, entry, man, married, separatedHalf, wife } from '../testing/separated.ts'
import { tried } from '../testing/trial.ts'
import { reportsOf } from '../to-request.ts'
import { blockersOf } from '../undo.ts'
import { separationCessation } from './separation-cessation.ts'
import { separationEntry } from './separation-entry.ts'

test('nobody is listed twice for two parts', () => {
  expect(personsOf(separationEntry, entry.data, entry.view)).toEqual([
    { role: 'person', pnr: wife },
    { role: 'spouse', pnr: man },
  ])
})

test('the spouse is not sent and is found all the same', () => {
  expect(reportsOf(separationEntry, entry.data)).toEqual([
    {
      service: 'SEPI-I',
      person: wife,
      keys: { PNR: wife },
      data: { HDTO: '20261120', MYNKOD: '1301', BEVILLING: 'Bevilling 9' },
    },
  ])
  expect(reportsOf(separationCessation, cessation.data)[0]).toMatchObject({
    keys: { PNR: wife },
    data: { HDTO: '20261120', MYNKOD: '1301' },
  })
})

test('both rows point at the civil status', () => {
  const told = predict(separationEntry, entry.data, entry.view)
  const reference = { civilStatusReference: '201001010000' }
  expect(
    told.map(({ pnr, columns, start, derivedMark }) => [pnr, columns, start, derivedMark]),
  ).toEqual([
    [wife, reference, '20261120', null],
    [man, reference, '20261120', 'ÆG'],
  ])
})

test('partners carry the mark of partners', () => {
  const view = viewOf(married(wife, man, 'P'), married(man, wife, 'P'))
  expect(predict(separationEntry, entry.data, view).map(({ derivedMark }) => derivedMark)).toEqual([
    null,
    'PA',
  ])
})

test('both rows end together', () => {
  const told = predict(separationCessation, cessation.data, cessation.view)
  expect(told.map(({ pnr, change, end, derivedMark }) => [pnr, change, end, derivedMark])).toEqual([
    [wife, 'end', '20261120', null],
    [man, 'end', '20261120', 'ÆG'],
  ])
  const half = withPerson(cessation.view, {
    ...separatedHalf(0),
    rows: separatedHalf(0).rows.map((one) =>
      one.entity === 'separation' ? { ...one, end: '20261120' } : one,
    ),
  })
  expect(differences(told, half).map(({ party }) => party)).toEqual(['spouse'])
})

test('after six months either may ask for divorce', () => {
  expect(deadlinesOf(separationEntry, entry, '20261123')).toEqual([
    { id: 'separation-6-months', date: '20270520', followOn: null, effect: 'note' },
  ])
})

const offered = (facts: Facts) =>
  offersOf(separationCessation, facts).map(({ key, as, people }) => [key, as, ...people])

test('shared residence ends where the parents live together', () => {
  expect(offered(cessation)).toEqual([
    ['move@person-or-spouse', 'offered', wife, man],
    ['shared-residence-cessation@children', 'due', child],
  ])
  const corrected = tried(cessation, { rule: '', data: { reason: 'CORRECTION' } })
  expect(offered(corrected)[1]).toEqual(['shared-residence-cessation@children', 'notNeeded', child])
  const opened = { followOn: 'shared-residence-cessation@children', person: child }
  expect(prefillOf(separationCessation, opened, cessation.data, cessation.view)).toMatchObject({
    personnummer: child,
    otherParentPersonnummer: man,
    endDate: '20261120',
    reason: 'LIVING-TOGETHER',
  })
})

test('the children of a separation are left to the worker', () => {
  expect(offersOf(separationEntry, entry).map(({ key, as }) => [key, as])).toEqual([
    ['parental-authority@joint-children', 'offered'],
    ['move@person-or-spouse', 'offered'],
    ['shared-residence-registration@joint-children', 'offered'],
    ['name-change@person-or-spouse', 'offered'],
  ])
})

const now = (facts: Facts, view: Facts['view']) => ({ ...facts, view, acceptedOn: '20261123' })
const standing = (pnr: string, start: string, status = 'G', since = '20100101') =>
  aPerson(pnr, {
    rows: [civil(status, man, { start: since }), row('separation', {}, { start })],
  })

test('a separation that is over is not undone', () => {
  const stands = viewOf(standing(wife, '20261120'))
  const over = viewOf(aPerson(wife, { rows: [civil('G', man)] }))
  const divorced = viewOf(standing(wife, '20261120', 'F', '20261122'))
  expect(blockersOf(separationEntry, now(entry, stands))).toEqual([])
  expect(blockersOf(separationEntry, now(entry, over))).toHaveLength(1)
  expect(blockersOf(separationEntry, now(entry, divorced))).toHaveLength(1)
})

test('a divorce rests on the separation that ended', () => {
  const still = viewOf(aPerson(wife, { rows: [civil('G', man)] }))
  const divorced = viewOf(aPerson(wife, { rows: [civil('F', null, { start: '20261122' })] }))
  expect(blockersOf(separationCessation, now(cessation, still))).toEqual([])
  expect(blockersOf(separationCessation, now(cessation, divorced))).toHaveLength(1)
})
