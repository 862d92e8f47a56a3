import { textOf } from './case-data.ts'
import { addDays, addMonths } from './dates.ts'
import type { Deadline, Facts } from './define-event.ts'
import { addWeekdays } from './holidays.ts'
import { birthDateOf, isPnr } from './pnr.ts'
import { say } from './text.ts'

const table = {
  'move-after': {
    text: say(
      'en flytning anmeldes senest 5 dage efter',
      'a move is reported at the latest 5 days after it',
    ),
    amount: 5,
    unit: 'days',
    direction: 'after',
    from: 'moveDate',
    basis: 'sourced',
  },
  'move-before': {
    text: say(
      'en flytning kan tidligst anmeldes 28 dage før',
      'a move can be reported at the earliest 28 days before it',
    ),
    amount: 28,
    unit: 'days',
    direction: 'before',
    from: 'moveDate',
    basis: 'sourced',
  },
  'move-fine': {
    text: say(
      'en flytning, der anmeldes mere end 14 dage for sent, kan udløse bøde',
      'a fine is offered when a move is reported more than 14 days late',
    ),
    amount: 14,
    unit: 'days',
    direction: 'after',
    from: 'moveDate',
    basis: 'sourced',
  },
  'child-move-notice': {
    text: say(
      'en forælder varsler den anden forælder 6 uger før barnet flytter',
      'a parent warns the other parent 6 weeks before the child moves',
    ),
    amount: 6,
    unit: 'weeks',
    direction: 'before',
    from: 'moveDate',
    basis: 'sourced',
  },
  'parent-hearing': {
    text: say(
      'den anden forælder svarer på en høring inden 14 dage',
      'the other parent answers a hearing within 14 days',
    ),
    amount: 14,
    unit: 'days',
    direction: 'after',
    from: 'hearingSent',
    basis: 'modelled',
  },
  'shared-residence-1-month': {
    text: say(
      'flytter en forælder længere væk end aftalt, kan den anden inden 1 måned få barnets adresse',
      'when a parent moves further away than agreed, the other can have the child’s address within 1 month',
    ),
    amount: 1,
    unit: 'months',
    direction: 'after',
    from: 'moveDate',
    basis: 'sourced',
  },
  'birth-14-days': {
    text: say('en fødsel anmeldes inden 14 dage', 'a birth is notified within 14 days'),
    amount: 14,
    unit: 'days',
    direction: 'after',
    from: 'birthDate',
    basis: 'sourced',
  },
  'paternity-14-days': {
    text: say(
      'omsorgs- og ansvarserklæringen afgives inden 14 dage efter fødslen',
      'the declaration of care and responsibility is handed in within 14 days of birth',
    ),
    amount: 14,
    unit: 'days',
    direction: 'after',
    from: 'birthDate',
    basis: 'sourced',
  },
  'naming-6-months': {
    text: say(
      'et barn har fornavn og efternavn inden 6 måneder efter fødslen',
      'a child has a first name and a surname within 6 months of birth',
    ),
    amount: 6,
    unit: 'months',
    direction: 'after',
    from: 'birthDate',
    basis: 'sourced',
  },
  'death-2-weekdays': {
    text: say('et dødsfald anmeldes inden 2 hverdage', 'a death is notified within 2 weekdays'),
    amount: 2,
    unit: 'weekdays',
    direction: 'after',
    from: 'deathDate',
    basis: 'sourced',
  },
  'burial-8-days': {
    text: say(
      'begravelse eller ligbrænding sker normalt inden 8 dage',
      'burial or cremation is normally within 8 days',
    ),
    amount: 8,
    unit: 'days',
    direction: 'after',
    from: 'deathDate',
    basis: 'sourced',
  },
  'marriage-test-4-months': {
    text: say(
      'prøvelsesattesten er højst 4 måneder gammel ved vielsen',
      'the certificate of marriage conditions is at most 4 months old at the wedding',
    ),
    amount: 4,
    unit: 'months',
    direction: 'before',
    from: 'marriageDate',
    basis: 'sourced',
  },
  'marriage-name-3-months': {
    text: say(
      'et fælles navn er gratis inden 3 måneder efter vielsen',
      'a common name is free within 3 months of the wedding',
    ),
    amount: 3,
    unit: 'months',
    direction: 'after',
    from: 'marriageDate',
    basis: 'sourced',
  },
  'follow-on-idle': {
    text: say(
      'en følgehændelse, ingen har rørt i 30 dage, tilbydes lukket',
      'an optional follow-on that nobody has touched for 30 days is offered for closing',
    ),
    amount: 30,
    unit: 'days',
    direction: 'after',
    from: 'primaryAccepted',
    basis: 'modelled',
  },
} as const satisfies Record<string, Omit<Deadline, 'id'>>

export type DeadlineId = keyof typeof table

export const deadlines: Readonly<Record<DeadlineId, Omit<Deadline, 'id'>>> = table

export function isDeadlineId(id: string): id is DeadlineId {
  return id in table
}

const calendars: Readonly<Record<Deadline['unit'], (date: string, amount: number) => string>> = {
  days: addDays,
  weekdays: addWeekdays,
  weeks: (date, weeks) => addDays(date, weeks * 7),
  months: addMonths,
  years: (date, years) => addMonths(date, years * 12),
}

/** The day it is due; null while the day that it counts from is unknown. */
export function dateOfDeadline(
  id: DeadlineId,
  facts: Pick<Facts, 'data' | 'view'>,
  acceptedOn = '',
): string | null {
  const { amount, unit, direction, from } = deadlines[id]
  const start = from === 'primaryAccepted' ? acceptedOn : startOf(from, facts)
  if (start === '') return null
  return calendars[unit](start, direction === 'after' ? amount : -amount)
}

/** A field of the event; where it has none of that name, the same fact of the person in the register. */
function startOf(from: string, { data, view }: Pick<Facts, 'data' | 'view'>): string {
  const given = textOf(data, from)
  if (given !== '' || from !== 'birthDate') return given
  const pnr = textOf(data, 'personnummer')
  return view.people[pnr]?.birthDate ?? (isPnr(pnr) ? birthDateOf(pnr) : '')
}
