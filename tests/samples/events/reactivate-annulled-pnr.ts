import { sample } from '../../src/proof/sample.ts'
import { isSingle } from '../who.ts'

/** A number that was given up as a double, and the one that points out who it is. */
export const reactivateAnnulledPnr = sample({
  event: 'reactivate-annulled-pnr',
  by: 'cpr-office',
  cast: (find) => ({ closed: find.demo('0708614246'), valid: find.demo('0307610078') }),
  others: (look) => ({ other: look(isSingle) }),
  form: ({ closed, valid }, day) => ({
    personnummer: closed.pnr,
    counterpartPersonnummer: valid.pnr,
    newStatus: '01',
    reason: 'WRONG-MERGE',
    startDate: day(-1),
    documentation: 'Afgørelse 2026-2',
    authority: '0001',
  }),
  asks: ['data-split'],
  leaves: ({ closed }, day) => [[closed, { person: { status: '01', statusDate: day(-1) } }]],
  trials: [
    { rule: 'counterpart-link', form: ({ other }) => ({ counterpartPersonnummer: other.pnr }) },
    { rule: 'status-target', form: { newStatus: '30' } },
  ],
  again: [{ rule: 'status' }],
})
