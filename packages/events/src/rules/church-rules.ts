import { isTrue, textOf } from '../case-data.ts'
import { ageOn, isAfter, isBefore, isRealDate, lastDayOf } from '../dates.ts'
import type { Facts, RuleSpec } from '../define-event.ts'
import { columnOf } from '../person-facts.ts'
import { birthDateOf, isPnr } from '../pnr.ts'
import { say } from '../text.ts'
import { fmtDate, latest, noFuture, notBeforeBirth } from './date-rules.ts'
import { ofList } from './form-rules.ts'
import { personRules } from './person-rules.ts'
import { living } from './person-statuses.ts'
import { activeRow, sameAsRegistered } from './row-rules.ts'
import { isAnyone } from './subjects.ts'

const person = say('personen', 'the person')
const currentRelation = say('det nuværende folkekirkeforhold', 'the current church relation')
const startDate = { field: 'startDate', what: say('startdatoen', 'the start date') } as const
const withdrawalDate = {
  field: 'withdrawalDate',
  what: say('udtrædelsesdatoen', 'the withdrawal date'),
} as const
const baptismDate = {
  field: 'baptismDate',
  what: say('dåbsdatoen', 'the baptism date'),
  suffix: '-2',
} as const

/** In the national church, or in one whose members it counts as baptised. */
const memberships = ['F', 'M', 'S']

/** Told by the number: nobody need be looked up to know who decides. */
function bornOn({ data }: Facts): string | null {
  const pnr = textOf(data, 'personnummer')
  return isPnr(pnr) ? birthDateOf(pnr) : null
}

/** The holder of parental authority decides for somebody under 18. */
export function needsHoldersConsent(facts: Facts): boolean {
  const [born, day] = [bornOn(facts), textOf(facts.data, 'startDate')]
  return born !== null && day !== '' && ageOn(born, day) < 18
}

const baptised: RuleSpec<'churchRelation' | 'act'> = {
  id: 'baptised',
  layer: 'cross-field',
  severity: 'error',
  basis: 'sourced',
  fields: ['churchRelation', 'act'],
  declaration: true,
  message: say(
    'Et medlem er døbt: bekræft, at dåben er dokumenteret',
    'A member is baptised: confirm that the baptism is documented',
  ),
  isRaised: ({ data }) =>
    memberships.includes(textOf(data, 'churchRelation')) && textOf(data, 'act') !== 'BAPTISM',
}

/** A child whose relation waits has joined nothing that could end. */
const undecided = ['A', 'F']

const otherFaith: RuleSpec<'churchRelation'> = {
  id: 'other-faith',
  layer: 'register',
  severity: 'warning',
  basis: 'sourced',
  fields: ['churchRelation'],
  declaration: true,
  message: say(
    'Personen står uden for folkekirken: bekræft, at et medlemskab af et andet trossamfund er ophørt',
    'The person stands outside the national church: confirm that membership of another faith has ended',
  ),
  isRaised: isAnyone(['personnummer'], (subject, { data }) => {
    const now = columnOf(subject, 'church', 'churchRelation')
    return textOf(data, 'churchRelation') === 'F' && now !== null && !undecided.includes(now)
  }),
}

const consent: RuleSpec<'holderConsent'> = {
  id: 'consent',
  layer: 'cross-field',
  severity: 'error',
  basis: 'sourced',
  fields: ['holderConsent'],
  message: say(
    'Under 18 år afgør indehaveren af forældremyndigheden sagen og skal have samtykket; fra 15 år samtykker personen også selv',
    'Under 18 the holder of parental authority decides and must have consented; from 15 the person consents as well',
  ),
  isRaised: (facts) => needsHoldersConsent(facts) && !isTrue(facts.data, 'holderConsent'),
}

export const membershipRules = [
  ...personRules({ field: 'personnummer', who: person, statuses: living }),
  fmtDate(startDate),
  noFuture(startDate),
  notBeforeBirth(startDate, { people: ['personnummer'], who: person }),
  latest(startDate, { people: ['personnummer'], entity: 'church', row: currentRelation }),
  ofList(
    { field: 'churchRelation', what: say('folkekirkeforholdet', 'the church relation') },
    'church',
  ),
  sameAsRegistered(
    {
      field: 'churchRelation',
      person: 'personnummer',
      what: say('folkekirkeforholdet', 'the church relation'),
    },
    (subject, { data }) =>
      columnOf(subject, 'church', 'churchRelation') === textOf(data, 'churchRelation'),
  ),
  baptised,
  otherFaith,
  consent,
]

/** A day between the birth, which the number tells, and the withdrawal. */
function isBaptismPossible(facts: Facts): boolean {
  const [day, left] = [textOf(facts.data, 'baptismDate'), textOf(facts.data, 'withdrawalDate')]
  const born = bornOn(facts)
  if (day === '') return false
  const isBorn = born === null || !isBefore(lastDayOf(day), born)
  return isBorn && !(isRealDate(left) && isAfter(day, left))
}

const written: RuleSpec<'baptismPlace' | 'baptismDate'> = {
  id: 'written',
  layer: 'cross-field',
  severity: 'error',
  basis: 'sourced',
  fields: ['baptismPlace', 'baptismDate'],
  message: say(
    'Anmodningen skal være skriftlig og nævne sted og dato for fødsel og dåb; dåben skal ligge efter fødslen og før udtrædelsen',
    'The request must be in writing and name the place and date of birth and baptism; the baptism must lie after the birth and before the withdrawal',
  ),
  isRaised: (facts) =>
    !/\p{L}/u.test(textOf(facts.data, 'baptismPlace')) || !isBaptismPossible(facts),
}

const identity: RuleSpec<'proxy'> = {
  id: 'identity',
  layer: 'cross-field',
  severity: 'warning',
  basis: 'sourced',
  fields: ['proxy'],
  declaration: true,
  message: say(
    'Bekræft, at ønsket er personens eget: er du i tvivl, så spørg personen på folkeregisteradressen',
    'Confirm that the wish is the person’s own: in doubt, ask the person at the registered address',
  ),
  isRaised: () => true,
}

export const withdrawalRules = [
  ...personRules({ field: 'personnummer', who: person, statuses: living }),
  fmtDate(withdrawalDate),
  noFuture(withdrawalDate),
  fmtDate(baptismDate),
  latest(withdrawalDate, { people: ['personnummer'], entity: 'church', row: currentRelation }),
  activeRow({
    field: 'personnummer',
    who: person,
    entity: 'church',
    row: say('registrering som medlem af folkekirken', 'membership of the national church'),
    isMeant: (row) => row.columns['churchRelation'] === 'F',
  }),
  written,
  identity,
]
