import type { Form } from '../../src/api.ts'
import { sample, type Sample } from '../../src/proof/sample.ts'
import { columnOf, isSingle } from '../who.ts'

/** A number without residence: the three kinds differ in who gives it, and to whom. */
interface Kind {
  readonly event: string
  readonly by: string
  readonly authority: string
  /** Filled in for this kind alone. */
  readonly more?: Form
}

function assignment({ event, by, authority, more = {} }: Kind): Sample {
  return sample({
    event,
    by,
    // Nobody is there yet: the number comes with the answer.
    cast: () => ({}),
    others: (look) => ({ known: look(isSingle) }),
    form: (_, day) => ({
      birthDate: '19830301',
      assignmentDate: day(0),
      sex: 'M',
      firstNames: 'Pierre',
      lastName: 'Lefevre',
      citizenship: '5130',
      foreignAddress: ['12 rue de la Paix', 'FR-75002 Paris'],
      documentation: 'Ansøgning 2026-71',
      authority,
      ...more,
    }),
    asks: ['not-resident', 'purpose'],
    leaves: (_, day, born) => [
      [
        born('person'),
        {
          person: { status: '20', statusDate: day(0), sex: 'M', birthDate: '19830301' },
          name: { firstNames: 'Pierre', lastName: 'Lefevre' },
          citizenship: { country: '5130' },
          civilStatus: { civilStatus: 'U' },
          church: { churchRelation: 'U' },
          address: { municipalityCode: authority },
        },
      ],
    ],
    trials: [
      {
        rule: 'no-duplicate',
        form: ({ known }) => ({
          birthDate: known.birthDate,
          sex: known.sex,
          firstNames: columnOf(known, 'name', 'firstNames'),
          lastName: columnOf(known, 'name', 'lastName'),
        }),
      },
      { rule: 'issuer', form: { authority: '0851' } },
    ],
    again: [{ rule: 'no-duplicate' }],
  })
}

export const taxPnr = assignment({ event: 'tax-pnr', by: 'tax', authority: '0011' })
export const atpPnr = assignment({ event: 'atp-pnr', by: 'atp', authority: '0012' })
export const administrativePnr = assignment({
  event: 'administrative-pnr',
  by: 'issuer',
  authority: '0019',
  more: { purpose: 'DIPLOMAT' },
})
