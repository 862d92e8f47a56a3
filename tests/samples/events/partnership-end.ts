import { addDays } from '../../src/proof/census.ts'
import { sample, type Sample } from '../../src/proof/sample.ts'
import { findPartners } from '../couple.ts'
import { isSingle, startOf } from '../who.ts'

/** Two ways out of a registered partnership, alike but for who decides. */
const ending = (event: string, by: string, deciding: string): Sample =>
  sample({
    event,
    by,
    cast: findPartners,
    others: (look) => ({ single: look(isSingle) }),
    form: ({ elder, younger }, day) => ({
      personnummer: elder.pnr,
      partnerPersonnummer: younger.pnr,
      endDate: day(-1),
      deciding,
      decision: 'Afgørelse 2026-55',
    }),
    leaves: ({ elder, younger }, day) => [
      [elder, { civilStatus: { civilStatus: 'O', start: day(-1) } }],
      [younger, { civilStatus: { civilStatus: 'O', derivedMark: 'PA', start: day(-1) } }],
    ],
    trials: [
      { rule: 'civ', form: ({ single }) => ({ personnummer: single.pnr }), also: ['same-pair'] },
      {
        rule: 'latest',
        form: ({ elder }) => ({ endDate: addDays(startOf(elder, 'civilStatus'), -1) }),
      },
    ],
    again: [{ rule: 'civ', also: ['latest', 'same-pair'] }],
  })

export const partnershipDissolution = ending('partnership-dissolution', 'family-law', '1301')
export const partnershipAnnulment = ending('partnership-annulment', 'court', '1101')
