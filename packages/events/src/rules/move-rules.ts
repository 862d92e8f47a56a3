import { textOf } from '../case-data.ts'
import { isBefore, lastDayOf } from '../dates.ts'
import type { Facts, RuleSpec } from '../define-event.ts'
import { currentRow } from '../person-facts.ts'
import { say } from '../text.ts'
import { datedAhead, fmtDate, late, latest, notBeforeBirth, withinWindow } from './date-rules.ts'
import { fmtNumbers } from './form-rules.ts'
import { hasRoad, hostConfirms, overcrowding, road, sameAddress } from './move-address-rules.ts'
import { childAlone, childHearing, familyMembers } from './move-family-rules.ts'
import { personRules } from './person-rules.ts'
import { resident } from './person-statuses.ts'
import { isAnyone } from './subjects.ts'

const person = say('personen', 'the person')
const moveDate = { field: 'moveDate', what: say('flyttedatoen', 'the move date') } as const

const toMunicipality: RuleSpec<'municipalityCode' | 'authority'> = {
  id: 'to-municipality',
  layer: 'authority',
  severity: 'error',
  basis: 'sourced',
  fields: ['municipalityCode', 'authority'],
  message: say(
    'Myndigheden skal være tilflytningskommunen, ved afgørelse den, der har afgjort sagen',
    'The authority must be the municipality moved to, with a decision the one that decided',
  ),
  isRaised: ({ data }) =>
    textOf(data, 'moveReason') !== 'DECISION' &&
    textOf(data, 'authority') !== textOf(data, 'municipalityCode').padStart(4, '0'),
}

const livesThere: RuleSpec<'careOf'> = {
  id: 'lives-there',
  layer: 'cross-field',
  severity: 'warning',
  basis: 'sourced',
  fields: ['careOf'],
  declaration: true,
  message: say(
    'Bekræft, at personen faktisk bor på c/o-adressen',
    'Confirm that the person really lives at the c/o address',
  ),
  isRaised: ({ data }) => textOf(data, 'careOf').trim() !== '',
}

const reasonsWithoutRoad = ['NO-FIXED', 'THREATENED', 'DECISION', 'INSTITUTION']

const specialRoad: RuleSpec<'streetCode' | 'moveReason'> = {
  id: 'special-road',
  layer: 'cross-field',
  severity: 'error',
  basis: 'sourced',
  fields: ['streetCode', 'moveReason'],
  message: say(
    'En vejkode 9900-9999 kræver flytteart uden fast bopæl, truet, afgørelse eller institution, og uden fast bopæl kræver en sådan vejkode',
    'A road code 9900-9999 needs moveReason NO-FIXED, THREATENED, DECISION or INSTITUTION, NO-FIXED needs such a code, and the status becomes 03 (07 in Greenland)',
  ),
  isRaised: (facts) => {
    const reason = textOf(facts.data, 'moveReason')
    return hasRoad(facts) ? reason === 'NO-FIXED' : !reasonsWithoutRoad.includes(reason)
  },
}

const threatened: RuleSpec<'moveReason'> = {
  id: 'threatened',
  layer: 'cross-field',
  severity: 'error',
  basis: 'sourced',
  fields: ['moveReason'],
  declaration: true,
  message: say(
    'Bekræft, at politiet skriftligt har underrettet om truslen',
    'Confirm that the police have given written notice of the threat',
  ),
  isRaised: ({ data }) => textOf(data, 'moveReason') === 'THREATENED',
}

const institution: RuleSpec<'moveReason'> = {
  id: 'institution',
  layer: 'cross-field',
  severity: 'warning',
  basis: 'sourced',
  fields: ['moveReason'],
  message: say(
    'Fængsel eller institution ændrer ikke i sig selv adressen',
    'Prison or an institution does not by itself change the address',
  ),
  isRaised: ({ data }) => textOf(data, 'moveReason') === 'INSTITUTION',
}

const order: RuleSpec<'personnummer'> = {
  id: 'order',
  layer: 'register',
  severity: 'warning',
  basis: 'inferred',
  fields: ['personnummer'],
  message: say('Personen har et flyttepåbud', 'The person has a relocation order'),
  isRaised: isAnyone(
    ['personnummer'],
    (subject) => currentRow(subject, 'relocationOrder') !== undefined,
  ),
}

/** A move that lies before the address that stands is former data, not an event. */
export function isOldMove(facts: Facts): boolean {
  const day = textOf(facts.data, 'moveDate')
  return isAnyone(['personnummer'], (subject) => {
    const row = currentRow(subject, 'address')
    return day !== '' && row !== undefined && isBefore(lastDayOf(day), row.start)
  })(facts)
}

export const moveRules = [
  ...personRules({ field: 'personnummer', who: person, statuses: resident }),
  familyMembers,
  fmtDate(moveDate),
  withinWindow(moveDate, 28),
  late(moveDate, 'move-after'),
  notBeforeBirth(moveDate, { people: ['personnummer', 'familyMembers'], who: person }),
  latest(moveDate, {
    people: ['personnummer', 'familyMembers'],
    entity: 'address',
    row: say('den nuværende adresse', 'the current address'),
  }),
  fmtNumbers(
    ['municipalityCode', 'streetCode'],
    say('kommunekoden og vejkoden', 'the municipality code and the road code'),
  ),
  road,
  sameAddress,
  toMunicipality,
  livesThere,
  hostConfirms,
  overcrowding,
  childHearing,
  childAlone,
  specialRoad,
  threatened,
  institution,
  order,
  datedAhead(moveDate),
]
