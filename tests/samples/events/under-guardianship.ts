import { sample } from '../../src/proof/sample.ts'
import { all, has, inAalborg, isMinor, isPlain, isSingle } from '../who.ts'

export const underGuardianship = sample({
  event: 'under-guardianship',
  by: 'family-law',
  cast: (find) => ({ ward: find(isSingle), guardian: find(isSingle) }),
  others: (look) => ({
    child: look(all(isPlain, inAalborg, isMinor)),
    underGuardian: look(all(isPlain, has('guardianship'))),
  }),
  form: ({ ward, guardian }, day) => ({
    personnummer: ward.pnr,
    kind: '6-PART',
    startDate: day(-1),
    guardianRelation: '00001',
    guardianPersonnummer: guardian.pnr,
    deciding: '1301',
    decision: 'Afgørelse 2026-33',
  }),
  leaves: ({ ward, guardian }, day) => [
    [
      ward,
      {
        guardianship: {
          kind: '6-PART',
          guardianRelation: '00001',
          guardianPersonnummer: guardian.pnr,
          start: day(-1),
        },
      },
    ],
  ],
  trials: [
    { rule: 'relation-fields', form: { guardianRelation: '00000' } },
    { rule: 'adult', form: ({ child }) => ({ personnummer: child.pnr }) },
    { rule: 'one', form: ({ underGuardian }) => ({ personnummer: underGuardian.pnr }) },
    { rule: 'guardian-ok', form: ({ ward }) => ({ guardianPersonnummer: ward.pnr }) },
    { rule: 'guardian-ok', form: ({ child }) => ({ guardianPersonnummer: child.pnr }) },
  ],
  again: [{ rule: 'one' }],
})
