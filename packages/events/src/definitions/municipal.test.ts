import { expect, test } from 'vitest'

import type { Facts } from '../define-event.ts'
import { predict } from '../predict.ts'
import { aPerson, home, row, viewOf } from '../testing/people.ts'
import { personTrials, ruleNames, rulesRaised, tried, verdicts } from '../testing/trial.ts'
import type { Trial } from '../testing/trial.ts'
import { reportsOf } from '../to-request.ts'
import { servicesFor } from '../wire/queries.ts'
import { municipalConditions } from './municipal-conditions.ts'
import { municipalNotes } from './municipal-notes.ts'

const pnr = '0709614096'
const address = row('address', home)
const resident = aPerson(pnr, { rows: [address] })

const pension = (municipality: string) =>
  row('municipalCondition', { municipality, conditionType: '3', conditionCode: 'FØP' })
const note = (municipality: string) => row('note', { municipality, noteNumber: '01' })
const having = (...rows: readonly ReturnType<typeof row>[]) =>
  aPerson(pnr, { rows: [address, ...rows] })

const everywhere = {
  view: viewOf(resident),
  today: '20261123',
  authority: '0851',
  viaPrimary: false,
}

const condition: Facts = {
  ...everywhere,
  data: {
    personnummer: pnr,
    conditionType: '3',
    conditionCode: 'FØP',
    startDate: '20261120',
    endDate: '20271130',
    comment: 'Førtidspension',
    municipality: '0851',
    authority: '0851',
  },
}

const noted: Facts = {
  ...everywhere,
  data: {
    personnummer: pnr,
    noteNumber: '01',
    noteText: 'Ring før besøg',
    startDate: '20261120',
    endDate: '20271130',
    municipality: '851',
    authority: '0851',
  },
}

const conditionTrials: readonly Trial[] = [
  { rule: 'access', authority: '7001' },
  ...personTrials('personnummer', resident),
  { rule: 'status', person: { ...resident, status: '90' } },
  { rule: 'own', data: { authority: '0101' } },
  { rule: 'code', data: { conditionType: '9' } },
  { rule: 'fmt-num', data: { municipality: '08a1' } },
  { rule: 'fmt-date', data: { startDate: '20260231' } },
  { rule: 'nofuture', data: { startDate: '20261124' } },
  { rule: 'order', data: { endDate: '20261119' } },
  { rule: 'fmt-text', data: { comment: 'x'.repeat(31) } },
  { rule: 'own-row', data: { municipality: '0101' } },
  { rule: 'duplicate', person: having(pension('0851')) },
]

const noteTrials: readonly Trial[] = [
  { rule: 'access', authority: '7001' },
  ...personTrials('personnummer', resident),
  { rule: 'status', person: { ...resident, status: '90' } },
  { rule: 'own', data: { authority: '0101' } },
  { rule: 'fmt-num', data: { noteNumber: '1a' } },
  { rule: 'fmt-text', data: { noteText: 'x'.repeat(41) } },
  { rule: 'fmt-date', data: { startDate: '20260231' } },
  { rule: 'order', data: { endDate: '20261119' } },
  { rule: 'own-row', data: { municipality: '0101' } },
]

test('a plain condition raises nothing, a note one question', () => {
  expect(rulesRaised(municipalConditions, condition)).toEqual([])
  expect(rulesRaised(municipalNotes, noted)).toEqual(['personal-data'])
})

test.each(conditionTrials)('one fact is enough to raise a rule ($rule)', (trial) => {
  expect(verdicts(municipalConditions, condition, trial)).toEqual({ sound: false, tried: true })
})

test.each(noteTrials)('one fact is enough against a note ($rule)', (trial) => {
  expect(verdicts(municipalNotes, noted, trial)).toEqual({ sound: false, tried: true })
})

test('every rule of the two is tried', () => {
  expect(conditionTrials.map(({ rule }) => rule).toSorted()).toEqual(ruleNames(municipalConditions))
  expect([...noteTrials.map(({ rule }) => rule), 'personal-data'].toSorted()).toEqual(
    ruleNames(municipalNotes),
  )
})

const raisedFor = (person: ReturnType<typeof aPerson>) => ({
  condition: rulesRaised(municipalConditions, tried(condition, { rule: '', person })),
  note: rulesRaised(municipalNotes, tried(noted, { rule: '', person })),
})

test('rows of another municipality are out of reach', () => {
  expect(raisedFor(having(pension('0101'), note('0101')))).toEqual({
    condition: ['own-row'],
    note: ['personal-data', 'own-row'],
  })
  expect(raisedFor(having(pension('0851'), note('0851')))).toEqual({
    condition: ['duplicate'],
    note: ['personal-data'],
  })
})

test('a condition of another code stands beside it', () => {
  const view = viewOf(having(pension('0851')))
  const data = { ...condition.data, conditionCode: 'INV' }
  expect(predict(municipalConditions, data, view)).toMatchObject([
    {
      entity: 'municipalCondition',
      change: 'append',
      columns: { municipality: '0851', conditionType: '3', conditionCode: 'INV' },
      startBefore: null,
      start: '20261120',
      end: '20271130',
    },
  ])
})

test('a note takes the place of that number', () => {
  const before = { municipality: '0851', noteNumber: '01', noteText: 'Gammel' }
  const view = viewOf(having(row('note', before)))
  expect(predict(municipalNotes, noted.data, view)).toMatchObject([
    {
      entity: 'note',
      change: 'set',
      columns: { municipality: '0851', noteNumber: '01', noteText: 'Ring før besøg' },
      before,
      start: '20261120',
      end: '20271130',
    },
  ])
})

test('whose row it is goes as the authority', () => {
  expect(reportsOf(municipalConditions, condition.data)[0]?.data).toEqual({
    KOMFORHTYP: '3',
    KOMFORHKOD: 'FØP',
    HDTO: '20261120',
    SLETDATO: '20271130',
    BEMAERK: 'Førtidspension',
    MYNKOD: '0851',
  })
  expect(reportsOf(municipalNotes, noted.data)[0]?.data).toEqual({
    NOTATNR: '1',
    NOTATLINIE: 'Ring før besøg',
    HDTO: '20261120',
    SLETDATO: '20271130',
    MYNKOD: '0851',
  })
})

test('the home is looked up to tell whose it is', () => {
  expect(servicesFor(municipalNotes)).toContain('ADRESSE3')
  expect(servicesFor(municipalConditions)).toContain('ADRESSE3')
})
