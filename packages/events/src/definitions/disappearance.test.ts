import { expect, test } from 'vitest'

import type { Facts } from '../define-event.ts'
import { deadlinesOf, offersIn } from '../offers.ts'
import { predict } from '../predict.ts'
import { prefillFrom } from '../prefill.ts'
import { aPerson, home, kin, row, viewOf } from '../testing/people.ts'
import { personTrials, ruleNames, rulesRaised, tried, verdicts } from '../testing/trial.ts'
import type { Trial } from '../testing/trial.ts'
import { reportsOf } from '../to-request.ts'
import { blockersOf } from '../undo.ts'
import { disappearance } from './disappearance.ts'

const woman = '0709614096'
const child = '0111164001'
const father = '0709614231'
const elsewhere = { ...home, houseNumber: '003' }
const shared = row('sharedResidence', {
  otherParentPersonnummer: father,
  agreementKind: 'PLAIN',
})
const gone = aPerson(woman, { rows: [row('address', home), kin('child', child)] })
const away = aPerson(child, { rows: [row('address', elsewhere), kin('mother', woman)] })
const atHome = aPerson(child, { rows: [row('address', home), kin('mother', woman)] })
const between = aPerson(child, { rows: [...away.rows, shared] })

const sound: Facts = {
  data: {
    personnummer: woman,
    disappearanceDate: '20261120',
    investigation: 'Partshøring uden svar',
    authority: '0851',
  },
  view: viewOf(gone, away),
  today: '20261123',
  authority: '0851',
  viaPrimary: false,
}

const trials: readonly Trial[] = [
  { rule: 'access', authority: '7001' },
  ...personTrials('personnummer', gone),
  { rule: 'status', person: { ...gone, status: '80' } },
  { rule: 'own', data: { authority: '0101' } },
  { rule: 'fmt-date', data: { disappearanceDate: '20261100' } },
  { rule: 'nofuture', data: { disappearanceDate: '20261124' } },
  { rule: 'latest', data: { disappearanceDate: '19991231' } },
  { rule: 'doc', data: { investigation: '-' } },
  { rule: 'children', person: atHome },
  { rule: 'shared', person: between },
]

test('a disappearance asks only whether somebody searched', () => {
  expect(rulesRaised(disappearance, sound)).toEqual(['searched'])
})

test.each(trials)('one fact is enough to raise a rule ($rule)', (trial) => {
  expect(verdicts(disappearance, sound, trial)).toEqual({ sound: false, tried: true })
})

test('every rule of the disappearance is tried', () => {
  expect([...trials.map(({ rule }) => rule), 'searched'].toSorted()).toEqual(
    ruleNames(disappearance),
  )
})

test.each(['relocationOrder', 'supplementaryAddress', 'sharedResidence'] as const)(
  'what goes with the home is told of (%s)',
  (entity) => {
    const person = aPerson(woman, { rows: [row('address', home), row(entity)] })
    expect(rulesRaised(disappearance, tried(sound, { rule: '', person }))).toContain('shared')
  },
)

test('an uncertain day may be unknown in part', () => {
  const data = { disappearanceDate: '20261100', dateUncertain: true }
  expect(rulesRaised(disappearance, tried(sound, { rule: '', data }))).toEqual(['searched'])
})

test('whoever is gone keeps nothing that goes with a home', () => {
  const rows = [
    row('address', home),
    row('supplementaryAddress', { line1: 'Boks 3' }),
    row('relocationOrder'),
    kin('child', child),
  ]
  const view = viewOf(aPerson(woman, { rows }), between)
  const told = predict(disappearance, sound.data, view).map(
    ({ party, entity, change, start, end }) => [party, entity, change, end ?? start],
  )
  expect(told).toEqual([
    ['person', 'person', 'set', null],
    ['person', 'address', 'end', '20261120'],
    ['person', 'disappearance', 'append', '20261120'],
    ['person', 'supplementaryAddress', 'end', '20261120'],
    ['person', 'relocationOrder', 'end', '20261120'],
    ['children', 'sharedResidence', 'end', '20261120'],
  ])
})

const offered = (person: typeof away) =>
  Object.fromEntries(
    offersIn(disappearance, tried(sound, { rule: '', person }), () => true).map(
      ({ key, as, people }) => [key, [as, ...people]],
    ),
  )

test('a child at home must move, one elsewhere need not', () => {
  expect(offered(atHome)).toEqual({
    'contact-address@person': ['offered', woman],
    'shared-residence-cessation@children': ['notNeeded'],
    'move@children': ['due', child],
    'municipal-notes@person': ['offered', woman],
  })
  expect(offered(between)).toMatchObject({
    'shared-residence-cessation@children': ['derived', child],
    'move@children': ['notNeeded'],
  })
})

test('the end of shared residence knows all it needs', () => {
  const followOn = 'shared-residence-cessation@children'
  const view = viewOf(gone, between)
  expect(prefillFrom(disappearance, { followOn, person: child }, sound.data, view)).toEqual({
    personnummer: child,
    otherParentPersonnummer: father,
    startDate: '20000101',
    endDate: '20261120',
    agreementKind: 'PLAIN',
    reason: 'MOVE',
    authority: '0851',
  })
})

test('the register is told the day alone', () => {
  expect(reportsOf(disappearance, sound.data)[0]?.data).toEqual({
    HDTO: '20261120',
    MYNKOD: '0851',
  })
})

test('somebody gone is sought again after a year', () => {
  expect(deadlinesOf(disappearance, sound, '20261123')).toEqual([
    { id: 'disappearance-follow-up', date: '20271120', followOn: null, effect: 'note' },
  ])
})

test.each([
  ['70', []],
  ['01', ['error']],
  ['80', ['error']],
  ['90', ['error']],
])('only who is still gone can be brought back (%s)', (status, blockers) => {
  const view = viewOf(aPerson(woman, { status }))
  const raised = blockersOf(disappearance, { ...sound, view, acceptedOn: '20261123' })
  expect(raised.map(({ severity }) => severity)).toEqual(blockers)
})
