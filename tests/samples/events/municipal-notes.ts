import { sample } from '../../src/proof/sample.ts'
import { isSingle } from '../who.ts'

export const municipalNotes = sample({
  event: 'municipal-notes',
  by: 'caseworker',
  cast: (find) => ({ person: find(isSingle) }),
  others: () => ({}),
  form: ({ person }, day) => ({
    personnummer: person.pnr,
    noteNumber: '07',
    noteText: 'Ring før besøg',
    startDate: day(0),
    municipality: '0851',
    authority: '0851',
  }),
  asks: ['personal-data'],
  leaves: ({ person }, day) => [
    [
      person,
      {
        note: { municipality: '0851', noteNumber: '07', noteText: 'Ring før besøg', start: day(0) },
      },
    ],
  ],
  trials: [{ rule: 'own-row', form: { municipality: '0101' } }],
})
