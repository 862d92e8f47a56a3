import { all, columnOf, inAalborg, isForeigner, isPlain } from '../who.ts'
import { at, blocked } from './blocked.ts'
import { entryOf, moved } from './later.ts'

/** A number for a purpose, given to somebody who lives abroad and comes to live here. */
const given = (event: string, by: string, authority: string, more = {}) =>
  blocked({
    title: `${event}.entered`,
    by,
    people: () => [],
    form: (_, day) => ({
      birthDate: '19830301',
      assignmentDate: day(-5),
      sex: 'M',
      firstNames: 'Pierre',
      lastName: `Lefevre-${by}`,
      citizenship: '5130',
      foreignAddress: ['12 rue de la Paix', 'FR-75002 Paris'],
      documentation: 'Ansøgning 2026-71',
      authority,
      ...more,
    }),
    later: (_, day, born) => [
      { event: 'entry-with-pnr', by: 'caseworker', form: entryOf(born, day(-1)) },
    ],
  })

export const blockedNumbers = [
  given('tax-pnr', 'tax', '0011'),
  given('atp-pnr', 'atp', '0012'),
  given('administrative-pnr', 'issuer', '0019', { purpose: 'DIPLOMAT' }),
  blocked({
    title: 'reactivate-annulled-pnr.later-event',
    by: 'cpr-office',
    people: (find) => [find.demo('0708614246'), find.demo('0307610078')],
    form: (people, day) => ({
      personnummer: at(people, 0).pnr,
      counterpartPersonnummer: at(people, 1).pnr,
      newStatus: '01',
      reason: 'WRONG-MERGE',
      startDate: day(-3),
      documentation: 'Afgørelse 2026-2',
      authority: '0001',
    }),
    later: (people, day) => [moved(at(people, 0).pnr, day(0))],
  }),
  blocked({
    title: 'citizenship.later-citizenship',
    by: 'citizenship-office',
    people: (find) => [
      find(
        all(
          isPlain,
          inAalborg,
          isForeigner,
          (one) => columnOf(one, 'citizenship', 'country') !== '5100',
        ),
      ),
    ],
    form: (people, day) => ({
      personnummer: at(people, 0).pnr,
      country: '5100',
      startDate: day(-3),
      ground: 'NATURALISATION',
      documentation: 'Lov om indfødsrets meddelelse 2026',
      authority: '0017',
    }),
    later: (people, day) => [
      {
        event: 'citizenship',
        by: 'citizenship-office',
        form: {
          personnummer: at(people, 0).pnr,
          country: '5170',
          startDate: day(0),
          ground: 'DECLARATION',
          documentation: 'Afgørelse 2026-4',
          authority: '0017',
        },
      },
    ],
  }),
]
