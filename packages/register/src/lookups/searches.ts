import type { Fields, FieldValues } from '@sagsgang/gctp'

import { isPartialDate } from '../dates.ts'
import { houseNumberOf, roads } from '../geography.ts'
import { column, currentRow, isValid, rowsOf, statusOf } from '../rows.ts'
import type { Person } from '../rows.ts'
import type { Store } from '../store.ts'
import { page, refuse, tableOf } from './answer.ts'
import type { LookUp } from './answer.ts'
import { addressingName, isProtected, postalCode, streetLine, titlesOf } from './extras.ts'
import { onPerson } from './person-rows.ts'
import { fieldsOf } from './write-row.ts'

/** Searches among everybody: every criterion that is given must fit. */

type Criterion = (person: Person, wanted: string) => boolean

const address = (person: Person, name: string): string => column(person, 'address', name) ?? ''

const names = (person: Person): string => (addressingName(person) ?? '').toLowerCase()

const letterOf = (text: string): string => text.replace(/[\d\s]/g, '').toUpperCase()

const sameHouse: Criterion = (person, wanted) => {
  const own = address(person, 'houseNumber')
  return (
    houseNumberOf(own) === houseNumberOf(wanted.toUpperCase()) && letterOf(own) === letterOf(wanted)
  )
}

const roadNamed: Criterion = (person, wanted) => {
  const line = streetLine(person)
  return line !== null && line.toLowerCase().startsWith(wanted.toLowerCase())
}

const criteria: Readonly<Record<string, Criterion>> = {
  NVN: (person, wanted) => names(person).includes(wanted.toLowerCase()),
  NVN1: (person, wanted) => names(person).includes(wanted.toLowerCase()),
  NVN2: (person, wanted) => names(person).includes(wanted.toLowerCase()),
  NVN3: (person, wanted) => names(person).includes(wanted.toLowerCase()),
  KON: (person, wanted) => column(person, 'person', 'sex') === wanted,
  FODT: (person, wanted) => column(person, 'person', 'birthDate') === wanted,
  VEJK: (person, wanted) => address(person, 'streetCode') === wanted,
  VNVN: roadNamed,
  HNR: sameHouse,
  ETAG: (person, wanted) => address(person, 'floor') === wanted.toLowerCase().trim(),
  SIDO: (person, wanted) => address(person, 'door') === wanted.toLowerCase().trim(),
  BNR: (person, wanted) => address(person, 'buildingNumber') === wanted,
  POST: (person, wanted) => postalCode(person) === wanted,
  KOMK: (person, wanted) => address(person, 'municipalityCode') === wanted,
  STAF: (person, wanted) => statusOf(person) === wanted,
  STB: (person, wanted) => column(person, 'citizenship', 'country') === wanted,
}

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
  }
}

const portrait = (person: Person): FieldValues =>
  titlesOf(
    fieldsOf({
      ...homeOf(person),
      PNR: person.pnr,
      CNVN_ADRNVN: addressingName(person),
      CNVN_KOEN: column(person, 'person', 'sex'),
      CNVN_STATUS: statusOf(person),
      ADRBESKYT: isProtected(person) ? 'X' : null,
      CPRS_FOEDDATO: column(person, 'person', 'birthDate'),
      FOEDMYNTXT: column(person, 'birthRegistration', 'birthPlace'),
      STADR: streetLine(person),
      POSTNR: postalCode(person),
    }),
  )

function matches(people: Iterable<Person>, keys: Fields): readonly Person[] {
  const wanted = Object.entries(keys).filter(([code, value]) => value !== '' && code in criteria)
  const hits: Person[] = []
  for (const person of people)
    if (wanted.every(([code, value]) => criteria[code]?.(person, value) ?? true)) hits.push(person)
  return hits.toSorted((one, other) => one.pnr.localeCompare(other.pnr))
}

const given = (keys: Fields, code: string): boolean => (keys[code] ?? '') !== ''

/** Everybody who may fit: whom a birth date or a road is asked for, those alone. */
function candidates(store: Store, { FODT = '', KOMK = '', VEJK = '' }: Fields): Iterable<Person> {
  if (FODT !== '') return store.bornOn(FODT)
  return KOMK === '' || VEJK === '' ? store.all() : store.livingOn(KOMK, VEJK)
}

const searchIn =
  (name: string, isStrong: (keys: Fields) => boolean): LookUp =>
  ({ store, keys }) =>
    isStrong(keys)
      ? page(tableOf(name, matches(candidates(store, keys), keys).map(portrait)), keys)
      : refuse(18)

/** A road and an area. */
const namesRoad = (keys: Fields): boolean =>
  (given(keys, 'VEJK') || given(keys, 'VNVN')) && (given(keys, 'POST') || given(keys, 'KOMK'))

export const searchAddress = searchIn('ADRSOEG', namesRoad)

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
  const [from, to] = [keys['FRADATO'] || today, keys['TILDATO'] || keys['FRADATO'] || today]
  const people = homesBetween(store.all(), from.slice(0, 8), to.slice(0, 8))
  return page(tableOf('ADRSOEG', matches(people, keys).map(portrait)), keys)
}

export const searchName = searchIn('NAVNSOEG', (keys) => given(keys, 'NVN') && given(keys, 'KON'))

const byBirthDate = searchIn('FODSOEG', () => true)

export const searchBirthDate: LookUp = (question) =>
  isPartialDate(question.keys['FODT'] ?? '') ? byBirthDate(question) : refuse(40, 'FODT')

/** Everybody registered in the home of a person. */
export const household = onPerson((person, { store, keys }) => {
  const home = currentRow(person, 'address')?.columns
  const parts = ['municipalityCode', 'streetCode', 'houseNumber', 'floor', 'door'] as const
  const members = store
    .livingOn(home?.['municipalityCode'] ?? '', home?.['streetCode'] ?? '')
    .filter((other) => {
      const theirs = currentRow(other, 'address')?.columns
      return (
        home !== undefined &&
        theirs !== undefined &&
        parts.every((part) => theirs[part] === home[part])
      )
    })
  return page(tableOf('BOPSAML', members.map(portrait)), keys)
})

const date = (text: string | undefined): string => text ?? ''

/** Updates of a person from one day to another, both included. */
export const updates = onPerson((person, { store, keys }) => {
  const from = date(keys['FRADATO'])
  const to = date(keys['TILDATO']) === '' ? '99999999' : date(keys['TILDATO'])
  if (!isPartialDate(from)) return refuse(from === '' ? 17 : 40, 'FRADATO')
  if (to !== '99999999' && !isPartialDate(to)) return refuse(40, 'TILDATO')
  const lines = store.updatesOf(person.pnr).filter(({ timestamp }) => {
    const day = timestamp.slice(0, 8)
    return day >= from && day <= to
  })
  const rows = lines.map((line) =>
    fieldsOf({
      TIMESTAMPU: line.timestamp.slice(0, 12),
      HAENDELSE: line.code,
      AFLEDTMRK: line.derivedMark,
      MYNKOD: line.authority,
      TIMSTP: line.timestamp,
    }),
  )
  return page(tableOf('AJOURLOG', rows), keys)
})

export const searchRoad: LookUp = ({ keys }) => {
  const fits = roads.filter(
    (road) =>
      (!given(keys, 'KOMK') || road.municipalityCode === keys['KOMK']) &&
      (!given(keys, 'POST') || road.postalCode === keys['POST']),
  )
  const rows = fits.map((road) =>
    fieldsOf({
      KOMKOD: road.municipalityCode,
      VEJKOD: road.streetCode,
      VEJADRNVN: road.name.slice(0, 20),
      POSTNR: road.postalCode,
    }),
  )
  return given(keys, 'KOMK') || given(keys, 'POST')
    ? page(tableOf('VEJSOEG', rows), keys)
    : refuse(18)
}
