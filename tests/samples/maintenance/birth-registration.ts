import type { Somebody } from '../../src/proof/census.ts'
import { addDays } from '../../src/proof/census.ts'
import type { Day, Earlier } from '../../src/proof/sample.ts'
import { rowIn, upkeep } from '../../src/proof/upkeep.ts'
import { isSingle } from '../who.ts'
import { dayOf, isOver, stands } from './rows.ts'

const entity = 'birthRegistration'
const elsewhere = { birthAuthority: '7002', birthPlace: 'Vor Frelsers sogn' }

/** A month after the birth: until then another parish was the right one. */
const since = ({ birthDate }: Somebody): string => addDays(birthDate, 30)

const began = (person: Somebody): Earlier => ({
  event: 'birth-registration.correct-current',
  by: 'parish',
  form: {
    personnummer: person.pnr,
    startDate: since(person),
    reason: 'Gælder først fra måneden efter',
  },
  asked: async (ask) => {
    const meant = { of: person, entity }
    const { timestamp } = await rowIn('birth-registration.correct-current', meant, ask)
    return { timestamp }
  },
})

const before = (person: Somebody, endDate = since(person)): Earlier => ({
  event: 'birth-registration.report-former',
  by: 'parish',
  form: {
    personnummer: person.pnr,
    ...elsewhere,
    startDate: person.birthDate,
    endDate,
    reason: 'Manglede for den første måned',
  },
})

const twoPlaces = ({ person }: { readonly person: Somebody }, _day: Day): readonly Earlier[] => [
  began(person),
  before(person),
]

export const birthRegistrationUpkeep = [
  upkeep({
    operation: 'birth-registration.correct-current',
    by: 'parish',
    cast: (find) => ({ person: find(isSingle) }),
    earlier: twoPlaces,
    others: () => ({}),
    about: ({ person }) => ({ of: person, entity }),
    elsewhere: ({ person }) => ({ of: person, entity, is: isOver }),
    chained: true,
    says: () => elsewhere,
    changes: ({ person }) => [
      [person, { [entity]: [{ mark: 'K' }, { ...elsewhere, start: since(person), mark: null }] }],
    ],
    trials: [{ rule: 'authority-kind', form: { birthAuthority: '1101' } }],
  }),
  upkeep({
    operation: 'birth-registration.correct-former',
    by: 'parish',
    cast: (find) => ({ person: find(isSingle) }),
    earlier: twoPlaces,
    others: () => ({}),
    about: ({ person }) => ({ of: person, entity }),
    elsewhere: ({ person }) => ({ of: person, entity, is: stands }),
    says: () => ({ birthAuthority: '7003' }),
    changes: ({ person }) => [
      [
        person,
        {
          [entity]: [
            { mark: 'K' },
            {
              birthAuthority: '7003',
              start: person.birthDate,
              end: since(person),
              mark: null,
            },
          ],
        },
      ],
    ],
    trials: [{ rule: 'authority-kind', form: { birthAuthority: '1101' } }],
  }),
  upkeep({
    operation: 'birth-registration.undo-current',
    by: 'parish',
    cast: (find) => ({ person: find(isSingle) }),
    earlier: twoPlaces,
    stays: 'birth-registration.correct-current.marked',
    others: () => ({}),
    about: ({ person }) => ({ of: person, entity }),
    elsewhere: ({ person }) => ({ of: person, entity, is: isOver }),
    changes: ({ person }) => [
      [
        person,
        {
          [entity]: [
            { mark: 'A', start: since(person) },
            { ...elsewhere, start: person.birthDate, end: null, mark: null },
          ],
        },
      ],
    ],
  }),
  upkeep({
    operation: 'birth-registration.undo-former',
    by: 'parish',
    cast: (find) => ({ person: find(isSingle) }),
    earlier: twoPlaces,
    others: () => ({}),
    about: ({ person }) => ({ of: person, entity }),
    elsewhere: ({ person }) => ({ of: person, entity, is: stands }),
    changes: ({ person }) => [[person, { [entity]: [{ mark: 'A', start: person.birthDate }] }]],
  }),
  upkeep({
    operation: 'birth-registration.report-former',
    by: 'parish',
    cast: (find) => ({ person: find(isSingle) }),
    earlier: ({ person }) => [began(person)],
    others: () => ({}),
    about: ({ person }) => person,
    says: ({ person }) => ({ ...elsewhere, startDate: person.birthDate, endDate: since(person) }),
    changes: ({ person }, _day, was) => [
      [
        person,
        {
          [entity]: [
            {
              ...elsewhere,
              start: person.birthDate,
              end: dayOf(was(person, entity)[0]),
              mark: null,
            },
          ],
        },
      ],
    ],
    trials: [{ rule: 'authority-kind', form: { birthAuthority: '1101' } }],
  }),
  upkeep({
    operation: 'birth-registration.undo-former',
    story: 'apart',
    by: 'parish',
    cast: (find) => ({ person: find(isSingle) }),
    earlier: ({ person }) => [began(person), before(person, addDays(person.birthDate, 20))],
    others: () => ({}),
    about: ({ person }) => ({ of: person, entity }),
    elsewhere: ({ person }) => ({ of: person, entity, is: stands }),
    asks: ['gap'],
    changes: ({ person }) => [[person, { [entity]: [{ mark: 'A', start: person.birthDate }] }]],
  }),
]
