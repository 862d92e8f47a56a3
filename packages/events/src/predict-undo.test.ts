import { expect, test } from 'vitest'

import { differences } from './differences.ts'
import type { RegisterRow } from './entities.ts'
import type { ExpectedChange } from './expectations.ts'
import { predictUndo } from './predict-undo.ts'
import { predict } from './predict.ts'
import type { PersonView } from './register-view.ts'
import { day, effect, expectedOf, judged, woman, writing } from './testing/foretold.ts'
import { aPerson, row, viewOf } from './testing/people.ts'

const mother = '0107614231'

function columnsFound(changes: readonly ExpectedChange[], now: PersonView) {
  return differences(changes, viewOf(now)).map(({ column, found }) => [column, found])
}

test('a row given back keeps its planned end', () => {
  const former = row('contactAddress', { line1: 'Lund' }, { start: '20200101', end: '20270101' })
  const ended = writing(effect('endRow', 'contactAddress', {}))
  const trial = { definition: ended, before: [former], after: [{ ...former, end: day }] }
  expect(judged(trial)).toEqual({
    written: [],
    untouched: ['end'],
    undone: [],
    left: ['line1', 'start', 'end'],
  })
  const replaced = writing(effect('appendRow', 'contactAddress', { set: { line1: 'Malmö' } }))
  const after = [row('contactAddress', { line1: 'Malmö' }, { start: day }), { ...former, end: day }]
  expect(judged({ definition: replaced, before: [former], after })).toEqual({
    written: [],
    untouched: ['line1', 'start', 'end'],
    undone: [],
    left: ['line1', 'start', 'end'],
  })
})

const holder = (relation: string, holderPersonnummer: string, detail: Partial<RegisterRow> = {}) =>
  row('parentalAuthority', { relation, holderPersonnummer }, { start: '20150101', ...detail })

const custody = writing(
  effect('endRows', 'parentalAuthority', {}),
  effect('appendRow', 'parentalAuthority', {
    each: 'holders',
    set: {
      relation: { item: 'relation' },
      holderPersonnummer: {
        choose: [{ when: { item: 'personnummer', given: true }, value: { item: 'personnummer' } }],
        otherwise: mother,
      },
    },
  }),
)

test('former holders end and each new one begins', () => {
  const before = [holder('00003', mother), holder('00004', '0101855471')]
  const data = {
    holders: [{ relation: '00003' }, { relation: '00005', personnummer: '0107614150' }],
  }
  const ended = before.map((one) => ({ ...one, end: day }))
  const begun = [
    holder('00003', mother, { start: day }),
    holder('00005', '0107614150', { start: day }),
  ]
  expect(expectedOf({ definition: custody, data, before }).map(({ change }) => change)).toEqual([
    'end',
    'end',
    'append',
    'append',
  ])
  const trial = { definition: custody, data, before, after: [...begun, ...ended] }
  const annulled = begun.map((one) => ({ ...one, end: one.start, mark: 'A' }) as const)
  expect(judged({ ...trial, undone: [...annulled, ...before] })).toMatchObject({
    written: [],
    undone: [],
  })
  expect(judged(trial).untouched).toEqual([
    'end',
    'end',
    'start',
    'relation',
    'holderPersonnummer',
    'start',
  ])
  expect(judged(trial).left).toHaveLength(6)
})

test('a row may end and begin anew on one day', () => {
  const before = [holder('00003', mother, { start: day })]
  const data = { holders: [{ relation: '00003' }] }
  const [ended] = before.map((one) => ({ ...one, end: day }))
  const after = [holder('00003', mother, { start: day, timestamp: '20261120130000000002' }), ended]
  const trial = {
    definition: custody,
    data,
    before,
    after: after.filter((one) => one !== undefined),
  }
  expect(judged(trial).written).toEqual([])
  expect(judged(trial).undone).toEqual([])
  const both = [...before, ...trial.after]
  expect(judged({ ...trial, after: both }).written).toEqual(['end'])
})

const here = row('address', { municipalityCode: '0851' }, { start: day })
const fictive = row('address', { municipalityCode: '0011' }, { start: '20240101' })
const entry = writing(
  effect('annulRow', 'address', {}),
  effect('appendRow', 'address', { set: { municipalityCode: '0851' } }),
)

test('an annulled row is proven by its mark', () => {
  const marked = { ...fictive, end: fictive.start, mark: 'A' } as const
  const trial = { definition: entry, before: [fictive], after: [here, marked] }
  expect(judged({ ...trial, undone: [fictive, { ...here, end: day, mark: 'A' }] })).toEqual({
    written: [],
    untouched: ['mark', 'municipalityCode', 'start'],
    undone: [],
    left: ['end', 'municipalityCode', 'start'],
  })
  const ended = [here, { ...fictive, end: day }]
  expect(judged({ ...trial, after: ended }).written).toEqual(['mark'])
  expect(judged({ ...trial, after: [here] }).written).toEqual(['mark'])
})

test('a number that is reopened points at none', () => {
  const definition = writing(
    effect('setStatus', 'person', { set: { status: '01' } }),
    effect('reopen', 'person', {}),
  )
  const dead = aPerson(woman, { status: '50', validPnr: mother })
  const alive = aPerson(woman, { status: '01' })
  const expected = predict(definition, { personnummer: woman, eventDate: day }, viewOf(dead))
  expect(columnsFound(expected, alive)).toEqual([])
  expect(columnsFound(expected, dead)).toEqual([
    ['status', '50'],
    ['validPersonnummer', mother],
  ])
  expect(columnsFound(predictUndo(expected), dead)).toEqual([])
  expect(columnsFound(predictUndo(expected), alive)).toEqual([
    ['validPersonnummer', null],
    ['status', '01'],
  ])
})

test('a row that was written where none stood is gone', () => {
  const other = row('note', { noteNumber: '1', noteText: 'Post retur' })
  const written = { noteNumber: '2', noteText: 'Ring først' }
  const definition = writing(effect('set', 'note', { set: written, from: day }))
  const after = [other, row('note', written, { start: day })]
  expect(judged({ definition, before: [other], after })).toEqual({
    written: [],
    untouched: ['noteNumber', 'noteText'],
    undone: [],
    left: ['end'],
  })
})
