import { sample } from '../../src/proof/sample.ts'
import { all, has, isPlain } from '../who.ts'

export const guardianDischarge = sample({
  event: 'guardian-discharge',
  by: 'family-law',
  cast: (find) => ({ ward: find(all(isPlain, has('guardian'))) }),
  others: () => ({}),
  form: async ({ ward }, day, ask) => {
    const [row] = await ask('VAERGE1', 'VAERGE', { PNR: ward.pnr })
    return {
      personnummer: ward.pnr,
      guardianRow: row?.['CUMY_TIMSTP'] ?? '',
      endDate: day(-1),
      reason: 'DECISION',
      authority: '1301',
    }
  },
  asks: ['remaining'],
  leaves: ({ ward }) => [[ward, { guardian: null }]],
  trials: [{ rule: 'active-row', form: { guardianRow: '20010101000000000001' } }],
  again: [{ rule: 'active-row' }],
})
