import type { Fields, FieldValues, Row } from '@sagsgang/gctp'

import { isPartialDate } from '../dates.ts'
import { column, currentRow, isValid, rowsOf, statusOf } from '../rows.ts'
import type { Person } from '../rows.ts'
import type { Store } from '../store.ts'
import { found, page, refuse } from './answer.ts'
import type { Answer, LookUp } from './answer.ts'
import { matches } from './criteria.ts'
import { addressingName, isProtected, mark, postalCode, streetLine } from './extras.ts'
import { fieldsOf } from './write-row.ts'

/** Searches among everybody. What of a person is shown is the service's to say. */

const homeOf = (person: Person): Record<string, string | null> => {
  const home = currentRow(person, 'address')
  const at = (name: string): string | null => home?.columns[name] ?? null
  return {
    VEJKOD: at('streetCode'),
    KOMKOD: at('municipalityCode'),
    HUSNR: at('houseNumber')?.padEnd(4) ?? null,
    ETAGE: at('floor'),
    SIDEDOER: at('door')?.padStart(4) ?? null,
    BNR: at('buildingNumber'),
    STARTDATO: home === undefined ? null : `${home.start}0000`,
    SLUTDATO: home?.end == null ? null : `${home.end}0000`,
    AKM: null,
    TABMRK: '1',
  }
}

const portrait = (person: Person): FieldValues =>
  fieldsOf({
    ...homeOf(person),
    PNR: person.pnr,
    CNVN_ADRNVN: addressingName(person),
    CNVN_KOEN: column(person, 'person', 'sex'),
    CNVN_STATUS: statusOf(person),
    ADRBESKYT: mark(isProtected(person)),
    CPRS_FOEDDATO: column(person, 'person', 'birthDate'),
    FOEDMYNTXT: column(person, 'birthRegistration', 'birthPlace'),
    STADR: streetLine(person),
    POSTNR: postalCode(person),
  })

const given = (keys: Fields, code: string): boolean => (keys[code] ?? '') !== ''

/** Everybody who may fit: whom a birth date or a road is asked for, those alone. */
function candidates(store: Store, { FODT = '', KOMK = '', VEJK = '' }: Fields): Iterable<Person> {
  if (FODT !== '') return store.bornOn(FODT)
  return KOMK === '' || VEJK === '' ? store.all() : store.livingOn(KOMK, VEJK)
}

const byNumber = (one: Person, other: Person): number => one.pnr.localeCompare(other.pnr)

const searchIn =
  (name: string): LookUp =>
  ({ store, keys }) => {
    const sought = { keys, today: store.clock.today() }
    const items = matches(candidates(store, keys), sought).toSorted(byNumber)
    return page({ name, items, write: portrait }, keys)
  }

export const searchName = searchIn('NAVNSOEG')

const byBirthDate = searchIn('FODSOEG')

export const searchBirthDate: LookUp = (question) =>
  isPartialDate(question.keys['FODT'] ?? '') ? byBirthDate(question) : refuse(40, 'FODT')

/** A road and an area. */
const namesRoad = (keys: Fields): boolean =>
  (given(keys, 'VEJK') || given(keys, 'VNVN')) && (given(keys, 'POST') || given(keys, 'KOMK'))

const homeFields = ['KOMKOD', 'VEJKOD', 'HUSNR', 'ETAGE', 'SIDEDOER', 'BNR'] as const

const homeKey = (person: Person): string => {
  const home = homeOf(person)
  return homeFields.map((code) => home[code] ?? '').join(' ')
}

const byHome = (people: readonly Person[]): readonly Person[] =>
  people
    .map((person) => ({ person, home: homeKey(person) }))
    .toSorted(
      (one, other) => one.home.localeCompare(other.home) || byNumber(one.person, other.person),
    )
    .map(({ person }) => person)

function headingOf({ key, fields }: Row): Row {
  const shown = homeFields.map((code) => [code, fields[code] ?? { value: '' }])
  return {
    key: key?.slice(0, -2) ?? null,
    use: 'B',
    fields: { ...Object.fromEntries(shown), TABMRK: { value: '' } },
  }
}

const homeIn = ({ fields }: Row): string =>
  homeFields.map((code) => fields[code]?.value ?? '').join(' ')

/** A row before each home, as every page begins with one. */
const withHeadings = (rows: readonly Row[]): readonly Row[] =>
  rows.flatMap((row, place) => {
    const before = rows[place - 1]
    const isSameHome = before !== undefined && homeIn(before) === homeIn(row)
    return isSameHome ? [row] : [headingOf(row), row]
  })

const remark = (count: number): string =>
  count === 0
    ? 'Ingen personer fundet'
    : count === 1
      ? '1 person fundet'
      : `${count} personer fundet`

const pagingKeys = ['AIA', 'MAXA', 'REST']

/** The same for every page of one search. */
function searchId(keys: Fields): string {
  const criteria = Object.entries(keys).filter(([code]) => !pagingKeys.includes(code))
  let hash = 2_166_136_261
  for (const letter of criteria
    .map((pair) => pair.join('='))
    .toSorted()
    .join('&'))
    hash = Math.imul(hash ^ letter.charCodeAt(0), 16_777_619) >>> 0
  return hash.toString(16).toUpperCase().padStart(8, '0')
}

function withRemark(answer: Answer, keys: Fields, count: number): Answer {
  if (answer.type === 'refused') return answer
  const { role } = answer
  const said = { BEMAERK: { value: remark(count) }, SEARCH_ID: { value: searchId(keys) } }
  return found({
    fields: { ...role.fields, ...said },
    tables: role.tables.map((table) => ({ ...table, rows: withHeadings(table.rows) })),
  })
}

export const searchAddress: LookUp = ({ store, keys }) => {
  if (!namesRoad(keys)) return refuse(18)
  const items = byHome(matches(candidates(store, keys), { keys, today: store.clock.today() }))
  return withRemark(page({ name: 'ADRSOEG', items, write: portrait }, keys), keys, items.length)
}

/** Once for each home that somebody had in a time, as if it were the one they have. */
function* homesBetween(people: Iterable<Person>, from: string, to: string): Generator<Person> {
  for (const person of people) {
    const homes = rowsOf(person, 'address').filter(isValid)
    const others = person.rows.filter(({ entity }) => entity !== 'address')
    for (const home of homes)
      if (home.start <= to && (home.end ?? '99999999') > from)
        yield { ...person, rows: [...others, { ...home, endsAhead: true }] }
  }
}

export const searchAddressThen: LookUp = ({ store, keys }) => {
  if (!namesRoad(keys)) return refuse(18)
  const today = store.clock.today()
  const { FRADATO: from = today, TILDATO: to = keys['FRADATO'] ?? today } = keys
  const items = matches(homesBetween(store.all(), from, to), { keys, today }).toSorted(byNumber)
  return page({ name: 'ADRSOEG', items, write: portrait }, keys)
}
