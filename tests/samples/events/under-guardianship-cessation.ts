import { addDays } from '../../src/proof/census.ts'
import { sample } from '../../src/proof/sample.ts'
import { all, has, isPlain, isSingle, startOf } from '../who.ts'

export const underGuardianshipCessation = sample({
  event: 'under-guardianship-cessation',
  by: 'family-law',
  cast: (find) => ({ ward: find(all(isPlain, has('guardianship'))) }),
  others: (look) => ({ free: look(isSingle) }),
  form: ({ ward }, day) => ({
    personnummer: ward.pnr,
    endDate: day(-1),
    reason: 'DECISION',
    documentation: 'Afgørelse 2026-34',
    authority: '1301',
  }),
  leaves: ({ ward }) => [[ward, { guardianship: null, guardian: null }]],
  trials: [
    { rule: 'active-row', form: ({ free }) => ({ personnummer: free.pnr }) },
    {
      rule: 'after-start',
      form: ({ ward }) => ({ endDate: addDays(startOf(ward, 'guardianship'), -1) }),
    },
  ],
  again: [{ rule: 'active-row' }],
})
