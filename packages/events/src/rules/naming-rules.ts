import { listOf, textOf } from '../case-data.ts'
import type { Facts, RuleSpec } from '../define-event.ts'
import { columnOf, currentRow, findPerson, holdersOf, kinOf } from '../person-facts.ts'
import { say } from '../text.ts'
import { isAnyone, personIn } from './subjects.ts'

export const noNameYet: RuleSpec<'personnummer'> = {
  id: 'no-name-yet',
  layer: 'register',
  severity: 'error',
  basis: 'inferred',
  fields: ['personnummer'],
  message: say(
    'Barnet har allerede et navn: indberet en navneændring',
    'The child already has a name: report a name change',
  ),
  isRaised: isAnyone(['personnummer'], (child) => currentRow(child, 'name') !== undefined),
}

/** A surname that a parent bears needs nobody's word for it. */
export const surnameSource: RuleSpec<'lastName'> = {
  id: 'surname-source',
  layer: 'cross-field',
  severity: 'warning',
  basis: 'modelled',
  fields: ['lastName'],
  declaration: true,
  readsRegister: true,
  message: say(
    'Efternavnet er ikke en forælders: bekræft, at loven giver ret til det',
    'The surname is not a parent’s: confirm that the law gives a right to it',
  ),
  isRaised: (facts) => !parentsNames(facts).includes(textOf(facts.data, 'lastName').toLowerCase()),
}

function parentsNames(facts: Facts): readonly string[] {
  const child = personIn(facts, 'personnummer')
  const parents = child ? [...kinOf(child, 'mother'), ...kinOf(child, 'father')] : []
  return parents.flatMap((pnr) => {
    const parent = findPerson(facts.view, pnr)
    return parent ? (columnOf(parent, 'name', 'lastName')?.toLowerCase() ?? []) : []
  })
}

export const approvedName: RuleSpec<'firstNames'> = {
  id: 'approved',
  layer: 'cross-field',
  severity: 'warning',
  basis: 'sourced',
  fields: ['firstNames'],
  declaration: true,
  message: say(
    'Bekræft, at fornavnet står på listen over godkendte navne for kønnet, eller at der er en afgørelse',
    'Confirm that the first name is on the list of approved names for the sex, or that there is a decision',
  ),
  isRaised: () => true,
}

export const signedByHolders: RuleSpec<'applicants'> = {
  id: 'signed',
  layer: 'register',
  severity: 'error',
  basis: 'modelled',
  fields: ['applicants'],
  declaration: true,
  message: say(
    'En indehaver af forældremyndigheden er ikke blandt ansøgerne: bekræft, at alle har skrevet under',
    'A holder of parental authority is not among the applicants: confirm that all have signed',
  ),
  isRaised: (facts) =>
    isAnyone(['personnummer'], (child) => {
      const applicants = listOf(facts.data, 'applicants')
      return holdersOf(child).some((holder) => !applicants.includes(holder))
    })(facts),
}
