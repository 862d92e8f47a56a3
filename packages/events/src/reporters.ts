import { say } from './text.ts'
import type { Text } from './text.ts'

export interface Reporter {
  /** Two digits; null for somebody who notifies and does not register. */
  readonly authorityType: string | null
  readonly name: Text
}

export const reporters = {
  'cpr-office': { authorityType: '39', name: say('CPR-kontoret', 'CPR office') },
  municipality: {
    authorityType: '05',
    name: say('Kommune (folkeregister)', 'Municipality (population register)'),
  },
  parish: {
    authorityType: '25',
    name: say('Sogn (folkekirkens personregisterfører)', 'Parish registrar'),
  },
  'civil-registrar': {
    authorityType: '04',
    name: say('Personregisterfører (Sønderjylland)', 'Civil registrar (Southern Jutland)'),
  },
  'faith-community': {
    authorityType: '20',
    name: say('Anerkendt trossamfund', 'Recognised faith community'),
  },
  'family-law-house': {
    authorityType: '15',
    name: say('Familieretshuset', 'Agency of Family Law'),
  },
  court: { authorityType: '10', name: say('Domstol (byret)', 'District court') },
  'tax-agency': { authorityType: '07', name: say('Skattestyrelsen', 'Tax agency') },
  atp: { authorityType: '07', name: say('ATP', 'ATP pension fund') },
  'administrative-issuer': {
    authorityType: '07',
    name: say(
      'Myndighed med aftale om administrative personnumre',
      'Authority with an agreement to issue administrative numbers',
    ),
  },
  immigration: {
    authorityType: '18',
    name: say('Udlændingemyndighed', 'Immigration authority'),
  },
  'citizenship-office': {
    authorityType: '17',
    name: say('Indfødsretskontoret', 'Citizenship office'),
  },
  'election-office': { authorityType: '14', name: say('Valgkontoret', 'Election office') },
  police: { authorityType: '35', name: say('Politi', 'Police') },
  hospital: {
    authorityType: null,
    name: say('Jordemoder, hospital eller læge', 'Midwife, hospital or doctor'),
  },
  citizen: { authorityType: '41', name: say('Borger', 'Citizen') },
  system: { authorityType: '99', name: say('Maskinelt regelsæt', 'Machine rule set') },
} as const satisfies Record<string, Reporter>
