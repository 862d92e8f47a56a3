import { addDays } from '../../src/proof/census.ts'
import { sample, type Sample } from '../../src/proof/sample.ts'
import { findPartners } from '../couple.ts'
import { isSingle, startOf } from '../who.ts'

interface Ending {
  readonly event: string
  readonly by: string
  readonly deciding: string
  /** The civil status that both are left with. */
  readonly leaves: string
}

/** Two ways out of a registered partnership, alike but for who decides. */
const ending = ({ event, by, deciding, leaves }: Ending): Sample =>
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
      [elder, { civilStatus: { civilStatus: leaves, start: day(-1) } }],
      [younger, { civilStatus: { civilStatus: leaves, derivedMark: 'PA', start: day(-1) } }],
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

export const partnershipDissolution = ending({
  event: 'partnership-dissolution',
  by: 'family-law',
  deciding: '1301',
  leaves: 'O',
})

/** As if it had never been: they are what they were before. */
export const partnershipAnnulment = ending({
  event: 'partnership-annulment',
  by: 'court',
  deciding: '1101',
  leaves: 'U',
})
