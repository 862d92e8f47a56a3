import { addDays } from '../../src/proof/census.ts'
import { sample } from '../../src/proof/sample.ts'
import { emptyHome, has, isSingle, startOf } from '../who.ts'

const home = emptyHome('1')

export const reappearance = sample({
  event: 'reappearance',
  by: 'caseworker',
  cast: (find) => ({ person: find(has('disappearance')) }),
  others: (look) => ({ present: look(isSingle) }),
  form: ({ person }, day) => ({
    personnummer: person.pnr,
    reappearanceDate: day(0),
    ...home,
    foundAs: 'RESIDENT',
    authority: '0851',
  }),
  leaves: ({ person }, day) => [
    [
      person,
      {
        person: { status: '01', statusDate: day(0) },
        address: { ...home, start: day(0) },
        disappearance: null,
      },
    ],
  ],
  trials: [
    { rule: 'road', form: { houseNumber: '999' } },
    { rule: 'open-row', also: ['status'], form: ({ present }) => ({ personnummer: present.pnr }) },
    { rule: 'found-dead', form: { foundAs: 'DEAD' } },
    {
      rule: 'latest',
      form: ({ person }) => ({ reappearanceDate: addDays(startOf(person, 'disappearance'), -1) }),
    },
  ],
  again: [{ rule: 'open-row', also: ['status'] }],
})
