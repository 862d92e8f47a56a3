import { addDays } from '../../src/proof/census.ts'
import { sample } from '../../src/proof/sample.ts'
import { all, columnOf, inAalborg, isAdult, isAlone, isPlain, startOf } from '../who.ts'

const isMember = all(
  isPlain,
  inAalborg,
  isAdult,
  isAlone,
  (one) => columnOf(one, 'church', 'churchRelation') === 'F',
)

export const churchWithdrawal = sample({
  event: 'church-withdrawal',
  by: 'parish',
  cast: (find) => ({ person: find(isMember) }),
  others: (look) => ({
    other: look(all(isPlain, isAdult, (one) => columnOf(one, 'church', 'churchRelation') === 'A')),
  }),
  form: ({ person }, day) => ({
    personnummer: person.pnr,
    withdrawalDate: day(-1),
    baptismPlace: 'Vor Frue Kirke',
    baptismDate: day(-30),
    authority: '7001',
  }),
  asks: ['identity'],
  leaves: ({ person }, day) => [[person, { church: { churchRelation: 'U', start: day(-1) } }]],
  trials: [
    {
      rule: 'latest',
      form: ({ person }) => ({
        withdrawalDate: addDays(startOf(person, 'church'), -1),
        baptismDate: addDays(person.birthDate, 1),
      }),
    },
    { rule: 'active-row', form: ({ other }) => ({ personnummer: other.pnr }) },
    {
      rule: 'written',
      form: ({ person }) => ({ baptismDate: addDays(person.birthDate, -1) }),
    },
  ],
  again: [{ rule: 'active-row' }],
})
