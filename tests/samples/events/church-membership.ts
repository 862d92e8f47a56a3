import { addDays } from '../../src/proof/census.ts'
import type { Somebody } from '../../src/proof/census.ts'
import { sample } from '../../src/proof/sample.ts'
import { all, columnOf, inAalborg, isAdult, isAged, isAlone, isPlain, startOf } from '../who.ts'

const relationOf = (one: Somebody) => columnOf(one, 'church', 'churchRelation')

export const churchMembership = sample({
  event: 'church-membership',
  by: 'parish',
  cast: (find) => ({
    person: find(all(isPlain, inAalborg, isAdult, isAlone, (one) => relationOf(one) === 'A')),
  }),
  others: (look) => ({
    member: look(all(isPlain, isAdult, (one) => relationOf(one) === 'F')),
    stranger: look((one) => one.status === '01' && relationOf(one) === 'U'),
    child: look(all(isPlain, isAged(2, 10), (one) => relationOf(one) === 'A')),
  }),
  form: ({ person }, day) => ({
    personnummer: person.pnr,
    churchRelation: 'F',
    startDate: day(-1),
    act: 'BAPTISM',
    holderConsent: true,
    parish: '7001',
    authority: '7001',
  }),
  leaves: ({ person }, day) => [[person, { church: { churchRelation: 'F', start: day(-1) } }]],
  trials: [
    { rule: 'same', form: ({ member }) => ({ personnummer: member.pnr }) },
    { rule: 'other-faith', form: ({ stranger }) => ({ personnummer: stranger.pnr }) },
    { rule: 'consent', form: ({ child }) => ({ personnummer: child.pnr, holderConsent: false }) },
    {
      rule: 'latest',
      form: ({ member }) => ({
        personnummer: member.pnr,
        startDate: addDays(startOf(member, 'church'), -1),
      }),
      also: ['same'],
    },
    { rule: 'baptised', form: { act: 'ADMISSION' } },
  ],
  again: [{ rule: 'same' }],
})
