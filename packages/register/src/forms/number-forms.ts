import { addDays } from '../dates.ts'
import { column } from '../rows.ts'
import { adult, civil, home, lately, lines, living, pick, pnrOf, sex, status } from './forming.ts'
import type { Form, Forming, Forms } from './forming.ts'

const newPerson = ({ random, today }: Forming) => ({
  birthDate: addDays(today, -8000 - random.below(15_000)),
  sex: random.pick(['M', 'K']),
  firstNames: 'Ada Berta',
  lastName: 'Nykommer',
  citizenship: random.pick(['5120', '5180', '5100']),
})

const assigned: Form = (forming) => ({
  ...newPerson(forming),
  assignmentDate: lately(forming),
  foreignAddress: lines,
  ...(forming.random.chance(0.5) && { contactAddress: lines }),
})

const married = (forming: Forming) => ({
  civilStatus: 'G',
  civilStatusDate: forming.today,
  ...(forming.random.chance(0.6)
    ? { spousePersonnummer: pnrOf(forming, adult(forming), living, civil('U', 'F', 'G')) }
    : { spouseName: 'Moreau,Claire' }),
})

/** Numbers, given and given back. */
export const numberForms: Forms = {
  birth: (forming) => ({
    motherPersonnummer: pnrOf(forming, sex('K')),
    ...(forming.random.chance(0.6) && { fatherPersonnummer: pnrOf(forming, sex('M')) }),
    birthDate: forming.today,
    sex: forming.random.pick(['M', 'K']),
    birthAuthority: '7001',
    birthPlace: 'Aalborg',
  }),
  'tax-pnr': assigned,
  'atp-pnr': assigned,
  'administrative-pnr': assigned,
  'entry-without-pnr': (forming) => ({
    ...newPerson(forming),
    entryDate: lately(forming),
    entryCountry: '5120',
    lastForeignAddress: lines,
    birthAuthority: '5120',
    churchRelation: forming.random.pick(['F', 'U']),
    ...(forming.random.chance(0.4)
      ? married(forming)
      : { civilStatus: forming.random.pick(['U', 'F']) }),
    ...(forming.random.chance(0.2) && {
      motherPersonnummer: pnrOf(forming, sex('K'), adult(forming)),
    }),
    ...home(forming),
  }),
  'alien-number': (forming) => ({
    personnummer: pnrOf(
      forming,
      living,
      (person) => column(person, 'citizenship', 'country') !== '5100',
    ),
    alienNumber: String(10_000_000 + forming.random.below(89_999_999)),
    startDate: lately(forming),
  }),
  'reactivate-annulled-pnr': (forming) => {
    const closed = pick(forming, status('30', '50', '60'))
    const isSelf = closed === undefined || closed.validPnr === closed.pnr
    return {
      personnummer: closed?.pnr ?? '',
      ...(!isSelf && { counterpartPersonnummer: closed.validPnr }),
      newStatus: forming.random.pick(['01', '01', '20', '80']),
      startDate: forming.today,
    }
  },
}
