import { addressKey } from '../addresses.ts'
import type { CaseData } from '../case-data.ts'
import type { RegisterView } from '../register-view.ts'
import type { Trial } from './trial.ts'

/** What the three entries share: where somebody comes from and moves in, and what the stay rests on. */
export const arrival: CaseData = {
  entryDate: '20261120',
  entryCountry: '5154',
  lastForeignAddress: ['ul. Krotka 4', '00-950 Warszawa'],
  municipalityCode: '0851',
  streetCode: '8511',
  houseNumber: '016',
  stayBasis: 'EU',
  stayFrom: '20261118',
  expectedStay: true,
  documentation: 'Registreringsbevis 7',
  authority: '0851',
}

export const newHome = addressKey({
  municipalityCode: '0851',
  streetCode: '8511',
  houseNumber: '016',
})

export function livingThere(...people: readonly string[]) {
  return (view: RegisterView): RegisterView => ({ ...view, households: { [newHome]: people } })
}

/** Only a person can vouch for it, so it is asked every time. */
export const askedAtEntry = ['home'] as const

export function entryTrials(suffixes: {
  readonly date: string
  readonly country: string
}): readonly Trial[] {
  return [
    { rule: `fmt-date${suffixes.date}`, data: { entryDate: '20261131' } },
    { rule: `nofuture${suffixes.date}`, data: { entryDate: '20261124' } },
    { rule: 'late', today: '20261126' },
    { rule: `code${suffixes.country}`, data: { entryCountry: '0851' } },
    { rule: 'fmt-num', data: { streetCode: '85a1' } },
    { rule: 'road', data: { houseNumber: '100' } },
    { rule: 'fmt-lines', data: { lastForeignAddress: ['x'.repeat(35)] } },
    { rule: 'doc', data: { documentation: '.' } },
    { rule: 'not-in-advance', data: { entryDate: '20261124' } },
    { rule: 'three-months', data: { expectedStay: false } },
    { rule: 'lawful-stay', data: { stayBasis: 'NORDIC' } },
    { rule: 'permit-date', data: { stayBasis: 'PERMIT', stayFrom: '20261121' } },
    { rule: 'nordic', data: { entryCountry: '5120' } },
    { rule: 'host', view: livingThere('0709614231') },
  ]
}
