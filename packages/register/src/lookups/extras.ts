import type { Entity } from '@sagsgang/events'
import type { FieldValues } from '@sagsgang/gctp'

import { districtName, findRoad, municipalityName, oneLine } from '../geography.ts'
import { column, currentRow, currentRows, isCurrent, rowsOf, statusOf } from '../rows.ts'
import type { Person } from '../rows.ts'
import type { Store } from '../store.ts'
import { fieldsOf } from './write-row.ts'

/** What a service shows beside its rows. */
type Extras = (person: Person, store: Store) => Readonly<Record<string, string | null>>

export const mark = (is: boolean): string => (is ? 'X' : '')

export const isProtected = (person: Person): boolean =>
  currentRows(person, 'protection').some(({ columns }) => columns['protectionType'] === '00001')

export const addressingName = (person: Person): string | null =>
  column(person, 'addressingName', 'addressingName')

export const postalCode = (person: Person): string | null => {
  const address = currentRow(person, 'address')?.columns
  const road = findRoad(address?.['municipalityCode'] ?? '', address?.['streetCode'] ?? '')
  return road?.postalCode ?? null
}

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
    BYNVN: null,
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

const roadName = (person: Person): string | null => {
  const address = currentRow(person, 'address')?.columns
  return findRoad(address?.['municipalityCode'] ?? '', address?.['streetCode'] ?? '')?.name ?? null
}

export const hasFormer = (person: Person, entity: Entity): boolean =>
  rowsOf(person, entity).some((row) => !isCurrent(row))

const extras: Readonly<Record<string, Extras>> = {
  STAMP: base,
  STAM: (person, store) => ({
    ...base(person, store),
    VEJADRNVN: roadName(person)?.slice(0, 20) ?? null,
    CPSN_POSTDISTTXT: districtName(postalCode(person) ?? '') ?? null,
  }),
  NAVNE3: (person) => ({
    CNVN_KOEN: column(person, 'person', 'sex'),
    CNVN_STATUS: statusOf(person),
    CNVN_STATUSSTARTDATO: `${column(person, 'person', 'statusDate') ?? ''}0000`,
    HISTORIKMRK: mark(hasFormer(person, 'name')),
  }),
  PERSON1: (person) => {
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
  },
  ADRESSE3: (person) => ({
    TIDLADRMRK: mark(hasFormer(person, 'address')),
    KONTAKTADRMRK: mark(currentRows(person, 'contactAddress').length > 0),
    SUPADRMRK: mark(currentRows(person, 'supplementaryAddress').length > 0),
    FLYTPAMRK: mark(currentRows(person, 'relocationOrder').length > 0),
    POSTNR: postalCode(person),
    ...foreignAddress(person, 'UDRLANDEKOD'),
  }),
}

export const extrasOf = (service: string, person: Person, store: Store): FieldValues =>
  fieldsOf(extras[service.toUpperCase()]?.(person, store) ?? {})

const surnameLast = (name: string): string => name.split(',').toReversed().join(' ')

/** Display texts that go beside a value. */
const titles: Readonly<Record<string, (value: string, fields: FieldValues) => string | undefined>> =
  {
    ADRNVN: surnameLast,
    CNVN_ADRNVN: surnameLast,
    KOMKOD: municipalityName,
    POSTNR: districtName,
    VEJKOD: (value, fields) => findRoad(fields['KOMKOD']?.value ?? '', value)?.name,
    BESKYT: () => 'Navne- og adressebeskyttelse',
  }

export function titlesOf(fields: FieldValues): FieldValues {
  return Object.fromEntries(
    Object.entries(fields).map(([code, field]) => {
      const text = field.value === '' ? undefined : titles[code]?.(field.value, fields)
      return [code, text === undefined ? field : { ...field, text }]
    }),
  )
}
