import { describe, expect, test } from 'vitest'

import type { EventDefinition, Facts } from '../define-event.ts'
import type { Entity } from '../entities.ts'
import { offersIn } from '../offers.ts'
import { predict } from '../predict.ts'
import { prefillFrom } from '../prefill.ts'
import { aPerson, home, row, viewOf } from '../testing/people.ts'
import { personTrials, ruleNames, rulesRaised, tried, verdicts } from '../testing/trial.ts'
import type { Trial } from '../testing/trial.ts'
import { reportsOf } from '../to-request.ts'
import { contactAddress, contactAddressCessation } from './contact-address.ts'
import { supplementaryAddress, supplementaryAddressCessation } from './supplementary-address.ts'

const pnr = '0709614096'
const address = row('address', home, { start: '20200101' })
const resident = aPerson(pnr, { rows: [address] })
const everywhere = { today: '20261123', authority: '0851', viaPrimary: false }
const columns = { line1: 'Lejlighed 3', line2: 'Havnen 1', line3: null, line4: null, line5: null }

interface Kind {
  readonly entity: Entity
  readonly registration: EventDefinition
  readonly cessation: EventDefinition
}

const kinds: readonly Kind[] = [
  {
    entity: 'supplementaryAddress',
    registration: supplementaryAddress,
    cessation: supplementaryAddressCessation,
  },
  { entity: 'contactAddress', registration: contactAddress, cessation: contactAddressCessation },
]

describe.each(kinds)('an address of text ($entity)', ({ entity, registration, cessation }) => {
  const standing = aPerson(pnr, {
    rows: [address, row(entity, columns, { start: '20260101' })],
  })
  const sound: Facts = {
    ...everywhere,
    data: {
      personnummer: pnr,
      startDate: '20261120',
      endDate: '20270331',
      lines: ['Lejlighed 3', 'Havnen 1'],
      authority: '0851',
    },
    view: viewOf(resident),
  }
  const ended: Facts = {
    ...everywhere,
    data: { personnummer: pnr, endDate: '20261201', authority: '0851' },
    view: viewOf(standing),
  }

  const trials: readonly Trial[] = [
    { rule: 'access', authority: '7001' },
    ...personTrials('personnummer', resident),
    { rule: 'status', person: { ...resident, status: '30' } },
    { rule: 'fmt-date', data: { startDate: '20260231' } },
    { rule: 'window', data: { startDate: '20261222' } },
    { rule: 'order', data: { endDate: '20261119' } },
    { rule: 'fmt-lines', data: { lines: ['x'.repeat(35)] } },
    { rule: 'fmt-text', data: { lines: ['東京'] } },
    { rule: 'same', person: standing },
  ]

  const cessationTrials: readonly Trial[] = [
    { rule: 'access', authority: '7001' },
    ...personTrials('personnummer', standing),
    { rule: 'status', person: { ...standing, status: '30' } },
    { rule: 'active-row', person: resident },
    { rule: 'fmt-date', data: { endDate: '20260231' } },
    { rule: 'window', data: { endDate: '20261222' } },
  ]

  test('a plain text and its end raise nothing', () => {
    expect(rulesRaised(registration, sound)).toEqual([])
    expect(rulesRaised(cessation, ended)).toEqual([])
  })

  test.each(trials)('one fact is enough to raise a rule ($rule)', (trial) => {
    expect(verdicts(registration, sound, trial)).toEqual({ sound: false, tried: true })
  })

  test.each(cessationTrials)('one fact is enough against an end ($rule)', (trial) => {
    expect(verdicts(cessation, ended, trial)).toEqual({ sound: false, tried: true })
  })

  test('every rule of the two is tried', () => {
    expect(trials.map(({ rule }) => rule).toSorted()).toEqual(ruleNames(registration))
    expect(cessationTrials.map(({ rule }) => rule).toSorted()).toEqual(ruleNames(cessation))
  })

  test('another line makes it another address', () => {
    const facts = tried(sound, { rule: '', person: standing, data: { lines: ['Havnen 1'] } })
    expect(rulesRaised(registration, facts)).toEqual([])
  })

  test('the lines stand from the start to the end', () => {
    const [change] = predict(registration, sound.data, sound.view)
    expect(change).toMatchObject({ entity, columns, start: '20261120', end: '20270331' })
  })

  test('the row that stands ends on the day', () => {
    const changes = predict(cessation, ended.data, ended.view)
    expect(changes.map((change) => [change.entity, change.change, change.end])).toEqual([
      [entity, 'end', '20261201'],
    ])
  })

  test('each line is a field of the report', () => {
    expect(reportsOf(registration, sound.data)[0]?.data).toEqual({
      STARTDATO: '20261120',
      SLETDATO: '20270331',
      ADR1: 'Lejlighed 3',
      ADR2: 'Havnen 1',
      MYNKOD: '0851',
    })
    expect(reportsOf(cessation, ended.data)[0]?.data).toEqual({
      SLETDATO: '20261201',
      MYNKOD: '0851',
    })
  })

  const offered = (data: Trial['data'] = {}, rows = [address]) => {
    const facts = tried(sound, { rule: '', data, person: aPerson(pnr, { rows }) })
    return offersIn(registration, facts, () => true)[0]?.as
  }

  test('only a home newer than the text calls for its end', () => {
    expect(offered()).toBe('notNeeded')
    expect(offered({ startDate: '20191231' })).toBe('offered')
    expect(offered({ startDate: '20191231', endDate: null })).toBe('offered')
    expect(offered({ startDate: '20191231', endDate: '20261123' })).toBe('notNeeded')
    expect(offered({ startDate: '20191231' }, [])).toBe('notNeeded')
  })

  test('a move here is no return from abroad', () => {
    const left = row('address', home, { start: '20100101', end: '20200101' })
    const isContact = entity === 'contactAddress'
    expect(offered({ startDate: '20191231' }, [address, left])).toBe(
      isContact ? 'notNeeded' : 'offered',
    )
  })

  test('the end is offered for the day of the new home', () => {
    const data = { ...sound.data, startDate: '20191231' }
    const followOn = registration.followOns[0]?.key ?? ''
    expect(prefillFrom(registration, { followOn, person: pnr }, data, sound.view)).toEqual({
      personnummer: pnr,
      authority: '0851',
      endDate: '20200101',
    })
  })
})

test('post may be for somebody dead, beside a home never', () => {
  const dead = viewOf(aPerson(pnr, { status: '90' }))
  const data = { personnummer: pnr, startDate: '20261120', lines: ['Bo'], authority: '0851' }
  const facts = { ...everywhere, data, view: dead }
  expect(rulesRaised(contactAddress, facts)).toEqual([])
  expect(rulesRaised(supplementaryAddress, facts)).toEqual(['status'])
})
