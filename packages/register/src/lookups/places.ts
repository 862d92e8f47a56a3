import type { Fields, FieldValues } from '@sagsgang/gctp'

import { addressOfAuthority, findAuthority, searchAuthorities } from '../authorities.ts'
import type { Authority } from '../authorities.ts'
import { findRoad, postalDistricts, roads } from '../geography.ts'
import type { Road } from '../geography.ts'
import { districtsOf, roadNotes, roadReferences, roadRows } from '../road-tables.ts'
import type { District, RoadRow } from '../road-tables.ts'
import { found, page, refuse } from './answer.ts'
import type { LookUp } from './answer.ts'
import { fieldsOf } from './write-row.ts'

/** Roads, postal districts and authorities: what is not about a person. */

const houseNumber = (number: number): string => String(number).padStart(3, '0').padEnd(4)
const midnight = (date: string | null): string | null => date && `${date}0000`

const given = (keys: Fields, code: string): boolean => (keys[code] ?? '') !== ''

const roadIn = (keys: Fields): readonly [municipalityCode: string, streetCode: string] => [
  keys['KOMKOD'] ?? '',
  keys['VEJKOD'] ?? '',
]

function roadRow(keys: Fields, row: RoadRow): FieldValues {
  const [municipalityCode, streetCode] = roadIn(keys)
  const houses = row.end === null ? findRoad(municipalityCode, streetCode) : undefined
  return fieldsOf({
    KOMKOD: municipalityCode,
    VEJKOD: streetCode,
    VEJNVN: row.name,
    VEJADRNVN: row.name.slice(0, 20),
    STARTDATO: midnight(row.start),
    SLUTDATO: midnight(row.end),
    TILKOMKOD: row.movedTo?.[0] ?? null,
    TILVEJKOD: row.movedTo?.[1] ?? null,
    TIMSTP: `${row.start}000000${streetCode}${row.mark === null ? '00' : '01'}`,
    HUSNRFRA: houses ? houseNumber(houses.firstHouseNumber) : null,
    HUSNRTIL: houses ? houseNumber(houses.lastHouseNumber) : null,
    AKM: row.mark,
  })
}

export const road: LookUp = ({ keys }) => {
  const rows = roadRows(...roadIn(keys))
  const items = keys['AKX'] === 'X' ? rows : rows.filter(({ mark }) => mark === null)
  return page({ name: 'VEJ1', items, write: (row) => roadRow(keys, row) }, keys)
}

export const notesOnRoad: LookUp = ({ keys }) =>
  page(
    {
      name: 'VEJNOTAT',
      items: roadNotes(...roadIn(keys)),
      write: ({ number, line, start }) =>
        fieldsOf({ NOTATNR: number, NOTATLINIE: line, STARTDATO: start }),
    },
    keys,
  )

export const referencesOnRoad: LookUp = ({ keys }) =>
  page(
    {
      name: 'VEJHENV',
      items: roadReferences(...roadIn(keys)),
      write: ({ house, to: [municipalityCode, streetCode, number], start }) =>
        fieldsOf({
          KOMKOD: keys['KOMKOD'] ?? null,
          VEJKOD: keys['VEJKOD'] ?? null,
          HUSNR: house.padEnd(4),
          HENVISKOMKOD: municipalityCode,
          HENVISVEJKOD: streetCode,
          HENVISHUSNR: number.padEnd(4),
          STARTDATO: midnight(start),
        }),
    },
    keys,
  )

const districtRow = ({ type, code, name, from, to, side }: District): FieldValues =>
  fieldsOf({
    DISTTYP: type,
    DISTKOD: code,
    DISTTXT: name,
    HUSNRFRA: houseNumber(from),
    HUSNRTIL: houseNumber(to),
    LIGEULIGE: side,
  })

export const districts: LookUp = ({ keys }) => {
  const hit = findRoad(...roadIn(keys))
  const items = hit === undefined ? [] : districtsOf(hit, keys['HUSNR'] ?? '')
  return page({ name: 'DISTRIKT', items, write: districtRow }, keys)
}

const holds = (text: string, part: string | undefined): boolean =>
  text.toLowerCase().includes((part ?? '').toLowerCase())

const isOr = (value: string, wanted: string | undefined): boolean =>
  wanted === undefined || value === wanted

const listedRoad = (one: Road): FieldValues =>
  fieldsOf({
    KOMKOD: one.municipalityCode,
    VEJKOD: one.streetCode,
    VEJADRNVN: one.name.slice(0, 20),
    POSTNR: one.postalCode,
  })

/** An area without a road lists all of its roads; a road without an area is too little. */
export const helpRoad: LookUp = ({ keys }) => {
  if (!given(keys, 'KOMK') && !given(keys, 'POST')) return refuse(18)
  const items = roads.filter(
    ({ municipalityCode, streetCode, name, postalCode }) =>
      isOr(municipalityCode, keys['KOMK']) &&
      isOr(postalCode, keys['POST']) &&
      isOr(streetCode, keys['VEJK']) &&
      holds(name, keys['VNVN']),
  )
  return page({ name: 'VEJHJLP', items, write: listedRoad }, keys)
}

export const searchRoad: LookUp = ({ keys }) => {
  if (!['KOMK', 'SOGN', 'POST', 'BYNVN'].some((code) => given(keys, code))) return refuse(18)
  const items = roads.filter(
    ({ municipalityCode, parish, postalCode, town }) =>
      isOr(municipalityCode, keys['KOMK']) &&
      isOr(parish, keys['SOGN']) &&
      isOr(postalCode, keys['POST']) &&
      holds(town ?? '', keys['BYNVN']),
  )
  return page({ name: 'VEJSOEG', items, write: listedRoad }, keys)
}

const postalRow = ([code, name]: readonly [string, string]): FieldValues =>
  fieldsOf({ CPST_POSTNR: code, CPSN_POSTDISTTXT: name })

export const helpPostal: LookUp = ({ keys }) => {
  if (!given(keys, 'POST') && !given(keys, 'POSTNVN')) return refuse(18)
  const items = postalDistricts.filter(
    ([code, name]) => isOr(code, keys['POST']) && holds(name, keys['POSTNVN']),
  )
  return page({ name: 'POSTHJLP', items, write: postalRow }, keys)
}

const named = (hit: Authority): FieldValues =>
  fieldsOf({ MYNKOD: hit.code, MYNNVN: hit.name, MYNTYP: hit.type })

export const authority: LookUp = ({ keys }) => {
  const hit = findAuthority(keys['MYNKOD'] ?? '')
  if (hit === undefined) return refuse(4, 'MYNKOD')
  return found({ fields: { ...named(hit), ...fieldsOf(addressOfAuthority(hit)) } })
}

export const searchAuthority: LookUp = ({ service, keys }) => {
  const { MYNNVN: name = '', MYNTYP: type = '', MYNKOD: code = '' } = keys
  if (name === '' && code === '') return refuse(18)
  const items = searchAuthorities({ name, type: type.padStart(type === '' ? 0 : 2, '0'), code })
  return page({ name: service === 'MYNSOG1' ? 'MYNSOEG' : 'MYNHJLP', items, write: named }, keys)
}
