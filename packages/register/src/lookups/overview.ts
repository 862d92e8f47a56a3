import { wireTablesOf } from '@sagsgang/events'

import { ageOn } from '../dates.ts'
import { birthDateOf } from '../personnummer.ts'
import { column, currentRow, currentRows, isValid, rowsOf, statusOf } from '../rows.ts'
import type { Person } from '../rows.ts'
import type { Store } from '../store.ts'
import { found, page } from './answer.ts'
import { addressingName, hasFormer, isProtected, mark } from './extras.ts'
import { onPerson, tablesFor } from './person-rows.ts'
import { fieldsOf } from './write-row.ts'

/** What is gathered from several rows of one person. */

const numbersOwn = (person: Person) => currentRow(person, 'person')

export const overview = onPerson((person, { store }) => {
  const own = numbersOwn(person)?.columns ?? {}
  const isWaiting = store.waiting().some(({ pnr }) => pnr === person.pnr)
  return found({
    fields: fieldsOf({
      PNR: person.pnr,
      ADRNVN: addressingName(person),
      KOEN: own['sex'] ?? null,
      STATUS: statusOf(person),
      STARTDATOSTATUS: own['statusDate'] ?? null,
      PNRGAELD: person.validPnr === person.pnr ? null : person.validPnr,
      FOEDDATO: own['birthDate'] ?? null,
      FOEDDATOUSM: own['birthDateUncertain'] === 'true' ? '*' : null,
      BESKYT: isProtected(person) ? '1' : null,
      CIVST: column(person, 'civilStatus', 'civilStatus'),
      LANDEKOD: column(person, 'citizenship', 'country'),
      FKIRK: column(person, 'church', 'churchRelation'),
      I_VENT_MRK: mark(isWaiting),
      TIDLADRMRK: mark(hasFormer(person, 'address')),
      HISTORIKMRK: mark(hasFormer(person, 'name')),
    }),
  })
})

/** The day a number ceased to stand for anybody. */
const endOf = (person: Person): string | null =>
  ['30', '50', '60'].includes(statusOf(person)) ? column(person, 'person', 'statusDate') : null

/** The alien number has no lookup of its own: it is told with since when its person is known. */
export const start = onPerson((person, { service, keys }) => {
  const own = numbersOwn(person)
  return found({
    fields: fieldsOf({
      STARTDATOPERSON: own?.start ?? null,
      STARTDATOPERSONUSM: own?.startUncertain === true ? '*' : null,
      SLUTDATOPERSON: endOf(person),
      SLUTDATOPERSONUSM: null,
      START_MYNKOD: own?.authority ?? null,
      TIMSTP: own?.timestamp ?? null,
    }),
    tables: tablesFor(person, wireTablesOf(service), keys['AKX'] === 'X'),
  })
})

/** Numbers in whose place the person's valid one stands. */
const formerNumbers = (store: Store, { validPnr }: Person): readonly Person[] =>
  [...store.all()].filter((other) => other.validPnr === validPnr && other.pnr !== validPnr)

const writeFormer = (former: Person) =>
  fieldsOf({
    PNRGAELD: former.validPnr,
    PNR: former.pnr,
    STARTDATO: numbersOwn(former)?.start ?? null,
    STARTDATOUSM: numbersOwn(former)?.startUncertain === true ? '*' : null,
    SLUTDATO: endOf(former),
    SLUTDATOUSM: null,
    STATUS: statusOf(former),
  })

export const formerPnr = onPerson((person, { store, keys }) =>
  page({ name: 'TIDLPNR', items: formerNumbers(store, person), write: writeFormer }, keys),
)

const denmark = '5100'
const wholly = '6-FULL'

/** A Danish citizen of age whose capacity nobody has taken. */
function mayVote(person: Person, today: string): boolean {
  const isDanish = column(person, 'citizenship', 'country') === denmark
  const isIncapable = currentRows(person, 'guardianship').some(
    ({ columns }) => columns['kind'] === wholly,
  )
  const birthDate = birthDateOf(person.pnr)
  const isAdult = birthDate !== null && ageOn(birthDate, today) >= 18
  const isThere = ['01', '03', '05', '07', '80'].includes(statusOf(person))
  return isThere && isDanish && isAdult && !isIncapable
}

export const franchise = onPerson((person, { store }) => {
  const election = rowsOf(person, 'election').findLast(isValid)
  return found({
    fields: fieldsOf({
      VALGRETMRK: mayVote(person, store.clock.today()) ? 'JA' : 'NEJ',
      VALGKODE: column(person, 'election', 'electionCode'),
      VALGRETDATO: election?.columns['votingDate'] ?? null,
    }),
  })
})
