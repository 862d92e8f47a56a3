import type { Somebody } from '../../src/proof/census.ts'
import { sample } from '../../src/proof/sample.ts'
import { all, columnOf, has, homeOf, inAalborg, isMinor, isPlain, isSingle } from '../who.ts'

const live = (one: Somebody): string => JSON.stringify(homeOf(one))

const isShared = all(
  isPlain,
  inAalborg,
  isMinor,
  (one) =>
    one.holders().length === 2 &&
    one.row('sharedResidence') === undefined &&
    one.kin('father').some(({ status }) => status === '01'),
)

/** The father has moved to a home of his own. */
export const sharedResidenceRegistration = sample({
  event: 'shared-residence-registration',
  by: 'family-law',
  cast: (find) => {
    const child = find(isShared)
    return { child, father: child.kin('father')[0] ?? child }
  },
  others: (look, { child }) => ({
    grown: look(isSingle),
    shared: look(has('sharedResidence')),
    sole: look(all(isPlain, isMinor, (one) => one.holders().length === 1)),
    atOneHome: look(
      all(
        isShared,
        (one) => one !== child && one.kin('father').some((at) => live(at) === live(one)),
      ),
    ),
  }),
  earlier: ({ father }, day) => [
    {
      event: 'move',
      by: 'caseworker',
      form: {
        personnummer: father.pnr,
        moveDate: day(-1),
        municipalityCode: '0851',
        streetCode: '8511',
        houseNumber: '044',
        floor: '08',
        door: 'mf',
        moveReason: 'OWN',
        authority: '0851',
      },
    },
  ],
  form: ({ child, father }, day) => ({
    personnummer: child.pnr,
    otherParentPersonnummer: father.pnr,
    startDate: day(0),
    agreementKind: 'PLAIN',
    documentation: 'Aftale 2026-63',
    authority: '1301',
  }),
  leaves: ({ child, father }, day) => [
    [child, { sharedResidence: { otherParentPersonnummer: father.pnr, start: day(0) } }],
  ],
  trials: [
    {
      rule: 'no-active-row',
      form: ({ shared }) => ({
        personnummer: shared.pnr,
        otherParentPersonnummer: columnOf(shared, 'sharedResidence', 'otherParentPersonnummer'),
      }),
    },
    {
      rule: 'minor',
      form: ({ grown }) => ({ personnummer: grown.pnr }),
      also: ['both-hold', 'two-homes'],
    },
    { rule: 'both-hold', form: ({ sole }) => ({ personnummer: sole.pnr }), also: ['two-homes'] },
    {
      rule: 'two-homes',
      form: ({ atOneHome }) => ({
        personnummer: atOneHome.pnr,
        otherParentPersonnummer: atOneHome.kin('father')[0]?.pnr ?? '',
      }),
    },
    { rule: 'since-2019', form: { startDate: '20190331' } },
  ],
  again: [{ rule: 'no-active-row' }],
})
