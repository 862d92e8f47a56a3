import { sample } from '../../src/proof/sample.ts'
import { isSingle } from '../who.ts'

export const guardianDischarge = sample({
  event: 'guardian-discharge',
  by: 'family-law',
  cast: (find) => ({ ward: find(isSingle), guardian: find(isSingle) }),
  others: () => ({}),
  earlier: ({ ward, guardian }, day) => [
    {
      event: 'under-guardianship',
      by: 'family-law',
      form: {
        personnummer: ward.pnr,
        kind: '5-FINANCIAL',
        startDate: day(-20),
        guardianRelation: '00000',
        deciding: '1301',
        decision: 'Afgørelse 2026-37',
      },
    },
    {
      event: 'guardian',
      by: 'family-law',
      form: {
        personnummer: ward.pnr,
        guardianRelation: '00001',
        guardianPersonnummer: guardian.pnr,
        startDate: day(-20),
        decision: 'Afgørelse 2026-38',
        authority: '1301',
      },
    },
  ],
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
  leaves: ({ ward }) => [[ward, { guardian: null, guardianship: { kind: '5-FINANCIAL' } }]],
  trials: [{ rule: 'active-row', form: { guardianRow: '20010101000000000001' } }],
  again: [{ rule: 'active-row' }],
})
