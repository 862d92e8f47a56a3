import { textOf } from '../case-data.ts'
import type { Facts, RuleSpec } from '../define-event.ts'
import { currentRow, isOpenOn } from '../person-facts.ts'
import type { PersonView } from '../register-view.ts'
import { say } from '../text.ts'
import { adult, isAdultOn } from './age-rules.ts'
import { fmtDate, inOrder, noFuture, notBeforeRow } from './date-rules.ts'
import { documented, ofList } from './form-rules.ts'
import { guardianNamedRules } from './guardian-named-rules.ts'
import { personRules } from './person-rules.ts'
import { evenDead, living } from './person-statuses.ts'
import { activeRow } from './row-rules.ts'
import { isAnyone, numbersIn } from './subjects.ts'

const person = say('personen', 'the person')
const startDate = { field: 'startDate', what: say('startdatoen', 'the start date') } as const

const ofAge: RuleSpec<'personnummer'> = {
  ...adult<'personnummer'>({
    fields: ['personnummer'],
    who: person,
    dateField: startDate.field,
    date: startDate.what,
  }),
  message: say(
    'Personen skal være fyldt 18 år på startdatoen: en mindreårig er umyndig efter loven og registreres under forældremyndighed',
    'The person must be 18 on the start date: a minor is under guardianship by law and is registered under parental authority',
  ),
}

const one: RuleSpec<'personnummer'> = {
  id: 'one',
  layer: 'register',
  severity: 'error',
  basis: 'modelled',
  fields: ['personnummer'],
  message: say(
    'Personen er allerede under værgemål: lad først det gamle ophøre på samme dato',
    'The person is already under guardianship: first end the old one on the same date',
  ),
  isRaised: isAnyone(['personnummer'], (subject, { data }) => {
    const row = currentRow(subject, 'guardianship')
    return row !== undefined && isOpenOn(row, textOf(data, 'startDate'))
  }),
}

function isFit(guardian: PersonView, { data }: Facts): boolean {
  return (
    living.includes(guardian.status) &&
    isAdultOn(guardian, textOf(data, 'startDate')) &&
    currentRow(guardian, 'guardianship') === undefined
  )
}

const guardianOk: RuleSpec<'guardianPersonnummer'> = {
  id: 'guardian-ok',
  layer: 'register',
  severity: 'error',
  basis: 'modelled',
  fields: ['guardianPersonnummer'],
  message: say(
    'Værgen skal findes i CPR, være i live, fyldt 18 år, ikke selv under værgemål og ikke være personen',
    'The guardian must be found in CPR, be alive, 18, not under guardianship and not the person',
  ),
  isRaised: (facts) =>
    numbersIn(facts, 'guardianPersonnummer').some((pnr) => {
      const guardian = facts.view.people[pnr]
      const isSelf = pnr === textOf(facts.data, 'personnummer')
      return isSelf || guardian === null || (guardian !== undefined && !isFit(guardian, facts))
    }),
}

export const guardianshipRules = [
  ...personRules({ field: 'personnummer', who: person, statuses: living }),
  fmtDate(startDate),
  noFuture(startDate),
  inOrder(startDate, { field: 'endDate', what: say('slutdatoen', 'the end date') }),
  ofList(
    { field: 'kind', what: say('værgemålstypen', 'the kind of guardianship') },
    'guardianship-kinds',
  ),
  ...guardianNamedRules('-2'),
  documented('decision', say('afgørelsen eller dommen', 'the decision or judgment')),
  ofAge,
  one,
  guardianOk,
]

const endDate = { field: 'endDate', what: say('ophørsdatoen', 'the end date') } as const

export const guardianshipCessationRules = [
  ...personRules({ field: 'personnummer', who: person, statuses: evenDead }),
  activeRow({
    field: 'personnummer',
    who: person,
    entity: 'guardianship',
    row: say('registrering af værgemål', 'guardianship'),
  }),
  fmtDate(endDate),
  documented('documentation', say('afgørelsen', 'the decision')),
  notBeforeRow(endDate, {
    id: 'after-start',
    person: 'personnummer',
    entity: 'guardianship',
    row: say('værgemålet', 'the guardianship'),
  }),
]
