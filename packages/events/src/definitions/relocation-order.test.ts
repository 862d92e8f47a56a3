import { expect, test } from 'vitest'

import type { Facts } from '../define-event.ts'
import { deadlinesOf, offersIn } from '../offers.ts'
import { predict } from '../predict.ts'
import { aPerson, home, row, viewOf } from '../testing/people.ts'
import { personTrials, ruleNames, rulesRaised, verdicts } from '../testing/trial.ts'
import type { Trial } from '../testing/trial.ts'
import { reportsOf } from '../to-request.ts'
import { relocationOrderLifting } from './relocation-order-lifting.ts'
import { relocationOrder } from './relocation-order.ts'

const pnr = '0709614096'
const tenant = aPerson(pnr, { rows: [row('address', home)] })
const order = row('relocationOrder', { vacateBy: '20270101' }, { start: '20261101' })
const ordered = aPerson(pnr, { rows: [row('address', home), order] })
const everywhere = { today: '20261123', authority: '0851', viaPrimary: false }

const sound: Facts = {
  ...everywhere,
  data: {
    personnummer: pnr,
    orderDate: '20261120',
    vacateBy: '20261231',
    reason: 'CONDEMNED',
    text: 'Fugt',
    authority: '0851',
  },
  view: viewOf(tenant),
}

const lifted: Facts = {
  ...everywhere,
  data: { personnummer: pnr, liftDate: '20261120', authority: '0851' },
  view: viewOf(ordered),
}

const orderTrials: readonly Trial[] = [
  { rule: 'access', authority: '7001' },
  ...personTrials('personnummer', tenant),
  { rule: 'status', person: { ...tenant, status: '05' } },
  { rule: 'own', data: { authority: '0101' } },
  { rule: 'fmt-date', data: { orderDate: '20260231' } },
  { rule: 'nofuture', data: { orderDate: '20261124' } },
  { rule: 'fmt-date-2', data: { vacateBy: '20261301' } },
  { rule: 'order', data: { vacateBy: '20261119' } },
  { rule: 'no-active-row', person: ordered },
  { rule: 'latest', data: { orderDate: '19991231' } },
]

const liftingTrials: readonly Trial[] = [
  { rule: 'access', authority: '7001' },
  ...personTrials('personnummer', ordered),
  { rule: 'status', person: { ...ordered, status: '90' } },
  { rule: 'active-row', person: tenant },
  { rule: 'fmt-date', data: { liftDate: '20260231' } },
  { rule: 'nofuture', data: { liftDate: '20261124' } },
  { rule: 'after-order', data: { liftDate: '20261031' } },
]

test('a plain order and its lifting raise nothing', () => {
  expect(rulesRaised(relocationOrder, sound)).toEqual([])
  expect(rulesRaised(relocationOrderLifting, lifted)).toEqual([])
})

test.each(orderTrials)('one fact is enough to raise a rule ($rule)', (trial) => {
  expect(verdicts(relocationOrder, sound, trial)).toEqual({ sound: false, tried: true })
})

test.each(liftingTrials)('one fact is enough against a lifting ($rule)', (trial) => {
  expect(verdicts(relocationOrderLifting, lifted, trial)).toEqual({ sound: false, tried: true })
})

test('every rule of an order and its lifting is tried', () => {
  expect(orderTrials.map(({ rule }) => rule).toSorted()).toEqual(ruleNames(relocationOrder))
  expect(liftingTrials.map(({ rule }) => rule).toSorted()).toEqual(
    ruleNames(relocationOrderLifting),
  )
})

test('the order stands from its date with its words', () => {
  const [change] = predict(relocationOrder, sound.data, sound.view)
  expect(change).toMatchObject({
    entity: 'relocationOrder',
    change: 'set',
    columns: { vacateBy: '20261231', reason: 'CONDEMNED', text: 'Fugt' },
    start: '20261120',
  })
})

test('the lifting ends the order on its date', () => {
  const changes = predict(relocationOrderLifting, lifted.data, lifted.view)
  expect(changes.map(({ entity, change, end }) => [entity, change, end])).toEqual([
    ['relocationOrder', 'end', '20261120'],
  ])
})

test('the wire tells an order from its lifting', () => {
  expect(reportsOf(relocationOrder, sound.data)[0]?.data).toEqual({
    HDTO: '20261120',
    FRAFLYTDATO: '20261231',
    PAABUDKOD: 'CONDEMNED',
    PAABUDTXT: 'Fugt',
    MYNKOD: '0851',
  })
  expect(reportsOf(relocationOrderLifting, lifted.data)[0]?.data).toEqual({
    HDTO: '20261120',
    SLETDATO: '20261120',
    MYNKOD: '0851',
  })
})

test('the move out is due on the day ordered', () => {
  const offers = offersIn(relocationOrder, sound, () => true)
  expect(offers.map(({ key, as, people }) => [key, as, people])).toEqual([
    ['move@person', 'due', [pnr]],
    ['relocation-order-lifting@person', 'offered', [pnr]],
    ['municipal-notes@person', 'offered', [pnr]],
  ])
  expect(deadlinesOf(relocationOrder, sound, '20261123')).toEqual([
    {
      id: 'relocation-order-due',
      date: '20261231',
      followOn: 'move@person',
      effect: 'stuck',
    },
  ])
})

test('what follows an order has a case apart', () => {
  const apart = relocationOrder.followOns.filter(({ separateCase }) => separateCase)
  expect(apart.map(({ key }) => key)).toEqual(['move@person', 'relocation-order-lifting@person'])
})
