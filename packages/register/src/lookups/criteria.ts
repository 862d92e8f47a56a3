import type { Fields } from '@sagsgang/gctp'

import { ageOn, isRealDate } from '../dates.ts'
import { houseNumberOf, regionOf } from '../geography.ts'
import { column, isValid, rowsOf, statusOf } from '../rows.ts'
import type { Person } from '../rows.ts'
import { addressingName, postalCode, streetLine } from './extras.ts'

/** What a search may ask of somebody: every criterion that is given must fit. */

interface Sought {
  readonly keys: Fields
  readonly today: string
}

type Criterion = (person: Person, wanted: string, sought: Sought) => boolean

const address = (person: Person, name: string): string => column(person, 'address', name) ?? ''

/** Every name that somebody has gone by. */
const formerNames = (person: Person): readonly string[] => [
  ...rowsOf(person, 'addressingName')
    .filter(isValid)
    .map(({ columns }) => columns['addressingName'] ?? ''),
  ...rowsOf(person, 'name')
    .filter(isValid)
    .map(({ columns }) => Object.values(columns).join(' ')),
]

const named: Criterion = (person, wanted, { keys }) => {
  const names = keys['HNVS'] === 'X' ? formerNames(person) : [addressingName(person) ?? '']
  return names.some((name) => name.toLowerCase().includes(wanted.toLowerCase()))
}

const letterOf = (text: string): string => text.replace(/[\d\s]/g, '').toUpperCase()

const inHouse: Criterion = (person, wanted) => {
  const own = address(person, 'houseNumber')
  return (
    houseNumberOf(own) === houseNumberOf(wanted.toUpperCase()) && letterOf(own) === letterOf(wanted)
  )
}

const onRoadNamed: Criterion = (person, wanted) => {
  const line = streetLine(person)
  return line !== null && line.toLowerCase().startsWith(wanted.toLowerCase())
}

/** Nobody's age is known whose birth date is not. */
function ageOf(person: Person, today: string): number | null {
  const birthDate = column(person, 'person', 'birthDate') ?? ''
  return isRealDate(birthDate) ? ageOn(birthDate, today) : null
}

const criteria: Readonly<Record<string, Criterion>> = {
  NVN: named,
  NVN1: named,
  NVN2: named,
  NVN3: named,
  KON: (person, wanted) => column(person, 'person', 'sex') === wanted,
  FODT: (person, wanted) => column(person, 'person', 'birthDate') === wanted,
  FMYN: (person, wanted) => column(person, 'birthRegistration', 'birthAuthority') === wanted,
  ALDF: (person, wanted, { today }) => (ageOf(person, today) ?? -1) >= Number(wanted),
  ALDT: (person, wanted, { today }) => (ageOf(person, today) ?? Infinity) <= Number(wanted),
  VEJK: (person, wanted) => address(person, 'streetCode') === wanted,
  VNVN: onRoadNamed,
  HNR: inHouse,
  ETAG: (person, wanted) => address(person, 'floor') === wanted.toLowerCase().trim(),
  SIDO: (person, wanted) => address(person, 'door') === wanted.toLowerCase().trim(),
  BNR: (person, wanted) => address(person, 'buildingNumber') === wanted,
  POST: (person, wanted) => postalCode(person) === wanted,
  KOMK: (person, wanted) => address(person, 'municipalityCode') === wanted,
  LDEL: (person, wanted) => regionOf(address(person, 'municipalityCode')) === wanted,
  STAF: (person, wanted) => statusOf(person) >= wanted,
  STB: (person, wanted) => column(person, 'citizenship', 'country') === wanted,
}

/** Those whom every criterion fits. */
export function matches(people: Iterable<Person>, sought: Sought): readonly Person[] {
  const wanted = Object.entries(sought.keys).flatMap(([code, value]) => {
    const fits = criteria[code]
    return fits === undefined ? [] : [(person: Person) => fits(person, value, sought)]
  })
  const hits: Person[] = []
  for (const person of people) if (wanted.every((fits) => fits(person))) hits.push(person)
  return hits
}
