import { expect, test } from 'vitest'

import type { Facts } from '../define-event.ts'
import { personsOf } from '../parties.ts'
import { predictUndo } from '../predict-undo.ts'
import { predict } from '../predict.ts'
import { aPerson, civil, home, kin, row, viewOf } from '../testing/people.ts'
import { personTrials, ruleNames, rulesRaised, tried, verdicts } from '../testing/trial.ts'
import type { Trial } from '../testing/trial.ts'
import { reportsOf } from '../to-request.ts'
import { birth } from './birth.ts'

const mother = '1306814172'
const father = '0707614293'
const newborn = '2011264002'
const danish = row('citizenship', { country: '5100' })
const she = aPerson(mother, { rows: [row('address', home), civil('U'), danish] })
const he = aPerson(father, { rows: [row('address', home), civil('U')] })

const sound: Facts = {
  data: {
    motherPersonnummer: mother,
    fatherPersonnummer: father,
    birthDate: '20261120',
    sex: 'K',
    birthPlace: 'Aalborg',
    birthAuthority: '7001',
    liveBirth: true,
    documentation: 'Anmeldelse 7',
    authority: '7001',
  },
  view: viewOf(she, he),
  today: '20261123',
  authority: '7001',
  viaPrimary: false,
}

const motherWith = (...rows: Parameters<typeof row>[]) => ({
  ...she,
  rows: [...she.rows, ...rows.map((one) => row(...one))],
})
const child = (pnr: string) => ({ ...she, rows: [...she.rows, kin('child', pnr)] })

const trials: readonly Trial[] = [
  { rule: 'access', authority: '0851' },
  ...personTrials('motherPersonnummer', she),
  { rule: 'status', person: { ...she, status: '90' } },
  ...personTrials('fatherPersonnummer', he, '-2'),
  { rule: 'status-2', person: { ...he, status: '10' } },
  { rule: 'fmt-date', data: { birthDate: '20261100' } },
  { rule: 'nofuture', data: { birthDate: '20261124' } },
  { rule: 'late', data: { birthDate: '20261108' } },
  { rule: 'code', data: { sex: 'X' } },
  { rule: 'code-2', data: { birthAuthority: '9999' } },
  { rule: 'two', data: { fatherPersonnummer: mother } },
  { rule: 'live-only', data: { liveBirth: false } },
  { rule: 'mother-age', data: { motherPersonnummer: '0709614096' } },
  { rule: 'mother-sex', person: { ...she, sex: 'M' } },
  { rule: 'mother-sibling-gap', person: child('0106264001') },
  { rule: 'duplicate', person: child(newborn) },
  { rule: 'pater-est', person: { ...she, rows: [row('address', home), civil('G', '0709614231')] } },
  {
    rule: 'spouse-died',
    person: { ...she, rows: [row('address', home), civil('E', null, { start: '20260401' })] },
  },
  { rule: 'address-follows', person: { ...she, rows: [civil('U')] } },
]

/** Nobody but a person can answer it, so it is asked every time. */
const asked = ['authority-of-mother']

test('a birth asks only what no register tells', () => {
  expect(rulesRaised(birth, sound)).toEqual(asked)
})

test.each(trials)('one fact is enough to raise a rule ($rule)', (trial) => {
  expect(verdicts(birth, sound, trial)).toEqual({ sound: false, tried: true })
})

test('every rule of the birth is tried', () => {
  expect([...trials.map(({ rule }) => rule), ...asked].toSorted()).toEqual(ruleNames(birth))
})

const deadSince = (start: string) => ({
  ...she,
  status: '90',
  rows: [row('person', { status: '90' }, { start }), ...she.rows.slice(1)],
})

test('a mother may have died on the day itself', () => {
  const raised = ['20261120', '20261119'].map((start) =>
    rulesRaised(birth, tried(sound, { rule: '', person: deadSince(start) })).includes('status'),
  )
  expect(raised).toEqual([false, true])
})

test('a second twin is no duplicate of the first', () => {
  const twin = tried(sound, { rule: '', person: child(newborn), data: { birthOrder: '2' } })
  expect(rulesRaised(birth, twin)).toEqual(asked)
})

test('the birth is told by keys and data', () => {
  const [report] = reportsOf(birth, sound.data)
  expect(report?.person).toBe(mother)
  expect({ ...report?.keys, ...report?.data }).toEqual({
    MPNR: mother,
    FPNR: father,
    FODT: '20261120',
    HDTO: '20261120',
    KON: 'K',
    FOEDMYNTXT: 'Aalborg',
    FOEDMYNKOD: '7001',
    MYNKOD: '7001',
  })
})

test('the child is made of what the parents have', () => {
  const changes = predict(birth, sound.data, sound.view, { PNR: newborn })
  const told = changes.map(({ party, entity, columns }) => [
    party,
    entity,
    Object.values(columns)
      .filter((value) => value !== null)
      .join(' '),
  ])
  expect(told).toEqual([
    ['child', 'person', '01 20261120 K 20261120'],
    ['child', 'address', '0851 8513 017'],
    ['child', 'civilStatus', 'U'],
    ['child', 'citizenship', '5100'],
    ['child', 'church', 'A'],
    ['child', 'birthRegistration', '7001 Aalborg'],
    ['child', 'kinship', `mother ${mother}`],
    ['child', 'kinship', `father ${father}`],
    ['mother', 'kinship', `child ${newborn}`],
    ['father', 'kinship', `child ${newborn}`],
    ['child', 'parentalAuthority', `00003 ${mother}`],
  ])
})

test('married parents hold authority together, protection is copied', () => {
  const view = viewOf(
    {
      ...motherWith(['protection', { protectionType: '00001' }]),
      rows: [
        row('address', home),
        civil('G', father),
        row('protection', { protectionType: '00001' }),
      ],
    },
    he,
  )
  const changes = predict(birth, sound.data, view, { PNR: newborn })
  expect(
    changes
      .filter(({ entity }) => ['parentalAuthority', 'protection', 'citizenship'].includes(entity))
      .map(({ columns }) => Object.values(columns)[0]),
  ).toEqual(['5999', '00003', '00004', '00001', '00002'])
})

test('a child of an unknown mother has no home', () => {
  const { fatherPersonnummer: _, ...rest } = sound.data
  const data = { ...rest, motherPersonnummer: '0000000000' }
  const changes = predict(birth, data, viewOf(), { PNR: newborn })
  expect(changes.map(({ entity }) => entity)).toEqual([
    'person',
    'civilStatus',
    'citizenship',
    'church',
    'birthRegistration',
  ])
  expect(changes[0]?.columns['status']).toBe('20')
})

test('before its number is known the child is nobody', () => {
  const changes = predict(birth, sound.data, sound.view)
  expect(changes.filter(({ party }) => party === 'child').every(({ pnr }) => pnr === null)).toBe(
    true,
  )
  expect(personsOf(birth, sound.data, sound.view).map(({ role }) => role)).toEqual([
    'mother',
    'father',
  ])
  expect(personsOf(birth, sound.data, sound.view, { PNR: newborn })[0]).toEqual({
    role: 'child',
    pnr: newborn,
  })
})

test('undone, the number is annulled and the parents let go', () => {
  const undone = predictUndo(predict(birth, sound.data, sound.view, { PNR: newborn }))
  expect(
    undone.map(({ party, change, columns }) => [party, change, Object.values(columns).join(' ')]),
  ).toEqual([
    ['father', 'end', `child ${newborn}`],
    ['mother', 'end', `child ${newborn}`],
    ['child', 'set', '30'],
  ])
})
