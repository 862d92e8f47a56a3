import { addDays } from '../../src/proof/census.ts'
import { sample } from '../../src/proof/sample.ts'
import { all, inAalborg, isMinor, isPlain, isSingle, startOf } from '../who.ts'

const isShared = all(isPlain, inAalborg, isMinor, (one) => one.holders().length === 2)
const isSole = all(isPlain, inAalborg, isMinor, (one) => one.holders().length === 1)

export const parentalAuthorityCessation = sample({
  event: 'parental-authority-cessation',
  by: 'family-law',
  cast: (find) => ({ child: find(isShared) }),
  others: (look) => ({ grown: look(isSingle), sole: look(isSole) }),
  form: ({ child }, day) => ({
    personnummer: child.pnr,
    holderRelation: '00004',
    endDate: day(-1),
    reason: 'DECISION',
    authority: '1301',
  }),
  leaves: ({ child }) => [[child, { parentalAuthority: { relation: '00003' } }]],
  trials: [
    { rule: 'active-row', form: ({ grown }) => ({ personnummer: grown.pnr }) },
    {
      rule: 'not-last',
      form: ({ sole }) => ({ personnummer: sole.pnr, holderRelation: '00003' }),
    },
    {
      rule: 'order2',
      form: ({ child }) => ({ endDate: addDays(startOf(child, 'parentalAuthority'), -1) }),
    },
  ],
  again: [{ rule: 'active-row' }],
})
