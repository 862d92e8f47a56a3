import { sample } from '../../src/proof/sample.ts'
import { guardianshipOf } from '../ward.ts'
import { isSingle } from '../who.ts'

export const guardian = sample({
  event: 'guardian',
  by: 'family-law',
  cast: (find) => ({ ward: find(isSingle), guardian: find(isSingle) }),
  others: (look, { ward, guardian: one }) => ({
    free: look((other) => isSingle(other) && other !== ward && other !== one),
  }),
  earlier: ({ ward }, day) => [guardianshipOf(ward, day)],
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

/** Somebody whom the register has no number for. */
export const guardianByName = sample({
  event: 'guardian',
  story: 'by name',
  by: 'family-law',
  cast: (find) => ({ ward: find(isSingle) }),
  others: () => ({}),
  earlier: ({ ward }, day) => [guardianshipOf(ward, day)],
  form: ({ ward }, day) => ({
    personnummer: ward.pnr,
    guardianRelation: '00002',
    guardianName: 'Advokat Ane Lund',
    guardianAddress: ['Vestergade 4', '9000 Aalborg'],
    startDate: day(-1),
    decision: 'Afgørelse 2026-40',
    authority: '1301',
  }),
  leaves: ({ ward }, day) => [
    [
      ward,
      {
        guardian: {
          guardianRelation: '00002',
          guardianName: 'Advokat Ane Lund',
          guardianAddress: ['Vestergade 4', '9000 Aalborg'],
          start: day(-1),
        },
      },
    ],
  ],
  trials: [],
})
