import { expect, test } from 'vitest'

import type { CaseDataChange } from '../case-data.ts'
import type { Facts } from '../define-event.ts'
import { offersIn } from '../offers.ts'
import { predict } from '../predict.ts'
import type { PersonView } from '../register-view.ts'
import { aPerson, civil, home, kin, named, row, viewOf, withPerson } from '../testing/people.ts'
import { findingsOf, ruleNames, rulesRaised, tried, verdicts } from '../testing/trial.ts'
import type { Trial } from '../testing/trial.ts'
import { reportsOf } from '../to-request.ts'
import { blockersOf } from '../undo.ts'
import { reactivateAnnulledPnr } from './reactivate-annulled-pnr.ts'

const merged = '20250310'
const child = '0111164001'
const ordinary = [
  row('address', home),
  ...named('Ida', 'Holm'),
  row('citizenship', { country: '5100' }),
]

/** Its rows ended the day it was deleted as a double. */
function closed(detail: Partial<PersonView> = {}): PersonView {
  const status = detail.status ?? '50'
  const rows = detail.rows ?? ordinary.map((one) => ({ ...one, end: merged }))
  const person = aPerson('0101520013', { validPnr: '0107529039', ...detail, status })
  return { ...person, rows: [row('person', { status }, { start: merged }), ...rows] }
}

const dead = closed()
const valid = aPerson('0107529039', { rows: [...ordinary, kin('child', child)] })

const sound: Facts = {
  data: {
    personnummer: dead.pnr,
    counterpartPersonnummer: valid.pnr,
    newStatus: '01',
    reason: 'WRONG-MERGE',
    startDate: '20261120',
    documentation: 'Afgørelse 9',
    authority: '0001',
  },
  view: viewOf(dead, valid),
  today: '20261123',
  authority: '0001',
  viaPrimary: false,
}

const added = { ...valid, rows: [...valid.rows, civil('F', null, { start: '20260101' })] }

const trials: readonly Trial[] = [
  { rule: 'access', authority: '0851' },
  { rule: 'fmt-pnr', data: { personnummer: '9913990000' } },
  { rule: 'exists', nobody: dead.pnr },
  { rule: 'status', person: { ...dead, status: '01' } },
  { rule: 'fmt-pnr-2', data: { counterpartPersonnummer: '9913990000' } },
  { rule: 'exists-2', nobody: valid.pnr },
  { rule: 'two', data: { counterpartPersonnummer: dead.pnr } },
  { rule: 'doc', data: { documentation: '-' } },
  { rule: 'nofuture', data: { startDate: '20261124' } },
  { rule: 'counterpart-link', data: { counterpartPersonnummer: child } },
  { rule: 'status-target', data: { newStatus: '50' } },
  { rule: 'data-split', person: added },
]

test('a number that was merged by mistake raises nothing', () => {
  expect(rulesRaised(reactivateAnnulledPnr, sound)).toEqual([])
})

test.each(trials)('one fact is enough to raise a rule ($rule)', (trial) => {
  expect(verdicts(reactivateAnnulledPnr, sound, trial)).toEqual({ sound: false, tried: true })
})

test('every rule of the reactivation is tried', () => {
  expect(trials.map(({ rule }) => rule).toSorted()).toEqual(ruleNames(reactivateAnnulledPnr))
})

test('the number whose rows must be divided is named', () => {
  const facts = tried(sound, { rule: '', person: added })
  expect(findingsOf(reactivateAnnulledPnr, facts).map(({ people }) => people)).toEqual([
    [valid.pnr],
  ])
})

test('a row written late is since the merge too', () => {
  const late = row('church', {}, { start: '20200101', timestamp: '20250311080000000001' })
  const person = { ...valid, rows: [...valid.rows, late] }
  expect(rulesRaised(reactivateAnnulledPnr, tried(sound, { rule: '', person }))).toEqual([
    'data-split',
  ])
})

test.each([
  ['30', null, 'WRONG-ANNUL', []],
  ['50', null, 'WRONG-MERGE', ['counterpart-link']],
  ['60', valid.pnr, 'WRONG-MERGE', []],
  ['60', valid.pnr, 'RETURN', ['status']],
])('why it was closed decides what is asked (%s, %s)', (status, other, reason, rules) => {
  const data = { counterpartPersonnummer: other, reason }
  const facts = tried(sound, { rule: '', data, person: closed({ status }) })
  expect(rulesRaised(reactivateAnnulledPnr, facts)).toEqual(rules)
})

const buried = closed({ rows: [{ ...civil('D'), end: merged }] })

test.each([
  ['01', dead, false],
  ['05', dead, true],
  ['80', dead, false],
  ['05', closed({ rows: [] }), false],
  ['90', dead, true],
  ['90', buried, false],
  ['10', dead, true],
])('the new status fits what stands on the number (%s)', (newStatus, person, isRaised) => {
  const facts = tried(sound, { rule: '', data: { newStatus }, person })
  expect(rulesRaised(reactivateAnnulledPnr, facts).includes('status-target')).toBe(isRaised)
})

function offered(data: CaseDataChange, person: PersonView): readonly string[] {
  const facts = tried(sound, { rule: '', data, person })
  return offersIn(reactivateAnnulledPnr, facts, () => true)
    .filter(({ as }) => as !== 'notNeeded')
    .map(({ key, as, people }) => `${key} ${as} ${people.join(' ')}`)
}

const kinship = `kinship.correct-current@children-and-parents due ${child}`
const annulledWhole = closed({
  status: '30',
  rows: ordinary.map((one) => ({ ...one, mark: 'A', end: one.start })),
})

test.each([
  ['01', dead, []],
  ['01', closed({ rows: [] }), ['move@person due', 'naming@person due', 'citizenship@person due']],
  ['01', annulledWhole, []],
  [
    '80',
    closed({ rows: [row('name')] }),
    ['citizenship@person due', 'contact-address@person offered'],
  ],
  [
    '01',
    closed({ rows: [row('address', { municipalityCode: '0011' }), ...ordinary.slice(1)] }),
    ['move@person due'],
  ],
])('what an active number lacks is due (%s)', (newStatus, person, offers) => {
  const own = offered({ newStatus }, person).filter((offer) => offer !== kinship)
  expect(own).toEqual(offers.map((offer) => `${offer} ${dead.pnr}`))
})

test('kin of the other number may be meant for this one', () => {
  expect(offered({}, dead)).toEqual([kinship])
})

test('the status is set and the link removed', () => {
  const changes = predict(reactivateAnnulledPnr, sound.data, sound.view)
  expect(changes.map(({ pnr, entity, columns, before }) => [pnr, entity, columns, before])).toEqual(
    [
      [dead.pnr, 'person', { status: '01' }, { status: '50' }],
      [dead.pnr, 'person', { validPersonnummer: null }, expect.anything()],
    ],
  )
})

test('the reactivation is told with status and counterpart', () => {
  expect(reportsOf(reactivateAnnulledPnr, sound.data)).toEqual([
    {
      person: dead.pnr,
      service: 'GENAKT-I',
      keys: { PNR: dead.pnr },
      data: { MODPNR: valid.pnr, STATUS: '01', HDTO: '20261120', MYNKOD: '0001' },
    },
  ])
})

test.each([
  ['19990101', 0],
  ['20261121', 1],
])('a life after the reactivation keeps the number (%s)', (start, blockers) => {
  const now = aPerson(dead.pnr, { rows: [row('address', home, { start })] })
  const facts = { ...sound, view: withPerson(sound.view, now), acceptedOn: '20261123' }
  expect(blockersOf(reactivateAnnulledPnr, facts)).toHaveLength(blockers)
})
