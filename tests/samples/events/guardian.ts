import { sample } from '../../src/proof/sample.ts'
import { isSingle } from '../who.ts'

export const guardian = sample({
  event: 'guardian',
  by: 'family-law',
  cast: (find) => ({ ward: find(isSingle), guardian: find(isSingle) }),
  others: (look, { ward, guardian: one }) => ({
    free: look((other) => isSingle(other) && other !== ward && other !== one),
  }),
  earlier: ({ ward }, day) => [
    {
      event: 'under-guardianship',
      by: 'family-law',
      form: {
        personnummer: ward.pnr,
        kind: '5-FINANCIAL',
        startDate: day(-10),
        guardianRelation: '00000',
        deciding: '1301',
        decision: 'Afgørelse 2026-35',
      },
    },
  ],
  form: ({ ward, guardian: one }, day) => ({
    personnummer: ward.pnr,
    guardianRelation: '00001',
    guardianPersonnummer: one.pnr,
    startDate: day(-1),
    decision: 'Afgørelse 2026-36',
    authority: '1301',
  }),
  asks: ['guardian-fit'],
  leaves: ({ ward, guardian: one }, day) => [
    [
      ward,
      { guardian: { guardianRelation: '00001', guardianPersonnummer: one.pnr, start: day(-1) } },
    ],
  ],
  trials: [
    { rule: 'relation-fields', form: { guardianRelation: '00000' } },
    { rule: 'needs-guardianship', form: ({ free }) => ({ personnummer: free.pnr }) },
    { rule: 'not-self', form: ({ ward }) => ({ guardianPersonnummer: ward.pnr }) },
  ],
})
