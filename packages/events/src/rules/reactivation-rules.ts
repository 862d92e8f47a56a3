import { residenceStatusOf } from '../addresses.ts'
import { isGiven, textOf } from '../case-data.ts'
import { isAfter } from '../dates.ts'
import type { Facts, RuleSpec } from '../define-event.ts'
import type { RegisterRow } from '../entities.ts'
import { currentRow } from '../person-facts.ts'
import type { PersonView } from '../register-view.ts'
import { say } from '../text.ts'
import { noFuture } from './date-rules.ts'
import { documented, twoPersons } from './form-rules.ts'
import { exists, fmtPnr, personRules } from './person-rules.ts'
import { deadNumbers, evenDead, resident } from './person-statuses.ts'
import { homeReopened, rowReopened } from './reactivation-conditions.ts'
import { isAnyone, peopleIn, personIn } from './subjects.ts'

const annulled = say('det annullerede nummer', 'the annulled number')
const counterpart = say('det nummer, der fortsat gælder', 'the number that stays valid')

/** A number that is closed: what is said of valid ones says nothing of it. */
const ofAnnulled = personRules({
  field: 'personnummer',
  who: annulled,
  statuses: deadNumbers,
  statusText: say(
    'det annullerede nummer skal have personstatus 30 eller 50 (60 kun når det er ændret ved en fejl)',
    'the annulled number must have person status 30 or 50 (60 only for a number changed by mistake)',
  ),
  isWrongStatus: (person, { data }) =>
    person.status === '60' && textOf(data, 'reason') === 'RETURN',
}).filter(({ id }) => ['fmt-pnr', 'exists', 'status'].includes(id))

const second = { field: 'counterpartPersonnummer', who: counterpart, suffix: '-2' } as const

const counterpartLink: RuleSpec<'counterpartPersonnummer'> = {
  id: 'counterpart-link',
  layer: 'register',
  severity: 'error',
  basis: 'inferred',
  fields: ['counterpartPersonnummer'],
  message: say(
    'Et slettet eller ændret nummer (status 50 eller 60) peger på et andet: det er det nummer, der skal angives',
    'A deleted or changed number (status 50 or 60) points at another: that is the number to give',
  ),
  isRaised: isAnyone(
    ['personnummer'],
    (person, { data }) =>
      ['50', '60'].includes(person.status) &&
      textOf(data, 'counterpartPersonnummer') !== person.validPnr,
  ),
}

/** A home gives the status of those who live in it, and who is dead has a civil status that says so. */
function fitsRows(person: PersonView, status: string): boolean {
  if (status === '90') return rowReopened(person, 'civilStatus')?.columns['civilStatus'] === 'D'
  const home = homeReopened(person)
  return (
    !resident.includes(status) || home === undefined || residenceStatusOf(home.columns) === status
  )
}

const statusTarget: RuleSpec<'newStatus'> = {
  id: 'status-target',
  layer: 'cross-field',
  severity: 'error',
  basis: 'modelled',
  fields: ['newStatus'],
  readsRegister: true,
  message: say(
    'Den nye status skal være 01, 03, 05, 07, 20, 70, 80 eller 90 og passe til det, der står på nummeret: adressen for en beboer, dødsfaldet for en død',
    'The new status must be 01, 03, 05, 07, 20, 70, 80 or 90 and fit what stands on the number: the address of a resident, the death of somebody dead',
  ),
  isRaised: (facts) => {
    const status = textOf(facts.data, 'newStatus')
    if (!isGiven(facts.data, 'newStatus')) return false
    const isOff = (person: PersonView): boolean => !fitsRows(person, status)
    return !evenDead.includes(status) || peopleIn(facts, 'personnummer').some(isOff)
  },
}

function isSince(row: RegisterRow, day: string): boolean {
  return isAfter(row.start, day) || isAfter(row.timestamp.slice(0, 8), day)
}

/** What came to the valid number after the other was closed may belong to either. */
function isSplitNeeded(facts: Facts): boolean {
  const [closed, valid] = [
    personIn(facts, 'personnummer'),
    personIn(facts, 'counterpartPersonnummer'),
  ]
  const merged = closed && currentRow(closed, 'person')?.start
  if (merged === undefined || valid === undefined) return false
  return valid.rows.some(
    (row) => row.entity !== 'person' && row.mark === null && isSince(row, merged),
  )
}

const dataSplit: RuleSpec<'counterpartPersonnummer'> = {
  id: 'data-split',
  layer: 'register',
  severity: 'warning',
  basis: 'modelled',
  fields: ['counterpartPersonnummer'],
  message: say(
    'Det andet nummer har fået rækker, siden de to blev lagt sammen: gå dem igennem, og skriv, hvilken person hver hører til',
    'The other number has got rows since the two were merged: go through them, and write which person each belongs to',
  ),
  peopleMeant: (facts) =>
    isSplitNeeded(facts) ? [textOf(facts.data, 'counterpartPersonnummer')] : [],
  isRaised: isSplitNeeded,
}

export const reactivationRules = [
  ...ofAnnulled,
  fmtPnr(second),
  exists(second),
  twoPersons(
    { one: 'personnummer', other: 'counterpartPersonnummer' },
    { one: annulled, other: counterpart },
  ),
  documented('documentation', say('den afgørelse', 'the decision')),
  noFuture({ field: 'startDate', what: say('virkningsdatoen', 'the start date') }),
  counterpartLink,
  statusTarget,
  dataSplit,
]
