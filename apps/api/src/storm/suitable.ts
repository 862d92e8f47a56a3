import type { Entity } from '@sagsgang/events'
import type { Person } from '@sagsgang/register'

import { ageOf, civilOf, columnOf, kinOf, rowOf, rowsOf, statusOf } from './folk.ts'

type Suits = (person: Person, today: string) => boolean

const resident: Suits = (person) => ['01', '03', '05', '07'].includes(statusOf(person))
const adult: Suits = (person, today) => resident(person, today) && ageOf(person, today) >= 18
const child: Suits = (person, today) => resident(person, today) && ageOf(person, today) < 18
const inStatus =
  (...statuses: readonly string[]): Suits =>
  (person) =>
    statuses.includes(statusOf(person))
const civil =
  (...codes: readonly string[]): Suits =>
  (person, today) =>
    adult(person, today) && codes.includes(civilOf(person))
const holding =
  (entity: Entity): Suits =>
  (person, today) =>
    resident(person, today) && rowOf(person, entity) !== undefined
const church =
  (isMember: boolean): Suits =>
  (person, today) =>
    resident(person, today) && (columnOf(person, 'church', 'churchRelation') === 'F') === isMember
const danish =
  (is: boolean): Suits =>
  (person, today) =>
    adult(person, today) && (columnOf(person, 'citizenship', 'country') === '5100') === is
const unnamed: Suits = (person) => rowOf(person, 'name') === undefined
const fatherless: Suits = (person, today) =>
  child(person, today) && kinOf(person, 'mother').length > 0 && kinOf(person, 'father').length === 0

/** On whom an event may well be reported; of anybody who lives here unless said otherwise. Chance finds out the rest. */
export const suitable: Readonly<Record<string, Suits>> = {
  naming: (person, today) => child(person, today) && unnamed(person, today),
  paternity: fatherless,
  'co-maternity': fatherless,
  adoption: child,
  'parental-authority': child,
  'parental-authority-cessation': (person, today) =>
    child(person, today) && rowsOf(person, 'parentalAuthority').length > 1,
  'shared-residence-registration': (person, today) =>
    child(person, today) && rowsOf(person, 'parentalAuthority').length === 2,
  'shared-residence-cessation': holding('sharedResidence'),
  'marriage-entry': civil('U', 'F', 'E', 'O', 'L'),
  'partnership-entry': civil('U', 'F', 'E', 'O', 'L'),
  'marriage-annulment': civil('G'),
  divorce: civil('G'),
  'separation-entry': (person, today) =>
    civil('G', 'P')(person, today) && rowOf(person, 'separation') === undefined,
  'separation-cessation': holding('separation'),
  'partnership-annulment': civil('P'),
  'partnership-dissolution': civil('P'),
  widowhood: (person, today) =>
    civil('G')(person, today) && columnOf(person, 'civilStatus', 'spousePersonnummer') === '',
  death: (person) => ['01', '03', '05', '07', '20', '70', '80'].includes(statusOf(person)),
  departure: adult,
  're-entry': inStatus('80'),
  'entry-with-pnr': inStatus('20', '10'),
  disappearance: adult,
  reappearance: inStatus('70'),
  'reactivate-annulled-pnr': inStatus('30', '50', '60'),
  'relocation-order-lifting': holding('relocationOrder'),
  'supplementary-address-cessation': holding('supplementaryAddress'),
  'contact-address-cessation': holding('contactAddress'),
  'protection-cessation': holding('protection'),
  'church-membership': church(false),
  'church-withdrawal': church(true),
  citizenship: danish(false),
  'citizenship-loss': danish(true),
  'eu-election-address-cessation': (person) => rowOf(person, 'election') !== undefined,
  'under-guardianship': (person, today) =>
    adult(person, today) && rowOf(person, 'guardianship') === undefined,
  'under-guardianship-cessation': holding('guardianship'),
  guardian: holding('guardianship'),
  'alien-number': danish(false),
  'guardian-discharge': holding('guardian'),
  occupation: adult,
}

export const anybody: Suits = resident

/** Somebody else of the form, by the name of the field: from the subject's own rows, or of whom this holds. */
export const others: Readonly<
  Record<string, { readonly kin?: (person: Person) => readonly string[]; readonly suits: Suits }>
> = {
  motherPersonnummer: {
    suits: (person, today) =>
      adult(person, today) &&
      ageOf(person, today) < 45 &&
      columnOf(person, 'person', 'sex') === 'K',
  },
  fatherPersonnummer: {
    suits: (person, today) => adult(person, today) && columnOf(person, 'person', 'sex') === 'M',
  },
  spousePersonnummer: {
    kin: (person) => [columnOf(person, 'civilStatus', 'spousePersonnummer')].filter(isGiven),
    suits: civil('U', 'F', 'E', 'O', 'L'),
  },
  partnerPersonnummer: {
    kin: (person) => [columnOf(person, 'civilStatus', 'spousePersonnummer')].filter(isGiven),
    suits: civil('U', 'F', 'E', 'O', 'L'),
  },
  parentPersonnummer: { suits: adult },
  adoptiveMotherPersonnummer: {
    suits: (person, today) => adult(person, today) && columnOf(person, 'person', 'sex') === 'K',
  },
  adoptiveFatherPersonnummer: {
    suits: (person, today) => adult(person, today) && columnOf(person, 'person', 'sex') === 'M',
  },
  otherParentPersonnummer: {
    kin: (person) => [...kinOf(person, 'father'), ...kinOf(person, 'mother')],
    suits: adult,
  },
  counterpartPersonnummer: { kin: ({ validPnr }) => [validPnr], suits: adult },
  guardianPersonnummer: { suits: adult },
  familyMembers: {
    kin: (person) => kinOf(person, 'child'),
    suits: child,
  },
  applicants: {
    kin: (person) => [...kinOf(person, 'mother'), ...kinOf(person, 'father')],
    suits: adult,
  },
}

function isGiven(text: string): boolean {
  return text !== ''
}
