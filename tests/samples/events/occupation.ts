import { sample } from '../../src/proof/sample.ts'
import { isSingle } from '../who.ts'

export const occupation = sample({
  event: 'occupation',
  by: 'caseworker',
  cast: (find) => ({ person: find(isSingle) }),
  others: () => ({}),
  form: ({ person }, day) => ({
    personnummer: person.pnr,
    occupation: 'Bådebygger',
    startDate: day(0),
    authority: '0851',
  }),
  leaves: ({ person }) => [[person, { person: { occupation: 'Bådebygger', status: '01' } }]],
  trials: [{ rule: 'blank-out', form: { occupation: null } }],
})
