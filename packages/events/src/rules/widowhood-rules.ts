import { isGiven, textOf } from '../case-data.ts'
import { isBefore } from '../dates.ts'
import type { RuleSpec } from '../define-event.ts'
import { columnOf, currentRow, spouseOf, validRows } from '../person-facts.ts'
import { say } from '../text.ts'
import { fmtDate, latest, noFuture } from './date-rules.ts'
import { personRules } from './person-rules.ts'
import { living } from './person-statuses.ts'
import { isAnyone, numbersIn } from './subjects.ts'

const survivor = say('den længstlevende', 'the survivor')
const deathDate = { field: 'deathDate', what: say('dødsdatoen', 'the death date') } as const

/** A spouse without number stands in the row by name, and none is given here. */
const marriedToDeceased: RuleSpec<'personnummer'> = {
  id: 'civ',
  layer: 'register',
  severity: 'error',
  basis: 'modelled',
  fields: ['personnummer'],
  message: say(
    'Den længstlevende skal have civilstand G eller P med den afdøde',
    'The survivor must have civil status G or P with the deceased',
  ),
  isRaised: isAnyone(['personnummer'], (person, { data }) => {
    const status = columnOf(person, 'civilStatus', 'civilStatus') ?? ''
    const deceased = textOf(data, 'spousePersonnummer') || null
    return !['G', 'P'].includes(status) || spouseOf(person) !== deceased
  }),
}

const spouseDead: RuleSpec<'spousePersonnummer' | 'deathDate'> = {
  id: 'spouse-dead',
  layer: 'register',
  severity: 'error',
  basis: 'inferred',
  fields: ['spousePersonnummer', 'deathDate'],
  message: say(
    'Den afdøde skal være registreret død på dødsdatoen; for en afdød uden personnummer skal dødsfaldet dokumenteres',
    'The deceased must be registered as dead on the death date; for one without a personnummer the death must be documented',
  ),
  isRaised: (facts) => {
    if (!isGiven(facts.data, 'spousePersonnummer')) return !isGiven(facts.data, 'documentation')
    return numbersIn(facts, 'spousePersonnummer').some((pnr) => {
      const deceased = facts.view.people[pnr]
      if (deceased === undefined) return false
      const died = deceased && validRows(deceased, 'person')[0]?.start
      return deceased?.status !== '90' || died !== textOf(facts.data, 'deathDate')
    })
  },
}

/** Whoever was divorced before the death is nobody's widow. */
const divorcedFirst: RuleSpec<'deathDate'> = {
  id: 'divorced-first',
  layer: 'register',
  severity: 'error',
  basis: 'modelled',
  fields: ['deathDate'],
  message: say(
    'En skilsmisse eller opløsning før dødsfaldet er registreret',
    'A divorce or dissolution before the death is registered',
  ),
  isRaised: isAnyone(['personnummer'], (person, { data }) => {
    const row = currentRow(person, 'civilStatus')
    const isDissolved = ['F', 'O'].includes(row?.columns['civilStatus'] ?? '')
    return row !== undefined && isDissolved && isBefore(row.start, textOf(data, 'deathDate'))
  }),
}

export const widowhoodRules = [
  ...personRules({
    field: 'personnummer',
    who: survivor,
    statuses: living,
  }),
  fmtDate(deathDate),
  noFuture(deathDate),
  marriedToDeceased,
  latest(deathDate, {
    people: ['personnummer'],
    entity: 'civilStatus',
    row: say('den nuværende civilstand', 'the current civil status'),
  }),
  spouseDead,
  divorcedFirst,
]
