import { addDays } from '../../src/proof/census.ts'
import { sample } from '../../src/proof/sample.ts'
import { isWife } from '../couple.ts'
import { all, inAalborg, isAged, isPlain, isSingle, isWoman } from '../who.ts'

/** A child of a mother alone, and a couple who take it. */
export const adoption = sample({
  event: 'adoption',
  by: 'family-law',
  cast: (find) => {
    const child = find(
      all(isPlain, inAalborg, isAged(1, 10), (one) => one.kin('father').length === 0),
    )
    const mother = find(all(isWife, isAged(38, 60), (one) => (one.spouse()?.age ?? 0) > 37))
    return { child, mother, father: mother.spouse() ?? mother }
  },
  others: (look) => ({
    young: look(all(isSingle, isWoman, isAged(19, 23))),
    single: look(all(isSingle, isWoman, isAged(30, 60))),
    older: look(all(isPlain, isAged(12, 16))),
  }),
  form: ({ child, mother, father }, day) => ({
    personnummer: child.pnr,
    adoptionKind: 'FULL',
    adoptiveMotherPersonnummer: mother.pnr,
    adoptiveFatherPersonnummer: father.pnr,
    grantDate: day(-1),
    documentation: 'Bevilling 2026-64',
    authority: '1301',
  }),
  asks: ['secrecy'],
  leaves: ({ child, mother, father }) => [
    [child, { kinship: { relation: 'mother', personnummer: mother.pnr } }],
    [child, { kinship: { relation: 'father', personnummer: father.pnr } }],
    [mother, { kinship: { relation: 'child', personnummer: child.pnr } }],
    [father, { kinship: { relation: 'child', personnummer: child.pnr } }],
  ],
  trials: [
    { rule: 'two', form: ({ mother }) => ({ adoptiveFatherPersonnummer: mother.pnr }) },
    { rule: 'birth', form: ({ child }) => ({ grantDate: addDays(child.birthDate, -1) }) },
    {
      rule: 'one-adopter',
      form: { adoptiveMotherPersonnummer: null, adoptiveFatherPersonnummer: null },
    },
    {
      rule: 'adopter-25',
      also: ['couple'],
      form: ({ young }) => ({ adoptiveMotherPersonnummer: young.pnr }),
    },
    { rule: 'couple', form: ({ single }) => ({ adoptiveMotherPersonnummer: single.pnr }) },
    {
      rule: 'stepchild',
      form: ({ single }) => ({
        adoptionKind: 'STEPCHILD',
        adoptiveMotherPersonnummer: null,
        adoptiveFatherPersonnummer: single.pnr,
      }),
    },
    { rule: 'consent-12', form: ({ older }) => ({ personnummer: older.pnr }) },
    { rule: 'new-number', form: { newPersonnummerWanted: true } },
    { rule: 'new-number', form: { newPersonnummerWanted: true, adoptionKind: 'ADULT' } },
  ],
})
