import { addDays } from '../../src/proof/census.ts'
import { sample } from '../../src/proof/sample.ts'
import { all, isMan, isMinor, isOfStatus, isPlain, isSingle, isWoman, startOf } from '../who.ts'

/** Entered into abroad: at home nobody has been able to since 2012. */
export const partnershipEntry = sample({
  event: 'partnership-entry',
  by: 'caseworker',
  cast: (find) => ({ one: find(all(isSingle, isWoman)), other: find(all(isSingle, isWoman)) }),
  others: (look) => ({
    man: look(all(isSingle, isMan)),
    wife: look(all(isPlain, isWoman, isOfStatus('G'))),
    child: look(all(isPlain, isMinor)),
    divorced: look(all(isPlain, isOfStatus('F'))),
    sister: look.demo('1306814180'),
    otherSister: look.demo('1306814172'),
  }),
  form: ({ one, other }, day) => ({
    personnummer: one.pnr,
    partnerPersonnummer: other.pnr,
    partnershipDate: day(-10),
    partnershipAuthority: '0851',
    country: '5180',
  }),
  leaves: ({ one, other }, day) => [
    [one, { civilStatus: { civilStatus: 'P', spousePersonnummer: other.pnr, start: day(-10) } }],
    [other, { civilStatus: { civilStatus: 'P', spousePersonnummer: one.pnr, derivedMark: 'PA' } }],
  ],
  trials: [
    { rule: 'civ', form: ({ wife }) => ({ personnummer: wife.pnr }) },
    { rule: 'civ-2', form: ({ wife }) => ({ partnerPersonnummer: wife.pnr }) },
    {
      rule: 'adult',
      form: ({ child }) => ({ partnerPersonnummer: child.pnr }),
      also: ['same-sex'],
    },
    {
      rule: 'notrel',
      form: ({ sister, otherSister }) => ({
        personnummer: sister.pnr,
        partnerPersonnummer: otherSister.pnr,
      }),
    },
    { rule: 'law-window', form: { country: null } },
    { rule: 'same-sex', form: ({ man }) => ({ partnerPersonnummer: man.pnr }) },
    {
      rule: 'latest',
      also: ['same-sex'],
      form: ({ divorced }) => ({
        personnummer: divorced.pnr,
        partnershipDate: addDays(startOf(divorced, 'civilStatus'), -1),
      }),
    },
  ],
  again: [{ rule: 'civ', also: ['civ-2', 'latest'] }],
})
