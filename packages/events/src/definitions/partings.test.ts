import { expect, test } from 'vitest'

import type { EventDefinition, Facts } from '../define-event.ts'
import { differences } from '../differences.ts'
import { predict } from '../predict.ts'
import { aPerson, civil, home, row, viewOf } from '../testing/people.ts'
import { personTrials, ruleNames, rulesRaised, tried, verdicts } from '../testing/trial.ts'
import type { Trial } from '../testing/trial.ts'
import { reportsOf } from '../to-request.ts'
import { divorce } from './divorce.ts'
import { marriageAnnulment } from './marriage-annulment.ts'
import { partnershipAnnulment } from './partnership-annulment.ts'
import { partnershipDissolution } from './partnership-dissolution.ts'

/** The four ways in which two are parted differ in the words of their forms and in what the two become. */

const one = '0709614231'
const two = '0707614293'

interface Parting {
  readonly event: EventDefinition
  readonly tie: 'G' | 'P'
  readonly other: string
  readonly date: string
  readonly authority: string
  readonly decision: string
  readonly mark: string
  readonly becomes: string
  readonly more?: Readonly<Record<string, string>>
  /** Declarations that are asked every time. */
  readonly asked?: readonly string[]
  readonly ownTrials?: (parting: Parting) => readonly Trial[]
}

const ofPartners = {
  tie: 'P',
  other: 'partnerPersonnummer',
  date: 'endDate',
  authority: 'deciding',
  decision: 'decision',
  mark: 'PA',
} as const

const ofSpouses = { tie: 'G', other: 'spousePersonnummer', mark: 'ÆG' } as const

const partings: readonly Parting[] = [
  {
    ...ofSpouses,
    event: marriageAnnulment,
    date: 'annulmentDate',
    authority: 'court',
    decision: 'judgment',
    becomes: 'U',
    asked: ['not-error'],
  },
  { ...ofPartners, event: partnershipAnnulment, becomes: 'U' },
  { ...ofPartners, event: partnershipDissolution, becomes: 'O' },
  {
    ...ofSpouses,
    event: divorce,
    date: 'divorceDate',
    authority: 'deciding',
    decision: 'decision',
    becomes: 'F',
    more: { ground: 'AGREEMENT' },
    ownTrials: (parting) => [
      { rule: 'ground-separation', data: { ground: 'SEPARATION' } },
      { rule: 'spouse-dead', person: { ...half(parting, two, one), status: '90' } },
      { rule: 'abroad', data: { country: '5120' } },
    ],
  },
]

const half = ({ tie }: Parting, pnr: string, other: string) =>
  aPerson(pnr, { rows: [civil(tie, other, { start: '20100101' }), row('address', home)] })

const soundOf = (parting: Parting): Facts => ({
  data: {
    personnummer: one,
    [parting.other]: two,
    [parting.date]: '20261120',
    [parting.authority]: '1301',
    [parting.decision]: 'Afgørelse 7',
    ...parting.more,
  },
  view: viewOf(half(parting, one, two), half(parting, two, one)),
  today: '20261123',
  authority: '1301',
  viaPrimary: false,
})

const named = (parting: Parting) => [parting.event.id, parting] as const

const trialsOf = (parting: Parting): readonly Trial[] => {
  const { other, date, authority, decision, tie, ownTrials } = parting
  const [person, partner] = [half(parting, one, two), half(parting, two, one)]
  return [
    { rule: 'access', authority: '7001' },
    ...personTrials('personnummer', person),
    { rule: 'status', person: { ...person, status: '30' } },
    ...personTrials(other, partner, '-2'),
    { rule: 'fmt-date', data: { [date]: '20261131' } },
    { rule: 'nofuture', data: { [date]: '20261124' } },
    { rule: 'civ', person: aPerson(one, { rows: [civil('F')] }) },
    { rule: 'latest', data: { [date]: '20091231' } },
    { rule: 'code', data: { [authority]: '9999' } },
    { rule: 'doc', data: { [decision]: '-' } },
    { rule: 'same-pair', person: aPerson(two, { rows: [civil(tie, '0709614096')] }) },
    ...(ownTrials?.(parting) ?? []),
  ]
}

test.each(partings.map(named))('a couple that is parted raises nothing else (%s)', (_, parting) => {
  expect(rulesRaised(parting.event, soundOf(parting))).toEqual(parting.asked ?? [])
})

const every = partings.flatMap((parting) =>
  trialsOf(parting).map((trial) => [parting.event.id, trial.rule, parting, trial] as const),
)

test.each(every)('one fact is enough to raise a rule (%s %s)', (_, __, parting, trial) => {
  const told = verdicts(parting.event, soundOf(parting), trial)
  expect(told).toEqual({ sound: false, tried: true })
})

test.each(partings.map(named))('every rule of the parting is tried (%s)', (_, parting) => {
  const rules = [...trialsOf(parting).map(({ rule }) => rule), ...(parting.asked ?? [])]
  expect(rules.toSorted()).toEqual(ruleNames(parting.event))
})

test.each(partings.map(named))('a tie with somebody else is none (%s)', (_, parting) => {
  const view = viewOf(half(parting, one, '0709614096'), half(parting, two, one))
  expect(rulesRaised(parting.event, { ...soundOf(parting), view })).toEqual(
    expect.arrayContaining(['civ', 'same-pair']),
  )
})

test.each(partings.map(named))('the two change together (%s)', (_, parting) => {
  const separated = [half(parting, one, two), half(parting, two, one)].map((person) => ({
    ...person,
    rows: [...person.rows, row('separation', {}, { start: '20260101' })],
  }))
  const told = predict(parting.event, soundOf(parting).data, viewOf(...separated)).map(
    ({ pnr, entity, change, columns, derivedMark }) => [
      pnr,
      `${change} ${entity}`,
      columns['civilStatus'] ?? null,
      derivedMark,
    ],
  )
  expect(told).toEqual([
    [one, 'append civilStatus', parting.becomes, null],
    [two, 'append civilStatus', parting.becomes, parting.mark],
    [one, 'end separation', null, null],
    [two, 'end separation', null, parting.mark],
  ])
})

const annulments = partings.filter(({ becomes }) => becomes === 'U')

test.each(annulments.map(named))('each is again what they were before (%s)', (_, parting) => {
  const widower = aPerson(one, {
    rows: [
      civil(parting.tie, two, { start: '20100101' }),
      civil('E', '0709614096', { start: '20050101', end: '20100101' }),
      civil('G', '0709614096', { start: '19900101', end: '20050101' }),
    ],
  })
  const view = viewOf(widower, half(parting, two, one))
  const [his, hers] = predict(parting.event, soundOf(parting).data, view)
  expect(his?.columns).toMatchObject({ civilStatus: 'E', spousePersonnummer: '0709614096' })
  expect(hers?.columns).toMatchObject({ civilStatus: 'U', spousePersonnummer: null })
})

test('what the register then shows is no surprise', () => {
  const after = [one, two].map((pnr) =>
    aPerson(pnr, {
      rows: [
        civil('F', null, { start: '20261120' }),
        civil('G', pnr === one ? two : one, { start: '20100101', end: '20261120' }),
      ],
    }),
  )
  const [parting] = partings.filter(({ event }) => event === divorce)
  if (!parting) throw new Error('no divorce')
  const { data, view } = soundOf(parting)
  expect(differences(predict(divorce, data, view), viewOf(...after))).toEqual([])
  expect(differences(predict(divorce, data, view), view)).not.toEqual([])
})

test.each([
  ['20260519', []],
  ['20260521', ['ground-separation']],
])('a separation is ground for divorce after six months (%s)', (start, raised) => {
  const [parting] = partings.filter(({ event }) => event === divorce)
  if (!parting) throw new Error('no divorce')
  const person = half(parting, one, two)
  const separated = { ...person, rows: [...person.rows, row('separation', {}, { start })] }
  const trial = { rule: '', data: { ground: 'SEPARATION' }, person: separated }
  expect(rulesRaised(divorce, tried(soundOf(parting), trial))).toEqual(raised)
})

test.each(partings.map(named))('the other one is a key of the report (%s)', (_, parting) => {
  const [report, ...others] = reportsOf(parting.event, soundOf(parting).data)
  expect(others).toEqual([])
  expect(report?.keys).toEqual({ PNR: one, SPNR: two })
  expect(report?.data).toMatchObject({ HDTO: '20261120', MYNKOD: '1301' })
})
