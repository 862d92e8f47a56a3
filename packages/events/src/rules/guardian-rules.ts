import { textOf } from '../case-data.ts'
import type { Facts, RuleSpec } from '../define-event.ts'
import { columnOf, currentRow, currentRows, holdersOf } from '../person-facts.ts'
import type { PersonView } from '../register-view.ts'
import { say } from '../text.ts'
import { isAdultOn } from './age-rules.ts'
import { fmtDate, noFuture } from './date-rules.ts'
import { documented } from './form-rules.ts'
import { byAddress, byNumber, guardianNamedRules } from './guardian-named-rules.ts'
import { personRules } from './person-rules.ts'
import { living } from './person-statuses.ts'
import { activeRow } from './row-rules.ts'
import { isAnyone } from './subjects.ts'

const startDate = { field: 'startDate', what: say('startdatoen', 'the start date') } as const
const endDate = { field: 'endDate', what: say('ophørsdatoen', 'the end date') } as const

/** A holder who is dead decides nothing, even while the row still names them. */
function isHeld(child: PersonView, { view }: Facts): boolean {
  return holdersOf(child).some((holder) => view.people[holder]?.status !== '90')
}

const needsGuardianship: RuleSpec<'personnummer'> = {
  id: 'needs-guardianship',
  layer: 'register',
  severity: 'error',
  basis: 'modelled',
  fields: ['personnummer'],
  message: say(
    'Personen skal være under værgemål eller være mindreårig, uden at nogen har forældremyndigheden: registrer værgemålet først',
    'The person must be under guardianship, or be a minor over whom nobody holds parental authority: register the guardianship first',
  ),
  isRaised: isAnyone(['personnummer'], (subject, facts) => {
    const isWard = currentRow(subject, 'guardianship') !== undefined
    const isMinor = !isAdultOn(subject, textOf(facts.data, 'startDate'))
    return !isWard && !(isMinor && !isHeld(subject, facts))
  }),
}

/** No lookup lists the wards of a guardian: the worker counts them. */
const guardianFit: RuleSpec<'guardianPersonnummer'> = {
  id: 'guardian-fit',
  layer: 'register',
  severity: 'warning',
  basis: 'modelled',
  fields: ['guardianPersonnummer'],
  declaration: true,
  message: say(
    'Bekræft, at værgen højst har 50 værgemål, eller at der er en særlig grund til flere',
    'Confirm that the guardian has at most 50 wards, or that there is a special reason for more',
  ),
  isRaised: ({ data }) => textOf(data, 'guardianPersonnummer') !== '',
}

const notSelf: RuleSpec<'guardianPersonnummer'> = {
  id: 'not-self',
  layer: 'cross-field',
  severity: 'error',
  basis: 'modelled',
  fields: ['guardianPersonnummer'],
  message: say('Ingen kan være værge for sig selv', 'Nobody can be guardian of themselves'),
  isRaised: ({ data }) =>
    textOf(data, 'guardianPersonnummer') !== '' &&
    textOf(data, 'guardianPersonnummer') === textOf(data, 'personnummer'),
}

export const guardianRules = [
  ...personRules<'personnummer' | 'guardianPersonnummer'>({
    field: 'personnummer',
    alsoIn: 'guardianPersonnummer',
    who: say('personen eller værgen', 'the person or the guardian'),
    statuses: living,
    statusText: say(
      'personen og værgen skal have personstatus 01, 03, 05, 07, 20, 70 eller 80',
      'the person and the guardian must have person status 01, 03, 05, 07, 20, 70 or 80',
    ),
  }),
  ...guardianNamedRules(),
  fmtDate(startDate),
  noFuture(startDate),
  documented('decision', say('afgørelsen', 'the decision')),
  needsGuardianship,
  guardianFit,
  notSelf,
]

/** One who was named with the guardianship itself has a row of no other kind. */
function isNamedWithGuardianship(subject: PersonView): boolean {
  const relation = columnOf(subject, 'guardianship', 'guardianRelation') ?? ''
  return [byNumber, byAddress].includes(relation)
}

const remaining: RuleSpec<'guardianRow'> = {
  id: 'remaining',
  layer: 'register',
  severity: 'warning',
  basis: 'modelled',
  fields: ['guardianRow'],
  message: say(
    'Personen står derefter uden værge: beskik en anden i samme sag, eller begrund, hvorfor det ikke er nødvendigt',
    'The person is then without a guardian: appoint another in the same case, or give the reason why none is needed',
  ),
  isRaised: isAnyone(['personnummer'], (subject, { data }) => {
    const others = currentRows(subject, 'guardian').filter(
      ({ timestamp }) => timestamp !== textOf(data, 'guardianRow'),
    )
    return others.length === 0 && !isNamedWithGuardianship(subject)
  }),
}

const person = say('personen', 'the person')

export const guardianDischargeRules = [
  ...personRules({ field: 'personnummer', who: person, statuses: living }),
  activeRow({
    field: 'personnummer',
    who: person,
    entity: 'guardian',
    row: say('værge på den valgte række', 'guardian in the row that is chosen'),
    isMeant: ({ timestamp }, { data }) => timestamp === textOf(data, 'guardianRow'),
  }),
  fmtDate(endDate),
  remaining,
]
