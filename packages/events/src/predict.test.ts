import { expect, test } from 'vitest'

import { differences } from './differences.ts'
import type { RegisterRow } from './entities.ts'
import { pnrList } from './fields.ts'
import { predict } from './predict.ts'
import { anEvent } from './testing/an-event.ts'
import { day, effect, expectedOf, judged, woman, writing } from './testing/foretold.ts'
import { aPerson, kin, row, viewOf } from './testing/people.ts'
import { say } from './text.ts'

function protection(detail: Partial<RegisterRow> = {}): RegisterRow {
  return row('protection', { protectionType: '00003' }, { start: day, ...detail })
}

test('a planned end is written, compared and undone', () => {
  const definition = writing(
    effect('appendRow', 'protection', {
      set: { protectionType: '00003' },
      until: { field: 'endDate' },
    }),
  )
  const data = { endDate: '20270101' }
  const trial = { definition, data, before: [], after: [protection({ end: '20270101' })] }
  expect(judged(trial)).toEqual({
    written: [],
    untouched: ['protectionType', 'start', 'end'],
    undone: [],
    left: ['end'],
  })
  const open = expectedOf(trial)
  expect(differences(open, viewOf(aPerson(woman, { rows: [protection()] })))).toEqual([
    { party: 'person', entity: 'protection', column: 'end', expected: '20270101', found: null },
  ])
})

test('a row may be written with its end behind it', () => {
  const definition = writing(
    effect('appendRow', 'protection', {
      set: { protectionType: '00003' },
      until: { field: 'endDate' },
    }),
  )
  const over = protection({ end: day })
  expect(judged({ definition, data: { endDate: day }, before: [], after: [over] })).toMatchObject({
    written: [],
    untouched: ['protectionType', 'start', 'end'],
  })
})

test('columns are written on a row as it ends', () => {
  const agreement = row(
    'sharedResidence',
    { otherParentPersonnummer: '0107614231', agreementKind: 'FIRST' },
    { start: '20200101' },
  )
  const definition = writing(
    effect('endRow', 'sharedResidence', { set: { agreementKind: 'LAST' } }),
  )
  const columns = { ...agreement.columns, agreementKind: 'LAST' }
  const after = [{ ...agreement, columns, end: day }]
  expect(judged({ definition, before: [agreement], after })).toEqual({
    written: [],
    untouched: ['end'],
    undone: [],
    left: ['otherParentPersonnummer', 'agreementKind', 'start'],
  })
  const bare = [{ ...agreement, end: day }]
  expect(judged({ definition, before: [agreement], after: bare }).written).toEqual([
    'agreementKind',
  ])
})

test('a departure ends as it is answered', () => {
  const abroad = row(
    'migration',
    { departureCountry: '5180', line1: 'Berlin' },
    { start: '20200101' },
  )
  const definition = writing(effect('endRow', 'migration', { set: { entryCountry: '5180' } }))
  expect(judged({ definition, before: [abroad], after: [] })).toEqual({
    written: [],
    untouched: ['end'],
    undone: [],
    left: ['departureCountry', 'line1', 'start'],
  })
})

test('what no lookup shows is taken on trust', () => {
  const definition = writing(
    effect('appendRow', 'migration', {
      set: { entryCountry: '5180' },
      until: { field: 'eventDate' },
    }),
    effect('appendRow', 'relocationOrder', { set: { vacateBy: '20261224', reason: '01' } }),
  )
  const order = row('relocationOrder', { vacateBy: '20261224' }, { start: day })
  expect(judged({ definition, before: [], after: [order] })).toMatchObject({
    written: [],
    untouched: ['vacateBy', 'start'],
    undone: [],
    left: ['end'],
  })
})

test('a review and a forgotten number show nothing', () => {
  const definition = writing(
    effect('removeFormer', 'person', {}),
    effect('review', 'election', {}),
    effect('keep', 'person', {}),
  )
  expect(expectedOf({ definition, before: [] })).toEqual([])
})

const stamps = ['20200101120000000001', '20210101120000000001'] as const
const notes = stamps.map((timestamp, place) =>
  row('note', { noteNumber: `0${place + 1}`, noteText: `tekst ${place}` }, { timestamp }),
)

test('the row meant is named by its stamp', () => {
  const data = { rowMeant: stamps[1] }
  const ends = writing(effect('endRow', 'note', { rowAt: { field: 'rowMeant' } }))
  expect(
    expectedOf({ definition: ends, data, before: notes }).map(
      ({ columns }) => columns['noteNumber'],
    ),
  ).toEqual(['02'])
  expect(expectedOf({ definition: ends, before: notes })).toEqual([])
  const sets = writing(
    effect('set', 'note', { set: { noteText: 'ny' }, rowAt: { field: 'rowMeant' } }),
  )
  const [first, second] = notes
  if (!first || !second) throw new Error('two notes')
  const after = [first, { ...second, columns: { noteNumber: '02', noteText: 'ny' } }]
  expect(judged({ definition: sets, data, before: notes, after })).toEqual({
    written: [],
    untouched: ['noteText'],
    undone: [],
    left: ['noteText'],
  })
})

test('a row younger than its end has no length', () => {
  const young = row('contactAddress', { line1: 'Lund' }, { start: '20261122' })
  const definition = writing(effect('endRow', 'contactAddress', {}))
  const after = [{ ...young, end: young.start }]
  expect(judged({ definition, before: [young], after })).toMatchObject({
    written: [],
    untouched: ['end'],
  })
})

test('what several reports say of a child is told once', () => {
  const son = '1306814171'
  const shared = row('sharedResidence', { otherParentPersonnummer: '0107614231' })
  const definition = anEvent({
    fields: { familyMembers: pnrList(say('familie', 'family')) },
    parties: {
      person: { field: 'personnummer' },
      family: { field: 'familyMembers' },
      children: { childrenOf: 'person' },
    },
    reportedFor: ['person', 'family'],
    effects: [{ ...effect('endRow', 'sharedResidence'), party: 'children' }],
  })
  const view = viewOf(
    aPerson(woman, { rows: [kin('child', son)] }),
    aPerson(son, { rows: [shared] }),
  )
  const data = { personnummer: woman, eventDate: day, familyMembers: ['0107614231'] }
  expect(predict(definition, data, view).map(({ pnr, change }) => [pnr, change])).toEqual([
    [son, 'end'],
  ])
})
