import { addDays } from '../../src/proof/census.ts'
import { sample } from '../../src/proof/sample.ts'
import { all, inAalborg, isMan, isMinor, isPlain, isSingle } from '../who.ts'

const isFatherless = all(isPlain, inAalborg, isMinor, (one) => one.kin('father').length === 0)

export const paternity = sample({
  event: 'paternity',
  by: 'parish',
  cast: (find) => ({ child: find(isFatherless), father: find(all(isSingle, isMan)) }),
  others: (look) => ({
    fathered: look(
      all(isPlain, isMinor, (one) =>
        one.kin('mother').some(({ civilStatus }) => civilStatus === 'G'),
      ),
    ),
    boy: look(all(isPlain, isMan, ({ age }) => age > 1 && age < 12)),
  }),
  form: ({ child, father }) => ({
    personnummer: child.pnr,
    parentPersonnummer: father.pnr,
    startDate: child.birthDate,
    basisOfParentage: 'RECOGNITION',
    motherConsent: true,
    documentation: 'Anerkendelse 2026-3',
    authority: '7001',
  }),
  leaves: ({ child, father }) => [
    [child, { kinship: { relation: 'father', personnummer: father.pnr, start: child.birthDate } }],
    [father, { kinship: { relation: 'child', personnummer: child.pnr, derivedMark: 'NF' } }],
  ],
  trials: [
    { rule: 'late-declaration', form: { basisOfParentage: 'DECLARATION' } },
    {
      rule: 'open',
      also: ['spouse-of-mother', 'not-before-birth'],
      form: ({ fathered }) => ({ personnummer: fathered.pnr, startDate: fathered.birthDate }),
    },
    {
      rule: 'spouse-of-mother',
      also: ['open'],
      form: ({ fathered }) => ({ personnummer: fathered.pnr, startDate: fathered.birthDate }),
    },
    { rule: 'parent-age', form: ({ boy }) => ({ parentPersonnummer: boy.pnr }) },
    { rule: 'mother-married-other', form: { motherConsent: false } },
    {
      rule: 'not-before-birth',
      form: ({ child }) => ({ startDate: addDays(child.birthDate, -1) }),
    },
  ],
  again: [{ rule: 'open' }],
})
