import type { Somebody } from '../../src/proof/census.ts'
import { sample } from '../../src/proof/sample.ts'
import { all, has, inAalborg, isAdult, isMan, isMinor, isPlain, isSingle, isWoman } from '../who.ts'

/** The mother alone holds it, and the father is registered and living. */
const isMothersOnly = all(
  isPlain,
  inAalborg,
  isMinor,
  (one) => one.holders().length === 1 && one.kin('father').some(({ status }) => status === '01'),
)

const heldBy = ({ pnr }: Somebody) => [{ relation: '00005', personnummer: pnr }]

export const parentalAuthority = sample({
  event: 'parental-authority',
  by: 'family-law',
  cast: (find) => ({ child: find(isMothersOnly) }),
  others: (look) => ({
    grown: look(all(isSingle, isWoman)),
    other: look(all(isSingle, isMan)),
    closed: look(({ status }) => status === '60'),
    sheltered: look(all(isAdult, has('protection'))),
    ofMarried: look(
      all(isPlain, isMinor, (one) => one.kin('mother')[0]?.spouse() === one.kin('father')[0]),
    ),
    dead: look(({ status }) => status === '90'),
  }),
  form: ({ child }, day) => ({
    personnummer: child.pnr,
    holders: [{ relation: '00003' }, { relation: '00004' }],
    startDate: day(-1),
    deciding: '1301',
    decision: 'Aftale 2026-62',
  }),
  asks: ['changes'],
  leaves: ({ child }) => [
    [child, { parentalAuthority: { relation: '00003' } }],
    [
      child,
      {
        parentalAuthority: {
          relation: '00004',
          holderPersonnummer: child.kin('father')[0]?.pnr ?? '',
        },
      },
    ],
  ],
  trials: [
    // Somebody who is no parent of theirs would hold it: so that what is tried is found first.
    {
      rule: 'minor',
      form: ({ grown, other }) => ({ personnummer: grown.pnr, holders: heldBy(other) }),
    },
    {
      rule: 'valid-pnr',
      also: ['status', 'minor'],
      form: ({ closed, other }) => ({ personnummer: closed.pnr, holders: heldBy(other) }),
    },
    {
      rule: 'status',
      also: ['minor'],
      form: ({ dead, other }) => ({ personnummer: dead.pnr, holders: heldBy(other) }),
    },
    {
      rule: 'protect',
      also: ['minor'],
      form: ({ sheltered, other }) => ({
        personnummer: sheltered.pnr,
        holders: heldBy(other),
      }),
    },
    {
      rule: 'one-or-two',
      form: { holders: [{ relation: '00003' }, { relation: '00003' }] },
    },
    {
      rule: 'holder-alive',
      form: ({ dead }) => ({ holders: [{ relation: '00005', personnummer: dead.pnr }] }),
    },
    {
      rule: 'married',
      form: ({ ofMarried }) => ({
        personnummer: ofMarried.pnr,
        holders: [{ relation: '00003' }],
      }),
    },
    { rule: 'code', form: { holders: [{ relation: '00099' }] } },
    { rule: 'changes', form: { holders: [{ relation: '00004' }] } },
    {
      rule: 'married',
      also: ['changes'],
      form: ({ ofMarried }) => ({
        personnummer: ofMarried.pnr,
        holders: [{ relation: '00004' }],
      }),
    },
  ],
})

/** A decision that says what stands already. */
export const parentalAuthorityAsBefore = sample({
  event: 'parental-authority',
  story: 'as before',
  by: 'court',
  cast: (find) => ({ child: find(isMothersOnly) }),
  others: () => ({}),
  form: ({ child }, day) => ({
    personnummer: child.pnr,
    holders: [{ relation: '00003' }],
    startDate: day(-1),
    deciding: '1101',
    decision: 'Dom 2026-66',
  }),
  leaves: ({ child }) => [
    [
      child,
      {
        parentalAuthority: {
          relation: '00003',
          holderPersonnummer: child.kin('mother')[0]?.pnr ?? '',
        },
      },
    ],
  ],
  trials: [],
})
