import type { CaseData } from '@sagsgang/events'

/** Forms as people fill them in: a story names whom and when, and whatever else matters to it. */

export const moveData = (
  personnummer: string,
  moveDate: string,
  more: CaseData = {},
): CaseData => ({
  personnummer,
  moveDate,
  municipalityCode: '0851',
  streetCode: '8511',
  houseNumber: '021',
  moveReason: 'OWN',
  authority: '0851',
  ...more,
})

export const marriageData = (
  [personnummer, spousePersonnummer]: readonly [string, string],
  marriageDate: string,
  more: CaseData = {},
): CaseData => ({
  personnummer,
  spousePersonnummer,
  marriageDate,
  marriageAuthority: '0851',
  marriageKind: 'CIVIL',
  certificateDate: marriageDate,
  documentation: 'Vielsesbog 12',
  authority: '0851',
  ...more,
})

export const birthData = (
  motherPersonnummer: string,
  birthDate: string,
  sex: 'M' | 'K' = 'K',
): CaseData => ({
  motherPersonnummer,
  birthDate,
  sex,
  birthAuthority: '7001',
  liveBirth: true,
  documentation: 'Anmeldelse 7',
  authority: '7001',
})

export const deathData = (personnummer: string, deathDate: string): CaseData => ({
  personnummer,
  deathDate,
  deathKind: 'CERTIFICATE',
  documentation: 'Dødsattest 3',
  authority: '0851',
})
