import { expect, test } from 'vitest'

import { offersOf, prefillOf } from '../catalogue.ts'
import type { EventDefinition, Facts } from '../define-event.ts'
import { differences } from '../differences.ts'
import { predict } from '../predict.ts'
import { aPerson, civil, kin, named, row, viewOf } from '../testing/people.ts'
import { blockersOf } from '../undo.ts'
import { divorce } from './divorce.ts'
import { marriageAnnulment } from './marriage-annulment.ts'
import { partnershipAnnulment } from './partnership-annulment.ts'
import { partnershipDissolution } from './partnership-dissolution.ts'
import { separationCessation } from './separation-cessation.ts'

const one = '0709614231'
const two = '0707614293'
const child = '0111164001'
const grownUp = '0209954028'
const parted = ['20261120', '20100101'] as const

const separation = row('separation', {}, { start: '20260101' })

const half = (pnr: string, other: string, tie: string) =>
  aPerson(pnr, {
    rows: [
      civil(tie, other, { start: '20100101' }),
      separation,
      kin('child', child),
      kin('child', grownUp),
      ...named('Lars', 'Holm'),
    ],
  })

const factsOf = (
  tie: string,
  words: { readonly other: string; readonly date: string; readonly authority: string },
): Facts => ({
  data: {
    personnummer: one,
    [words.other]: two,
    [words.date]: '20261120',
    [words.authority]: '1301',
  },
  view: viewOf(half(one, two, tie), half(two, one, tie)),
  today: '20261123',
  authority: '1301',
  viaPrimary: false,
})

const ofPartners = { other: 'partnerPersonnummer', date: 'endDate', authority: 'deciding' }
const annulled = { other: 'spousePersonnummer', date: 'annulmentDate', authority: 'court' }
const divorced = { other: 'spousePersonnummer', date: 'divorceDate', authority: 'deciding' }

const partings: readonly (readonly [string, EventDefinition, Facts, string])[] = [
  ['marriage annulled', marriageAnnulment, factsOf('G', annulled), 'CORRECTION'],
  ['partnership annulled', partnershipAnnulment, factsOf('P', ofPartners), 'CORRECTION'],
  ['partnership dissolved', partnershipDissolution, factsOf('P', ofPartners), 'DIVORCE'],
  ['divorce', divorce, factsOf('G', divorced), 'DIVORCE'],
]

const standings = (event: EventDefinition, facts: Facts) =>
  Object.fromEntries(offersOf(event, facts).map(({ key, as, people }) => [key, [as, ...people]]))

test.each(partings)('the separation ends in a case of its own (%s)', (_, event, facts, reason) => {
  const offer = offersOf(event, facts).find(({ key }) => key.startsWith('separation-cessation'))
  expect(offer).toMatchObject({ as: 'derived', people: [one] })
  const prefilled = prefillOf(
    event,
    { followOn: offer?.key ?? '', person: one },
    facts.data,
    facts.view,
  )
  expect(prefilled).toEqual({
    personnummer: one,
    spousePersonnummer: two,
    endDate: '20261120',
    reason,
    authority: '1301',
  })
})

test.each(partings)('no separation, no case of it (%s)', (_, event, facts) => {
  const view = viewOf(
    ...Object.values(facts.view.people).map((person) => {
      if (!person) throw new Error('nobody')
      return { ...person, rows: person.rows.filter(({ entity }) => entity !== 'separation') }
    }),
  )
  const offer = offersOf(event, { ...facts, view }).find(({ key }) => key.startsWith('separation'))
  expect(offer?.as).toBe('notNeeded')
})

test('the case of the separation finds what the divorce wrote', () => {
  const facts = factsOf('G', divorced)
  const opened = { followOn: 'separation-cessation@couple', person: one }
  const prefilled = prefillOf(divorce, opened, facts.data, facts.view)
  const [end, start] = parted
  const after = [one, two].map((pnr) =>
    aPerson(pnr, {
      rows: [
        civil('F', null, { start: end }),
        civil('G', pnr === one ? two : one, { start, end }),
        { ...separation, end },
      ],
    }),
  )
  const expected = predict(separationCessation, prefilled, facts.view)
  expect(expected.map(({ pnr }) => pnr)).toEqual([one, two])
  expect(differences(expected, viewOf(...after))).toEqual([])
  expect(differences(expected, facts.view)).toHaveLength(2)
})

test('a divorce leaves the children to the worker', () => {
  expect(standings(divorce, factsOf('G', divorced))).toEqual({
    'separation-cessation@couple': ['derived', one],
    'parental-authority@joint-children': ['offered', child],
    'shared-residence-registration@joint-children': ['offered', child],
    'move@person-spouse-or-children': ['offered', one, two, child],
    'name-change@person-or-spouse': ['offered', one, two],
    'addressing-name@person-or-spouse': ['offered', one, two],
    'protection@person-or-spouse': ['offered', one, two],
  })
})

test('partners without joint children are offered nothing about them', () => {
  const facts = factsOf('P', ofPartners)
  const childless = viewOf(aPerson(one, { rows: [civil('P', two)] }), half(two, one, 'P'))
  expect(standings(partnershipDissolution, facts)).toMatchObject({
    'parental-authority@children': ['offered', child],
    'shared-residence-registration@children': ['offered', child],
  })
  expect(standings(partnershipDissolution, { ...facts, view: childless })).toMatchObject({
    'parental-authority@children': ['notNeeded'],
    'shared-residence-registration@children': ['notNeeded'],
  })
})

test('a name taken back begins with the name that stands', () => {
  const { data, view } = factsOf('G', divorced)
  const opened = { followOn: 'name-change@person-or-spouse', person: two }
  expect(prefillOf(divorce, opened, data, view)).toEqual({
    personnummer: two,
    nameDate: '20261120',
    ground: 'APPLICATION',
    firstNames: 'Lars',
    lastName: 'Holm',
  })
})

const standingOf = (status: string, start: string) =>
  aPerson(two, { rows: [civil(status, '0709614096', { start })] })

const blockersNow = (event: EventDefinition, facts: Facts, status: string, start = '20261122') =>
  blockersOf(event, {
    ...facts,
    view: viewOf(aPerson(one, { rows: [civil('F')] }), standingOf(status, start)),
    acceptedOn: '20261123',
  }).map(({ severity }) => severity)

test.each(partings)('a later marriage stands in the way of undoing it (%s)', (_, event, facts) => {
  expect(blockersNow(event, facts, 'G')).toEqual(['error'])
  expect(blockersNow(event, facts, 'F', '20261120')).toEqual([])
})

test('a death since a divorce must be judged anew', () => {
  expect(blockersNow(divorce, factsOf('G', divorced), 'D')).toEqual(['error'])
  expect(blockersNow(partnershipDissolution, factsOf('P', ofPartners), 'D')).toEqual(['error'])
  expect(blockersNow(marriageAnnulment, factsOf('G', annulled), 'D')).toEqual([])
})
