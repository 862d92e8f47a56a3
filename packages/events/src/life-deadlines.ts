import type { Deadline } from './define-event.ts'
import { say } from './text.ts'

/** About births, families and deaths, and what follows on any event. Every amount is a parameter. */
export const lifeDeadlines = {
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
  'separation-6-months': {
    text: say(
      'efter 6 måneders separation kan hver af ægtefællerne kræve skilsmisse',
      'a separation of 6 months lets either spouse demand divorce',
    ),
    amount: 6,
    unit: 'months',
    direction: 'after',
    from: 'separationDate',
    basis: 'modelled',
  },
  'majority-18': {
    text: say(
      'umyndighed, forældremyndighed og samtykke til navn ophører ved 18 år',
      'minority, parental authority and naming consent end at 18',
    ),
    amount: 18,
    unit: 'years',
    direction: 'after',
    from: 'birthDate',
    basis: 'modelled',
  },
  'gender-reflection-6-months': {
    text: say(
      'refleksionsperiode på 6 måneder før nyt personnummer efter juridisk kønsskifte',
      'reflection period of 6 months before a new personnummer after legal gender change',
    ),
    amount: 6,
    unit: 'months',
    direction: 'after',
    from: 'applicationDate',
    basis: 'sourced',
  },
} as const satisfies Record<string, Omit<Deadline, 'id'>>
