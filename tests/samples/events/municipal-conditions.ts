import { sample } from '../../src/proof/sample.ts'
import { isSingle } from '../who.ts'

export const municipalConditions = sample({
  event: 'municipal-conditions',
  by: 'caseworker',
  cast: (find) => ({ person: find(isSingle) }),
  others: () => ({}),
  form: ({ person }, day) => ({
    personnummer: person.pnr,
    conditionType: '1',
    conditionCode: '00017',
    startDate: day(0),
    comment: 'Parkeringslicens',
    municipality: '0851',
    authority: '0851',
  }),
  leaves: ({ person }, day) => [
    [
      person,
      {
        municipalCondition: {
          municipality: '0851',
          conditionType: '1',
          conditionCode: '00017',
          comment: 'Parkeringslicens',
          start: day(0),
        },
      },
    ],
  ],
  trials: [{ rule: 'own-row', form: { municipality: '0101' } }],
  again: [{ rule: 'duplicate' }],
})
