import { listOfCodes } from './code-list.ts'
import type { CodeList } from './code-list.ts'

/** The caseworker's own choices: kinds, grounds and bases that events ask for. */
export const eventLists = {
  'naming-kinds': listOfCodes(
    ['BAPTISM', 'Navngivelse ved dåb', 'Naming by baptism'],
    ['NAMING', 'Navngivelse uden dåb', 'Naming without baptism'],
  ),
  'parentage-bases': listOfCodes(
    ['MARRIAGE', 'Gift med moderen', 'Married to the mother'],
    ['DECLARATION', 'Omsorgs- og ansvarserklæring', 'Declaration of care and responsibility'],
    ['RECOGNITION', 'Anerkendelse', 'Recognition'],
    ['JUDGMENT', 'Dom', 'Judgment'],
    ['TREATMENT', 'Assisteret reproduktion med samtykke', 'Assisted reproduction with consent'],
  ),
  'move-kinds': listOfCodes(
    ['OWN', 'Egen anmeldelse', 'Own report'],
    ['DECISION', 'Kommunens afgørelse, CPR-loven § 11', 'Municipal decision, CPR act § 11'],
    ['NO-FIXED', 'Uden fast bopæl, vejkode 9900-9999', 'No fixed abode, road code 9900-9999'],
    [
      'THREATENED',
      'Truet person efter underretning fra politiet',
      'Threatened person on police notice',
    ],
    ['INSTITUTION', 'Institution eller fængsel', 'Institution or prison'],
  ),
  'marriage-kinds': listOfCodes(
    ['CIVIL', 'Borgerlig', 'Civil'],
    ['CHURCH', 'Kirkelig', 'Church'],
    ['COMMUNITY', 'Anerkendt trossamfund', 'Recognised community'],
    ['ABROAD', 'I udlandet', 'Abroad'],
    ['EMERGENCY', 'Nødvielse', 'Emergency wedding'],
    [
      'CONVERSION',
      'Omdannelse af registreret partnerskab',
      'Conversion of a registered partnership',
    ],
  ),
  'name-grounds': listOfCodes(
    ['WEDDING', 'Vielse, fælles navn', 'Wedding, common name'],
    ['APPLICATION', 'Ansøgning', 'Application'],
    ['ADOPTION', 'Adoptionsbevilling', 'Adoption grant'],
    ['ENTRY', 'Navn ved indrejse', 'Name at entry'],
    ['SPELLING', 'Rettet stavemåde', 'Correction of spelling'],
  ),
  'death-kinds': listOfCodes(
    ['CERTIFICATE', 'Dødsattest', 'Death certificate'],
    ['FOUND', 'Fundet død, dato ukendt', 'Found dead, date unknown'],
    ['JUDGMENT', 'Formodet død ved dom', 'Presumed dead by judgment'],
    ['ABROAD', 'Død i udlandet', 'Died abroad'],
  ),
} as const satisfies Record<string, CodeList>
