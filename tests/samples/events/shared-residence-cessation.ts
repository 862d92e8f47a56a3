import { sample } from '../../src/proof/sample.ts'
import { all, columnOf, has, inAalborg, isMinor, isPlain } from '../who.ts'

export const sharedResidenceCessation = sample({
  event: 'shared-residence-cessation',
  by: 'family-law',
  cast: (find) => ({ child: find(all(isPlain, inAalborg, has('sharedResidence'))) }),
  others: (look) => ({
    other: look(
      all(isPlain, inAalborg, isMinor, (one) => one.row('sharedResidence') === undefined),
    ),
  }),
  form: ({ child }, day) => ({
    personnummer: child.pnr,
    otherParentPersonnummer: columnOf(child, 'sharedResidence', 'otherParentPersonnummer'),
    endDate: day(-1),
    reason: 'AGREED',
    authority: '1301',
  }),
  leaves: ({ child }) => [[child, { sharedResidence: null }]],
  trials: [
    { rule: 'active-row', form: ({ other }) => ({ personnummer: other.pnr }) },
    { rule: 'one-side', form: { reason: 'ONE-SIDED' } },
  ],
  again: [{ rule: 'active-row' }],
})
