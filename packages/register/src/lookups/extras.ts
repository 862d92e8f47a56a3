import type { Entity } from '@sagsgang/events'
import type { FieldValues } from '@sagsgang/gctp'

import { districtName, findRoad, oneLine } from '../geography.ts'
import type { Road } from '../geography.ts'
import { column, currentRow, currentRows, isCurrent, isValid, rowsOf, statusOf } from '../rows.ts'
import type { Columns, Person } from '../rows.ts'
import type { Store } from '../store.ts'
import { fieldsOf } from './write-row.ts'

/** What a service shows beside its rows. */
type Extras = (person: Person, store: Store) => Readonly<Record<string, string | null>>

export const mark = (is: boolean): string => (is ? 'X' : '')

export const isProtected = (person: Person): boolean =>
  currentRows(person, 'protection').some(({ columns }) => columns['protectionType'] === '00001')

export const addressingName = (person: Person): string | null =>
  column(person, 'addressingName', 'addressingName')

export const roadAt = (columns: Columns | undefined): Road | undefined =>
  findRoad(columns?.['municipalityCode'] ?? '', columns?.['streetCode'] ?? '')

const homeRoad = (person: Person): Road | undefined =>
  roadAt(currentRow(person, 'address')?.columns)

export const postalCode = (person: Person): string | null => homeRoad(person)?.postalCode ?? null

export const streetLine = (person: Person): string | null => {
  const address = currentRow(person, 'address')
  return address === undefined ? null : oneLine(address.columns)
}

const foreignAddress = (person: Person, country: string): Record<string, string | null> => {
  const abroad = currentRow(person, 'migration')?.columns ?? {}
  const lines = [1, 2, 3, 4, 5].map((line) => [`UDLANDSADR${line}`, abroad[`line${line}`] ?? null])
  return { ...Object.fromEntries(lines), [country]: abroad['departureCountry'] ?? null }
}

const home = (person: Person): Record<string, string | null> => {
  const address = currentRow(person, 'address')?.columns ?? {}
  const at = (name: string): string | null => address[name] ?? null
  return {
    CONVN: at('careOf'),
    ETAGE: at('floor'),
    HUSNR: at('houseNumber')?.padEnd(4) ?? null,
    SIDEDOER: at('door')?.padStart(4) ?? null,
    BNR: at('buildingNumber'),
    KOMKOD: at('municipalityCode'),
    VEJKOD: at('streetCode'),
    BYNVN: homeRoad(person)?.town ?? null,
    LOKALITET: null,
    POSTNR: postalCode(person),
  }
}

const base: Extras = (person, store) => ({
  PNR: person.pnr,
  I_VENT_MRK: mark(store.waiting().some(({ pnr }) => pnr === person.pnr)),
  ADRNVN: addressingName(person),
  PNRGAELD: person.validPnr === person.pnr ? null : person.validPnr,
  BESKYT: isProtected(person) ? '1' : null,
  ...home(person),
  ...foreignAddress(person, 'UDR_LANDEKOD'),
  STADR: streetLine(person),
})

export const hasFormer = (person: Person, entity: Entity): boolean =>
  rowsOf(person, entity).some((row) => isValid(row) && !isCurrent(row))

/** Homes in the municipality where a person lives, without one elsewhere in between: the day of the first. */
function movedIntoMunicipality(person: Person): string | null {
  const homes = rowsOf(person, 'address')
    .filter(isValid)
    .toSorted((one, other) => other.start.localeCompare(one.start))
  const here = currentRow(person, 'address')?.columns['municipalityCode']
  const elsewhere = homes.findIndex(({ columns }) => columns['municipalityCode'] !== here)
  const unbroken = elsewhere === -1 ? homes : homes.slice(0, elsewhere)
  return here === undefined ? null : (unbroken.at(-1)?.start ?? null)
}

const livedElsewhere = (person: Person): boolean => {
  const homes = rowsOf(person, 'address').filter(isValid)
  return new Set(homes.map(({ columns }) => columns['municipalityCode'])).size > 1
}

const addressMarks: Extras = (person) => ({
  TIDLADRMRK: mark(hasFormer(person, 'address')),
  KONTAKTADRMRK: mark(currentRows(person, 'contactAddress').length > 0),
  TIDLKOMMRK: mark(livedElsewhere(person)),
  SUPADRMRK: mark(currentRows(person, 'supplementaryAddress').length > 0),
  FLYTPAMRK: mark(currentRows(person, 'relocationOrder').length > 0),
})

const addressStamps: Extras = (person) => {
  const own = currentRow(person, 'address')
  const abroad = currentRow(person, 'migration')
  const stamp = own?.timestamp ?? null
  return {
    SYSTEM_TS: stamp,
    ADRTS: stamp,
    CONVNTS: own?.columns['careOf'] == null ? null : stamp,
    UDLANDADR_TS: abroad?.timestamp ?? null,
    UDLANDADR_MYNKOD: abroad?.authority ?? null,
  }
}

const address: Extras = (person, store) => {
  const movedIn = movedIntoMunicipality(person)
  return {
    ...addressMarks(person, store),
    ...addressStamps(person, store),
    ...foreignAddress(person, 'UDRLANDEKOD'),
    TILFLYKOMDATO: movedIn === null ? null : `${movedIn}0000`,
    BYNVN: homeRoad(person)?.town ?? null,
    POSTNR: postalCode(person),
  }
}

const lifeStory: Extras = (person) => {
  const ward = currentRow(person, 'guardianship')
  return {
    FOEDDATO: column(person, 'person', 'birthDate'),
    FOEDDATOUSM: column(person, 'person', 'birthDateUncertain') === 'true' ? '*' : null,
    KOEN: column(person, 'person', 'sex'),
    FOEDMYNKOD: column(person, 'birthRegistration', 'birthAuthority'),
    FOEDMYNTXT: column(person, 'birthRegistration', 'birthPlace'),
    CUMY_STARTDATO: ward?.start ?? null,
    CUMY_SLETDATO: ward?.end ?? null,
    CUMY_RELTYP: ward?.columns['guardianRelation'] ?? null,
  }
}

const extras: Readonly<Record<string, Extras>> = {
  STAMP: base,
  STAM: (person, store) => ({
    ...base(person, store),
    VEJADRNVN: homeRoad(person)?.name.slice(0, 20) ?? null,
    CPSN_POSTDISTTXT: districtName(postalCode(person) ?? '') ?? null,
  }),
  NAVNE3: (person) => ({
    CNVN_KOEN: column(person, 'person', 'sex'),
    CNVN_STATUS: statusOf(person),
    CNVN_STATUSSTARTDATO: `${column(person, 'person', 'statusDate') ?? ''}0000`,
    HISTORIKMRK: mark(hasFormer(person, 'name')),
  }),
  PERSON1: lifeStory,
  ADRESSE3: address,
}

export const extrasOf = (service: string, person: Person, store: Store): FieldValues =>
  fieldsOf(extras[service.toUpperCase()]?.(person, store) ?? {})
