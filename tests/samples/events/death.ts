import { addDays } from '../../src/proof/census.ts'
import { sample } from '../../src/proof/sample.ts'
import { all, inAalborg, isMinor, isOfStatus, isPlain, isWoman, startOf } from '../who.ts'

const isWed = all(isPlain, inAalborg, isOfStatus('G'), (one) => one.spouse()?.status === '01')

export const death = sample({
  event: 'death',
  by: 'caseworker',
  cast: (find) => {
    const husband = find(all(isWed, (one) => one.kin('child').length === 0))
    return { husband, wife: husband.spouse() ?? husband }
  },
  others: (look) => ({
    child: look(all(isPlain, inAalborg, isMinor)),
    loneMother: look(
      all(isPlain, inAalborg, isWoman, (one) =>
        one.kin('child').some((child) => child.age < 17 && child.holders().length === 1),
      ),
    ),
  }),
  form: ({ husband }, day) => ({
    personnummer: husband.pnr,
    deathDate: day(0),
    deathKind: 'CERTIFICATE',
    documentation: 'Dødsattest 2026-9',
    authority: '0851',
  }),
  asks: ['wards', 'confirm'],
  leaves: ({ husband, wife }, day) => [
    [
      husband,
      {
        person: { status: '90', statusDate: day(0) },
        address: null,
        civilStatus: { civilStatus: 'D', start: day(0) },
      },
    ],
    [wife, { civilStatus: { civilStatus: 'E', derivedMark: 'ÆG', start: day(0) } }],
  ],
  trials: [
    // Whoever is not of age was nobody's guardian.
    { rule: 'confirm', form: ({ child }) => ({ personnummer: child.pnr }) },
    { rule: 'late', form: (_, day) => ({ deathDate: day(-30) }) },
    {
      rule: 'birth',
      also: ['late', 'latest-any'],
      form: ({ husband }) => ({ deathDate: addDays(husband.birthDate, -1) }),
    },
    {
      rule: 'latest-any',
      also: ['late'],
      form: ({ husband }) => ({ deathDate: addDays(startOf(husband, 'address'), -1) }),
    },
    { rule: 'children', form: ({ loneMother }) => ({ personnummer: loneMother.pnr }) },
    { rule: 'abroad', form: { deathKind: 'ABROAD', country: '5120' } },
  ],
  again: [{ rule: 'alive', also: ['status'] }],
})
