import { addDays } from '../../src/proof/census.ts'
import { sample } from '../../src/proof/sample.ts'
import { all, inAalborg, isMinor, isPlain, isSingle, isWoman } from '../who.ts'

const isFatherless = all(isPlain, inAalborg, isMinor, (one) => one.kin('father').length === 0)

export const coMaternity = sample({
  event: 'co-maternity',
  by: 'family-law',
  cast: (find) => ({ child: find(isFatherless), coMother: find(all(isSingle, isWoman)) }),
  others: (look) => ({
    fathered: look(
      all(isPlain, isMinor, (one) =>
        one.kin('mother').some(({ civilStatus }) => civilStatus === 'G'),
      ),
    ),
    girl: look(all(isPlain, isWoman, ({ age }) => age > 1 && age < 12)),
  }),
  form: ({ child, coMother }) => ({
    personnummer: child.pnr,
    parentPersonnummer: coMother.pnr,
    startDate: child.birthDate,
    basisOfParentage: 'TREATMENT',
    motherConsent: true,
    treatmentConsent: true,
    documentation: 'Samtykke 2026-61',
    authority: '1301',
  }),
  leaves: ({ child, coMother }) => [
    [child, { kinship: { relation: 'father', personnummer: coMother.pnr } }],
    [coMother, { kinship: { relation: 'child', personnummer: child.pnr } }],
  ],
  trials: [
    {
      rule: 'late-declaration',
      by: 'parish',
      form: { basisOfParentage: 'DECLARATION', authority: '7001' },
    },
    {
      rule: 'open',
      also: ['spouse-of-mother'],
      form: ({ fathered }) => ({ personnummer: fathered.pnr, startDate: fathered.birthDate }),
    },
    {
      rule: 'spouse-of-mother',
      also: ['open'],
      form: ({ fathered }) => ({ personnummer: fathered.pnr, startDate: fathered.birthDate }),
    },
    { rule: 'parent-age', form: ({ girl }) => ({ parentPersonnummer: girl.pnr }) },
    {
      rule: 'mother-married-other',
      form: { basisOfParentage: 'RECOGNITION', motherConsent: false },
    },
    {
      rule: 'not-before-birth',
      form: ({ child }) => ({ startDate: addDays(child.birthDate, -1) }),
    },
  ],
  again: [{ rule: 'open' }],
})
