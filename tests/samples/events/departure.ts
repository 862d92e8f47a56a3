import { sample } from '../../src/proof/sample.ts'
import { all, inAalborg, isMinor, isPlain, isSingle } from '../who.ts'

export const departure = sample({
  event: 'departure',
  by: 'caseworker',
  cast: (find) => ({ person: find(isSingle) }),
  others: (look) => ({
    child: look(all(isPlain, inAalborg, isMinor, (one) => one.holders().length === 2)),
  }),
  form: ({ person }, day) => ({
    personnummer: person.pnr,
    departureDate: day(0),
    departureCountry: '5180',
    foreignAddress: ['Hafenstrasse 4', 'DE-20457 Hamburg'],
    authority: '0851',
  }),
  asks: ['six-months', 'exception'],
  leaves: ({ person }, day) => [
    [
      person,
      {
        person: { status: '80', statusDate: day(0) },
        address: null,
        migration: { departureCountry: '5180', start: day(0) },
      },
    ],
  ],
  trials: [
    { rule: 'family-members', form: ({ person }) => ({ familyMembers: [person.pnr] }) },
    { rule: 'not-greenland', form: { departureCountry: '5901' } },
    {
      rule: 'child-consent',
      form: ({ child }) => ({ personnummer: child.pnr, otherParentConsent: false }),
    },
    { rule: 'nordic-date', form: { departureCountry: '5120', nordic: true } },
    { rule: 'nordic-date', form: { departureCountry: '5120' } },
    { rule: 'queue', form: (_, day) => ({ departureDate: day(5) }) },
    { rule: 'late', form: (_, day) => ({ departureDate: day(-10) }) },
  ],
  again: [{ rule: 'status' }],
})
