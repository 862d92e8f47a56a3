import { homeOf } from '../addresses.ts'
import { isTrue, listOf, textOf } from '../case-data.ts'
import { ageOn } from '../dates.ts'
import type { Facts, RuleSpec } from '../define-event.ts'
import { currentRows, holdersOf } from '../person-facts.ts'
import type { PersonView } from '../register-view.ts'
import { say } from '../text.ts'
import { movers } from './move-address-rules.ts'
import { resident } from './person-statuses.ts'
import { peopleIn } from './subjects.ts'

export const familyMembers: RuleSpec<'familyMembers'> = {
  id: 'family-members',
  layer: 'register',
  severity: 'error',
  basis: 'modelled',
  fields: ['familyMembers'],
  message: say(
    'Hver medflyttende skal findes i CPR med personstatus 01, 03, 05 eller 07, nævnes én gang og ikke være personen selv',
    'Each family member must be found in CPR with person status 01, 03, 05 or 07, be named once and not be the person',
  ),
  isRaised: (facts) => {
    const named = listOf(facts.data, 'familyMembers')
    const isTwice = new Set(named).size < named.length
    const isSelf = named.includes(textOf(facts.data, 'personnummer'))
    const isElsewhere = named.some((pnr) => {
      const member = facts.view.people[pnr]
      return member === null || (member !== undefined && !resident.includes(member.status))
    })
    return isTwice || isSelf || isElsewhere
  },
}

/** Those who move and are under 18 on the day. */
export function minorsMoving(facts: Facts, dateField: string): readonly PersonView[] {
  const day = textOf(facts.data, dateField)
  return [...peopleIn(facts, 'personnummer'), ...peopleIn(facts, 'familyMembers')].filter(
    (subject) => day !== '' && ageOn(subject.birthDate, day) < 18,
  )
}

/** A holder of parental authority who is left behind at the address that the child leaves. */
export function isParentLeft(facts: Facts): boolean {
  return minorsMoving(facts, 'moveDate').some((child) =>
    holdersOf(child)
      .filter((holder) => !movers(facts).includes(holder))
      .some((holder) => {
        const parent = facts.view.people[holder]
        return parent ? homeOf(parent) !== null && homeOf(parent) === homeOf(child) : false
      }),
  )
}

export const childHearing: RuleSpec<'otherParentHeard'> = {
  id: 'child-hearing',
  layer: 'register',
  severity: 'error',
  basis: 'sourced',
  fields: ['otherParentHeard'],
  message: say(
    'Et barn flytter fra en indehaver af forældremyndigheden på den hidtidige adresse: den anden forælder skal være hørt',
    'A child moves away from a holder of parental authority at the address left: the other parent must have been heard',
  ),
  isRaised: (facts) => isParentLeft(facts) && !isTrue(facts.data, 'otherParentHeard'),
}

export const childAlone: RuleSpec<'familyMembers'> = {
  id: 'child-alone',
  layer: 'register',
  severity: 'warning',
  basis: 'modelled',
  fields: ['familyMembers'],
  message: say(
    'Et barn under 18 flytter, uden at en indehaver af forældremyndigheden eller en værge flytter med',
    'A child under 18 moves, and no holder of parental authority or guardian moves along',
  ),
  isRaised: (facts) =>
    minorsMoving(facts, 'moveDate').some((child) => {
      const guardians = currentRows(child, 'guardian').flatMap(
        (row) => row.columns['guardianPersonnummer'] ?? [],
      )
      return ![...holdersOf(child), ...guardians].some((adult) => movers(facts).includes(adult))
    }),
}
