import { sample } from '../src/proof/sample.ts'
import { isSingle } from './who.ts'

/** An address that is lines of text, and its end: the two kinds differ in a word. */
export const addressEnded = (
  kind: 'contact-address' | 'supplementary-address',
  entity: 'contactAddress' | 'supplementaryAddress',
) =>
  sample({
    event: `${kind}-cessation`,
    by: 'caseworker',
    cast: (find) => ({ person: find(isSingle) }),
    others: (look, { person }) => ({ free: look((one) => isSingle(one) && one !== person) }),
    earlier: ({ person }, day) => [
      {
        event: kind,
        by: 'caseworker',
        form: {
          personnummer: person.pnr,
          startDate: day(-10),
          lines: ['c/o Kontoret', 'Havnevej 3'],
          authority: '0851',
        },
      },
    ],
    form: ({ person }, day) => ({ personnummer: person.pnr, endDate: day(-1), authority: '0851' }),
    leaves: ({ person }) => [[person, { [entity]: null }]],
    trials: [{ rule: 'active-row', form: ({ free }) => ({ personnummer: free.pnr }) }],
    again: [{ rule: 'active-row' }],
  })
