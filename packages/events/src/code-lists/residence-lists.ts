import { listOfCodes } from './code-list.ts'
import type { CodeList } from './code-list.ts'

/** What the caseworker chooses about where somebody lives and under which number. */
export const residenceLists = {
  'found-as': listOfCodes(
    ['RESIDENT', 'Fundet på en adresse her i landet', 'Found at an address here'],
    ['DEPARTED', 'Fundet i udlandet', 'Found abroad'],
    ['DEAD', 'Fundet død', 'Found dead'],
  ),
  'stay-basis': listOfCodes(
    ['DK', 'Dansk statsborger', 'Danish citizen'],
    ['NORDIC', 'Nordisk statsborger', 'Nordic citizen'],
    [
      'EU',
      'EU-/EØS-borger eller schweizer med registreringsbevis',
      'EU/EEA or Swiss citizen, registration certificate',
    ],
    ['PERMIT', 'Opholdstilladelse', 'Residence permit'],
    ['OTHER', 'Andet bevis for ophold', 'Other proof of stay'],
  ),
  'administrative-purposes': listOfCodes(
    [
      'DIPLOMAT',
      'Diplomat, Udenrigsministeriets protokol',
      'Diplomat, Protocol of the Ministry of Foreign Affairs',
    ],
    [
      'RESIDENCE',
      'Særlig opholdstilladelse, rekruttering',
      'Special residence permit, recruitment agency',
    ],
    ['CHURCH-BOOK', 'Kirkebogsføring uden bopæl', 'Church-book entry without residence'],
    ['OTHER', 'Anden gruppe i en aftale', 'Other group in an agreement'],
  ),
  'reactivation-reasons': listOfCodes(
    ['WRONG-MERGE', 'To personer er lagt sammen ved en fejl', 'Two persons were merged by mistake'],
    ['WRONG-ANNUL', 'Nummeret er annulleret ved en fejl', 'The number was annulled by mistake'],
    ['RETURN', 'Personen skal igen stå i registret', 'The person is needed in the register again'],
  ),
  'relocation-reasons': listOfCodes(
    ['NOT-YEAR-ROUND', 'Boligen må ikke bebos hele året', 'The home may not be lived in all year'],
    ['CONDEMNED', 'Kondemneret bolig', 'Condemned home'],
    ['OTHER', 'Andet', 'Other'],
  ),
  'municipal-condition-types': listOfCodes(
    ['1', 'Type 1', 'Type 1'],
    ['2', 'Type 2', 'Type 2'],
    ['3', 'Pension eller ydelse', 'Pension or benefit'],
    ['4', 'Andet', 'Other'],
  ),
  'election-codes': listOfCodes(
    ['0001', 'Valg fra udlandet', 'Election abroad'],
    ['0002', 'Europa-Parlamentsvalg', 'EU election'],
  ),
} as const satisfies Record<string, CodeList>
