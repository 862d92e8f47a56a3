import { upkeep } from '../../src/proof/upkeep.ts'
import { all, hasNo, isAlone, isSingle } from '../who.ts'

const entity = 'person'

export const personnummerUpkeep = [
  upkeep({
    operation: 'personnummer.correct-current',
    by: 'cpr-office',
    cast: (find) => ({ person: find(isSingle) }),
    others: (look) => ({ other: look(isSingle) }),
    about: ({ person }) => ({ of: person, entity }),
    proof: 'row',
    says: ({ person }) => ({ sex: person.sex === 'M' ? 'K' : 'M' }),
    leaves: ({ person }) => [[person, { person: { status: '60' } }]],
    trials: [
      { rule: 'another', form: ({ person }) => ({ newPersonnummer: person.pnr }) },
      { rule: 'right-number', form: ({ other }) => ({ newPersonnummer: other.pnr }) },
    ],
  }),
  upkeep({
    operation: 'personnummer.undo-current',
    by: 'cpr-office',
    cast: (find) => ({
      person: find(all(({ status }) => status === '20', isAlone, hasNo('kinship'))),
    }),
    proof: 'none',
    others: () => ({}),
    about: ({ person }) => ({ of: person, entity }),
    leaves: ({ person }) => [[person, { person: { status: '30' }, name: null, civilStatus: null }]],
    stays: 'number-annulled',
  }),
]
