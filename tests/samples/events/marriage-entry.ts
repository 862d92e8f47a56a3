import { addDays } from '../../src/proof/census.ts'
import { sample } from '../../src/proof/sample.ts'
import {
  all,
  has,
  isAged,
  inAalborg,
  isMan,
  isMinor,
  isOfStatus,
  isPlain,
  isSingle,
} from '../who.ts'
import { isWoman, startOf } from '../who.ts'

const isMarried = all(isPlain, inAalborg, isOfStatus('G'), (one) => one.spouse() !== undefined)

export const marriageEntry = sample({
  event: 'marriage-entry',
  by: 'caseworker',
  cast: (find) => ({
    bride: find(all(isSingle, isWoman)),
    groom: find(all(isSingle, isMan)),
    // A grown son whom somebody else adopts, and his mother no longer.
    son: find.demo('1312814362'),
    adopter: find(all(isSingle, isWoman, isAged(46, 60))),
  }),
  others: (look) => ({
    formerMother: look.demo('0701614038'),
    sister: look.demo('1306814180'),
    otherSister: look.demo('1306814172'),
    husband: look(isMarried),
    separated: look(all(isMarried, has('separation'))),
    partner: look(all(isPlain, isOfStatus('P'))),
    widow: look(all(isPlain, isOfStatus('E'))),
    divorced: look(all(isPlain, isOfStatus('F'))),
    child: look(all(isPlain, inAalborg, isMinor)),
  }),
  earlier: ({ son, adopter }, day) => [
    {
      event: 'adoption',
      by: 'family-law',
      form: {
        personnummer: son.pnr,
        adoptionKind: 'FULL',
        adoptiveMotherPersonnummer: adopter.pnr,
        grantDate: day(-10),
        documentation: 'Bevilling 2026-65',
        authority: '1301',
      },
    },
  ],
  form: ({ bride, groom }, day) => ({
    personnummer: bride.pnr,
    spousePersonnummer: groom.pnr,
    marriageDate: day(-1),
    marriageAuthority: '0851',
    marriageKind: 'CIVIL',
    certificateDate: day(-20),
    documentation: 'Vielsesbog 2026-17',
    authority: '0851',
  }),
  leaves: ({ bride, groom }, day) => [
    [bride, { civilStatus: { civilStatus: 'G', spousePersonnummer: groom.pnr, start: day(-1) } }],
    [
      groom,
      { civilStatus: { civilStatus: 'G', spousePersonnummer: bride.pnr, derivedMark: 'ÆG' } },
    ],
  ],
  trials: [
    { rule: 'civ', form: ({ husband }) => ({ personnummer: husband.pnr }) },
    { rule: 'civ-2', form: ({ husband }) => ({ spousePersonnummer: husband.pnr }) },
    { rule: 'adult', form: ({ child }) => ({ spousePersonnummer: child.pnr }) },
    {
      rule: 'notrel',
      form: ({ sister, otherSister }) => ({
        personnummer: sister.pnr,
        spousePersonnummer: otherSister.pnr,
      }),
    },
    { rule: 'certificate', form: (_, day) => ({ certificateDate: day(-200) }) },
    {
      rule: 'latest',
      form: ({ divorced }) => {
        const before = addDays(startOf(divorced, 'civilStatus'), -1)
        return { personnummer: divorced.pnr, marriageDate: before, certificateDate: before }
      },
    },
    {
      rule: 'open-separation',
      also: ['civ'],
      form: ({ separated }) => ({ personnummer: separated.pnr }),
    },
    {
      rule: 'partnership',
      form: ({ partner }) => ({
        personnummer: partner.pnr,
        spousePersonnummer: partner.spouse()?.pnr ?? '',
      }),
    },
    {
      rule: 'estate',
      form: ({ widow }) => ({ personnummer: widow.pnr, estateShown: false }),
    },
    {
      rule: 'adopted',
      form: ({ son, formerMother }) => ({
        personnummer: son.pnr,
        spousePersonnummer: formerMother.pnr,
      }),
    },
    { rule: 'abroad', form: { marriageKind: 'ABROAD', country: '5120' } },
  ],
  again: [{ rule: 'civ', also: ['civ-2', 'latest'] }],
})
