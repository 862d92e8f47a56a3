import type { Somebody } from '../../src/proof/census.ts'
import { sample, type Ask, type Day } from '../../src/proof/sample.ts'
import { guardianFor, guardianshipOf } from '../ward.ts'
import { isSingle } from '../who.ts'

const formOf = async (ward: Somebody, day: Day, ask: Ask) => {
  const [row] = await ask('VAERGE1', 'VAERGE', { PNR: ward.pnr })
  return {
    personnummer: ward.pnr,
    guardianRow: row?.['CUMY_TIMSTP'] ?? '',
    endDate: day(-1),
    reason: 'DECISION',
    authority: '1301',
  }
}

export const guardianDischarge = sample({
  event: 'guardian-discharge',
  by: 'family-law',
  cast: (find) => ({ ward: find(isSingle), guardian: find(isSingle) }),
  others: () => ({}),
  earlier: ({ ward, guardian }, day) => [
    guardianshipOf(ward, day),
    guardianFor(ward, guardian, day),
  ],
  form: ({ ward }, day, ask) => formOf(ward, day, ask),
  asks: ['remaining'],
  leaves: ({ ward }) => [[ward, { guardian: null, guardianship: { kind: '5-FINANCIAL' } }]],
  trials: [{ rule: 'active-row', form: { guardianRow: '20010101000000000001' } }],
  again: [{ rule: 'active-row' }],
})

/** The guardianship itself names somebody, who stays. */
export const guardianDischargeOfOne = sample({
  event: 'guardian-discharge',
  story: 'another stays',
  by: 'family-law',
  cast: (find) => ({ ward: find(isSingle), first: find(isSingle), second: find(isSingle) }),
  others: () => ({}),
  earlier: ({ ward, first, second }, day) => [
    guardianshipOf(ward, day, first),
    guardianFor(ward, second, day),
  ],
  form: ({ ward }, day, ask) => formOf(ward, day, ask),
  leaves: ({ ward, first }) => [
    [ward, { guardian: null, guardianship: { guardianPersonnummer: first.pnr } }],
  ],
  trials: [],
})
