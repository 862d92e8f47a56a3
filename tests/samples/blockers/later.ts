import type { Form } from '../../src/api.ts'
import type { Later } from './blocked.ts'

/** What happens afterwards, as briefly as it can be reported. */

export const moveOf = (personnummer: string, moveDate: string, houseNumber = '048'): Form => ({
  personnummer,
  moveDate,
  municipalityCode: '0851',
  streetCode: '8511',
  houseNumber,
  moveReason: 'OWN',
  authority: '0851',
})

export const moved = (personnummer: string, day: string): Later => ({
  event: 'move',
  by: 'caseworker',
  form: moveOf(personnummer, day),
})

export const departureOf = (personnummer: string, departureDate: string): Form => ({
  personnummer,
  departureDate,
  departureCountry: '5180',
  foreignAddress: ['Hafenstrasse 4', 'DE-20457 Hamburg'],
  authority: '0851',
})

export const departed = (personnummer: string, day: string): Later => ({
  event: 'departure',
  by: 'caseworker',
  form: departureOf(personnummer, day),
})

export const entryOf = (personnummer: string, entryDate: string): Form => ({
  personnummer,
  ...entry(entryDate),
})

export const entry = (entryDate: string): Form => ({
  entryDate,
  entryCountry: '5180',
  lastForeignAddress: ['Hafenstrasse 4', 'DE-20457 Hamburg'],
  municipalityCode: '0851',
  streetCode: '8511',
  houseNumber: '050',
  stayBasis: 'EU',
  stayFrom: entryDate,
  personalAppearance: true,
  expectedStay: true,
  documentation: 'Registreringsbevis 2026-8',
  authority: '0851',
})

export const weddingOf = (
  personnummer: string,
  spousePersonnummer: string,
  marriageDate: string,
): Form => ({
  personnummer,
  spousePersonnummer,
  marriageDate,
  marriageAuthority: '0851',
  marriageKind: 'CIVIL',
  certificateDate: marriageDate,
  estateShown: true,
  documentation: 'Vielsesbog 2026-17',
  authority: '0851',
})

export const married = (one: string, other: string, day: string): Later => ({
  event: 'marriage-entry',
  by: 'caseworker',
  form: weddingOf(one, other, day),
})

export const divorceOf = (
  personnummer: string,
  spousePersonnummer: string,
  divorceDate: string,
): Form => ({
  personnummer,
  spousePersonnummer,
  divorceDate,
  ground: 'AGREEMENT',
  deciding: '1301',
  decision: 'Bevilling 2026-53',
})

export const divorced = (one: string, other: string, day: string): Later => ({
  event: 'divorce',
  by: 'family-law',
  form: divorceOf(one, other, day),
})

export const separationOf = (
  personnummer: string,
  spousePersonnummer: string,
  separationDate: string,
): Form => ({
  personnummer,
  spousePersonnummer,
  separationDate,
  deciding: '1301',
  decision: 'Bevilling 2026-51',
})

export const separated = (one: string, other: string, day: string): Later => ({
  event: 'separation-entry',
  by: 'family-law',
  form: separationOf(one, other, day),
})

export const cessationOf = (
  personnummer: string,
  spousePersonnummer: string,
  endDate: string,
): Form => ({
  personnummer,
  spousePersonnummer,
  endDate,
  reason: 'COHABITATION',
  authority: '1301',
})

export const resumed = (one: string, other: string, day: string): Later => ({
  event: 'separation-cessation',
  by: 'family-law',
  form: cessationOf(one, other, day),
})

export const deathOf = (personnummer: string, deathDate: string): Form => ({
  personnummer,
  deathDate,
  deathKind: 'CERTIFICATE',
  documentation: 'Dødsattest 2026-9',
  authority: '0851',
})

export const died = (personnummer: string, day: string): Later => ({
  event: 'death',
  by: 'caseworker',
  form: deathOf(personnummer, day),
})

export const renamingOf = (
  personnummer: string,
  firstNames: string,
  nameDate: string,
  lastName = 'Nyborg',
): Form => ({
  personnummer,
  nameDate,
  firstNames,
  lastName,
  ground: 'APPLICATION',
  feePaid: true,
  authority: '7001',
})

export const renamed = (personnummer: string, firstNames: string, day: string): Later => ({
  event: 'name-change',
  by: 'parish',
  form: renamingOf(personnummer, firstNames, day),
})
