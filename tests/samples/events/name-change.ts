import { sample } from '../../src/proof/sample.ts'
import { all, columnOf, inAalborg, isAged, isOfStatus, isPlain, isSingle } from '../who.ts'

export const nameChange = sample({
  event: 'name-change',
  by: 'parish',
  cast: (find) => ({ person: find(isSingle) }),
  others: (look) => ({
    wife: look(
      all(isPlain, inAalborg, isOfStatus('G'), (one) => one.spouse()?.row('name') !== undefined),
    ),
    child: look(all(isPlain, isAged(3, 10))),
  }),
  form: ({ person }, day) => ({
    personnummer: person.pnr,
    nameDate: day(-1),
    firstNames: columnOf(person, 'name', 'firstNames'),
    lastName: 'Prøvestrup',
    ground: 'APPLICATION',
    feePaid: true,
    authority: '7001',
  }),
  leaves: ({ person }, day) => [
    [person, { name: { lastName: 'Prøvestrup', middleName: null, start: day(-1) } }],
  ],
  trials: [
    {
      rule: 'same',
      form: ({ person }) => ({
        middleName: columnOf(person, 'name', 'middleName') || null,
        lastName: columnOf(person, 'name', 'lastName'),
      }),
    },
    { rule: 'wedding-window', form: { ground: 'WEDDING' } },
    {
      rule: 'common-name',
      also: ['wedding-window'],
      form: ({ wife }) => ({
        personnummer: wife.pnr,
        spousePersonnummer: wife.spouse()?.pnr ?? '',
        ground: 'WEDDING',
        feePaid: false,
      }),
    },
    {
      rule: 'child-consent',
      form: ({ child }) => ({ personnummer: child.pnr, consentOfChild: true }),
    },
    { rule: 'marker', form: { firstNames: 'Abraham Benjamin Christian David Emil Frederikke P' } },
  ],
  again: [{ rule: 'same' }],
})
