import { textOf } from '../case-data.ts'
import { isBefore } from '../dates.ts'
import type { Facts, RuleSpec } from '../define-event.ts'
import { rowsOn } from '../person-facts.ts'
import { personIn } from '../rules/subjects.ts'
import { say } from '../text.ts'
import { rowMeant } from './row-meant.ts'

const firstDay = '20190401'

function startOf(facts: Facts): string {
  return textOf(facts.data, 'startDate') || (rowMeant(facts, ['sharedResidence'])?.start ?? '')
}

/** The law that shared residence is registered by. */
const sinceTheLaw: RuleSpec = {
  id: 'law',
  layer: 'date',
  severity: 'error',
  basis: 'sourced',
  fields: ['startDate'],
  message: say(
    'Delt bopæl kan tidligst begynde 1. april 2019',
    'Shared residence can begin no earlier than 1 April 2019',
  ),
  isRaised: (facts) => {
    const start = textOf(facts.data, 'startDate')
    return start !== '' && isBefore(start, firstDay)
  },
}

const ofParents = ['00003', '00004']

/** Both parents held parental authority then. */
const bothHeld: RuleSpec = {
  id: 'both-held',
  layer: 'date',
  severity: 'error',
  basis: 'modelled',
  fields: ['startDate'],
  message: say(
    'Begge forældre skal have haft forældremyndigheden, da den delte bopæl begyndte',
    'Both parents must have held parental authority when the shared residence began',
  ),
  isRaised: (facts) => {
    const child = personIn(facts, 'personnummer')
    const start = startOf(facts)
    if (!child || start === '') return false
    const held = rowsOn(child, 'parentalAuthority', start).map(({ columns }) => columns['relation'])
    return !ofParents.every((relation) => held.includes(relation))
  },
}

export const sharedHomeRules: readonly RuleSpec[] = [sinceTheLaw, bothHeld]
