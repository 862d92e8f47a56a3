import type { Deadline } from './define-event.ts'
import { say } from './text.ts'

/** About where somebody lives. Every amount is a parameter. */
export const residenceDeadlines = {
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
  'departure-before': {
    text: say(
      'en udrejse anmeldes til fraflytningskommunen før afrejsen',
      'a departure is reported to the municipality left before leaving',
    ),
    amount: 0,
    unit: 'days',
    direction: 'before',
    from: 'departureDate',
    basis: 'sourced',
  },
  'departure-window': {
    text: say(
      'en udrejse kan tidligst anmeldes 28 dage før',
      'a departure can be reported at the earliest 28 days before it',
    ),
    amount: 28,
    unit: 'days',
    direction: 'before',
    from: 'departureDate',
    basis: 'sourced',
  },
  'departure-6-months': {
    text: say(
      'et ophold i udlandet over 6 måneder er altid en udrejse',
      'a stay abroad above 6 months is always a departure',
    ),
    amount: 6,
    unit: 'months',
    direction: 'after',
    from: 'departureDate',
    basis: 'sourced',
  },
  'entry-5-days': {
    text: say(
      'en indrejse anmeldes inden 5 dage efter, at betingelserne er opfyldt',
      'an entry is reported within 5 days of meeting the conditions',
    ),
    amount: 5,
    unit: 'days',
    direction: 'after',
    from: 'conditionsMetDate',
    basis: 'sourced',
  },
  'entry-3-months': {
    text: say(
      'bopælsregistrering kræver et ophold på mere end 3 måneder',
      'registration needs a stay of more than 3 months',
    ),
    amount: 3,
    unit: 'months',
    direction: 'after',
    from: 'entryDate',
    basis: 'sourced',
  },
  'entry-6-months': {
    text: say(
      'nordiske borgere og EU-borgere har kun pligt til det ved ophold over 6 måneder',
      'Nordic and EU/EEA movers are obliged only for stays above 6 months',
    ),
    amount: 6,
    unit: 'months',
    direction: 'after',
    from: 'entryDate',
    basis: 'sourced',
  },
  'protection-1-year': {
    text: say(
      'navne- og adressebeskyttelse bortfalder efter 1 år, hvis ikke længere tid er givet',
      'name and address protection lapses after 1 year unless a longer time is granted',
    ),
    amount: 1,
    unit: 'years',
    direction: 'after',
    from: 'startDate',
    basis: 'sourced',
  },
  'protection-30-day-reminder': {
    text: say(
      'påmindelse 30 dage før beskyttelsen bortfalder',
      'reminder 30 days before the protection lapses',
    ),
    amount: 30,
    unit: 'days',
    direction: 'before',
    from: 'endDate',
    basis: 'sourced',
  },
  'shared-residence-3-months': {
    text: say(
      'automatisk delt bopæl i 3 måneder efter samlivets ophør (kun 1.4.2019 til 30.6.2020)',
      'automatic shared residence for 3 months after the parents part (1-4-2019 to 30-6-2020 only)',
    ),
    amount: 3,
    unit: 'months',
    direction: 'after',
    from: 'separationOfHomesDate',
    basis: 'sourced',
  },
  'vote-abroad-2-years': {
    text: say(
      'en vælger, der vil vende tilbage inden 2 år, regnes for bosat her',
      'a voter who means to return within 2 years counts as resident',
    ),
    amount: 2,
    unit: 'years',
    direction: 'after',
    from: 'departureDate',
    basis: 'sourced',
  },
  'relocation-order-due': {
    text: say(
      'et flyttepåbud nævner den dag, boligen senest skal være fraflyttet',
      'a relocation order names the date by which the home must be left',
    ),
    amount: 0,
    unit: 'days',
    direction: 'after',
    from: 'vacateBy',
    basis: 'inferred',
  },
  'disappearance-follow-up': {
    text: say(
      'en forsvundet undersøges på ny hver 12. måned',
      'a disappeared person is re-examined every 12 months',
    ),
    amount: 12,
    unit: 'months',
    direction: 'after',
    from: 'disappearanceDate',
    basis: 'modelled',
  },
} as const satisfies Record<string, Omit<Deadline, 'id'>>
