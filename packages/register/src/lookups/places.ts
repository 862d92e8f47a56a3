import type { FieldValues } from '@sagsgang/gctp'

import { findAuthority, searchAuthorities } from '../authorities.ts'
import { findRoad, postalDistricts, roads } from '../geography.ts'
import type { Road } from '../geography.ts'
import { found, page, refuse, tableOf } from './answer.ts'
import type { LookUp } from './answer.ts'
import { fieldsOf } from './write-row.ts'

/** Roads, postal districts and authorities: what is not about a person. */

const houseNumber = (number: number): string => String(number).padStart(3, '0').padEnd(4)

const roadRow = (road: Road): FieldValues =>
  fieldsOf({
    KOMKOD: road.municipalityCode,
    VEJKOD: road.streetCode,
    VEJNVN: road.name,
    VEJADRNVN: road.name.slice(0, 20),
    STARTDATO: '190001010000',
    SLUTDATO: null,
    HUSNRFRA: houseNumber(road.firstHouseNumber),
    HUSNRTIL: houseNumber(road.lastHouseNumber),
    POSTNR: road.postalCode,
  })

export const road: LookUp = ({ keys }) => {
  const hit = findRoad(keys['KOMKOD'] ?? '', keys['VEJKOD'] ?? '')
  return page(tableOf('VEJ1', hit === undefined ? [] : [roadRow(hit)]), keys)
}

/** No notes or references are kept for the roads made up here. */
export const nothingOnRoad: LookUp = ({ service, keys }) => page(tableOf(service, []), keys)

const districtRow = (from: Road): FieldValues =>
  fieldsOf({
    DISTTYP: 'POST',
    DISTKOD: from.postalCode,
    DISTTXT: postalDistricts.find(([code]) => code === from.postalCode)?.[1] ?? null,
    HUSNRFRA: houseNumber(from.firstHouseNumber),
    HUSNRTIL: houseNumber(from.lastHouseNumber),
    LIGEULIGE: null,
  })

export const districts: LookUp = ({ keys }) => {
  const hit = findRoad(keys['KOMKOD'] ?? '', keys['VEJKOD'] ?? '')
  return page(tableOf('DISTRIKT', hit === undefined ? [] : [districtRow(hit)]), keys)
}

const startsWith = (text: string, start: string | undefined): boolean =>
  text.toLowerCase().startsWith((start ?? '').toLowerCase())

export const helpRoad: LookUp = ({ keys }) => {
  const fits = roads.filter(
    ({ municipalityCode, streetCode, name, postalCode }) =>
      startsWith(municipalityCode, keys['KOMK']) &&
      startsWith(postalCode, keys['POST']) &&
      startsWith(streetCode, keys['VEJK']) &&
      startsWith(name, keys['VNVN']),
  )
  return page(tableOf('VEJHJLP', fits.map(roadRow)), keys)
}

export const helpPostal: LookUp = ({ keys }) => {
  const fits = postalDistricts.filter(
    ([code, name]) => startsWith(code, keys['POST']) && startsWith(name, keys['POSTNVN']),
  )
  const rows = fits.map(([code, name]) => fieldsOf({ CPST_POSTNR: code, CPSN_POSTDISTTXT: name }))
  return page(tableOf('POSTHJLP', rows), keys)
}

export const authority: LookUp = ({ keys }) => {
  const hit = findAuthority(keys['MYNKOD'] ?? '')
  if (hit === undefined) return refuse(4, 'MYNKOD')
  return found({ fields: fieldsOf({ MYNKOD: hit.code, MYNNVN: hit.name, MYNTYP: hit.type }) })
}

export const searchAuthority: LookUp = ({ service, keys }) => {
  const { MYNNVN: name = '', MYNTYP: type = '', MYNKOD: code = '' } = keys
  const hits = searchAuthorities({ name, type, code })
  const rows = hits.map((hit) => fieldsOf({ MYNKOD: hit.code, MYNNVN: hit.name, MYNTYP: hit.type }))
  return page(tableOf(service === 'MYNSOG1' ? 'MYNSOEG' : 'MYNHJLP', rows), keys)
}
