import { addDays } from '../../src/proof/census.ts'
import { sample } from '../../src/proof/sample.ts'
import { all, inAalborg, isAged, isMan, isOfStatus, isPlain, isSingle, isWoman } from '../who.ts'
import { columnOf, startOf } from '../who.ts'

const isMother = all(isSingle, isWoman, isAged(20, 45))
const hasNewborn = all(isPlain, inAalborg, isWoman, isOfStatus('G'), (one) =>
  one.kin('child').some(({ age }) => age === 0),
)

export const birth = sample({
  event: 'birth',
  by: 'parish',
  cast: (find) => ({ mother: find(isMother) }),
  others: (look) => {
    const young = look(hasNewborn)
    return {
      man: look(all(isSingle, isMan)),
      old: look(all(isPlain, isWoman, isAged(66, 99))),
      young,
      newborn: young.kin('child')[0] ?? young,
      widow: look(all(isPlain, isWoman, isOfStatus('E'))),
    }
  },
  form: ({ mother }, day) => ({
    motherPersonnummer: mother.pnr,
    birthDate: day(-2),
    sex: 'K',
    birthAuthority: '7001',
    liveBirth: true,
    documentation: 'Anmeldelse 2026-4',
    authority: '7001',
  }),
  asks: ['authority-of-mother'],
  leaves: ({ mother }, day, born) => [
    [
      born('child'),
      {
        person: { status: '01', sex: 'K', birthDate: day(-2) },
        civilStatus: { civilStatus: 'U' },
        church: { churchRelation: 'A' },
        address: { houseNumber: columnOf(mother, 'address', 'houseNumber') },
        kinship: { relation: 'mother', personnummer: mother.pnr },
        parentalAuthority: { relation: '00003', holderPersonnummer: mother.pnr },
        name: null,
      },
    ],
    [mother, { kinship: { personnummer: born('child').pnr, derivedMark: 'MO' } }],
  ],
  trials: [
    { rule: 'live-only', form: { liveBirth: false } },
    {
      rule: 'mother-age',
      form: ({ old }) => ({ motherPersonnummer: old.pnr }),
      also: ['pater-est', 'spouse-died'],
    },
    { rule: 'mother-sex', form: ({ man }) => ({ motherPersonnummer: man.pnr }) },
    {
      rule: 'mother-sibling-gap',
      form: ({ young }) => ({
        motherPersonnummer: young.pnr,
        fatherPersonnummer: young.spouse()?.pnr ?? '',
      }),
    },
    {
      rule: 'duplicate',
      also: ['mother-sibling-gap', 'late'],
      form: ({ young, newborn }) => ({
        motherPersonnummer: young.pnr,
        fatherPersonnummer: young.spouse()?.pnr ?? '',
        birthDate: newborn.birthDate,
        sex: newborn.sex,
      }),
    },
    {
      rule: 'pater-est',
      also: ['mother-sibling-gap'],
      form: ({ young }) => ({ motherPersonnummer: young.pnr }),
    },
    {
      rule: 'spouse-died',
      also: ['late', 'mother-age'],
      form: ({ widow }) => ({
        motherPersonnummer: widow.pnr,
        birthDate: addDays(startOf(widow, 'civilStatus'), 100),
      }),
    },
    { rule: 'address-follows', form: { motherPersonnummer: '0000000000' } },
    { rule: 'late', form: (_, day) => ({ birthDate: day(-20) }) },
  ],
  again: [{ rule: 'duplicate', also: ['mother-sibling-gap'] }],
})
