import { authorities as namedAuthorities } from '@sagsgang/events'

import { districtName, municipalities } from './geography.ts'

/** Which type an authority is of, by its four-digit code; the upper ends of the ranges are modelled. */

interface Range {
  readonly type: string
  readonly from: string
  readonly to: string
  readonly name: string
}

const range = (type: string, from: string, to: string, name: string): Range => ({
  type,
  from,
  to,
  name,
})

const ranges: readonly Range[] = [
  range('39', '0001', '0002', 'CPR-kontoret'),
  range('39', '5115', '5115', 'Kongehuset'),
  range('05', '0101', '0860', 'Kommune'),
  range('05', '0955', '0961', 'Kommune i Grønland'),
  range('04', '4001', '4099', 'Personregisterfører'),
  range('07', '0003', '0004', 'Fiktiv kommune'),
  range('07', '0007', '0012', 'Fiktiv kommune'),
  range('07', '0019', '0019', 'Fiktiv kommune'),
  range('07', '0100', '0100', 'Fiktiv kommune'),
  range('10', '1101', '1199', 'Byret'),
  range('14', '0014', '0014', 'Valgkontoret'),
  range('15', '1301', '1399', 'Familieretshuset'),
  range('16', '0016', '0016', 'Justitsministeriet'),
  range('17', '0017', '0017', 'Indfødsretskontoret'),
  range('18', '0018', '0018', 'Udlændingestyrelsen'),
  range('20', '4601', '4699', 'Trossamfund'),
  range('25', '7001', '9399', 'Sogn'),
  range('30', '5100', '5114', 'Land'),
  range('30', '5116', '5999', 'Land'),
  range('35', '1401', '1499', 'Politi'),
  range('41', '0041', '0041', 'Borger'),
  range('42', '0042', '0042', 'Borger direkte'),
  range('43', '0043', '0043', 'Kunder'),
  range('71', '0071', '0071', 'Kirkeministeriet'),
  range('80', '4301', '4399', 'Stift'),
  range('85', '4401', '4499', 'Provsti'),
  range('99', '0099', '0099', 'Maskinelt regelsæt'),
  range('00', '0000', '0000', 'Ukendt'),
  range('00', '0005', '0005', 'Kirkelig vielse'),
  range('00', '0006', '0006', 'Borgerlig vielse'),
]

export interface Authority {
  readonly code: string
  readonly type: string
  readonly name: string
}

const named = new Map(namedAuthorities.map(({ code, name }) => [code, name.da]))

export function findAuthority(code: string): Authority | undefined {
  if (!/^\d{4}$/.test(code)) return undefined
  const hit = ranges.find(({ from, to }) => code >= from && code <= to)
  if (hit === undefined) return undefined
  const isAlone = hit.from === hit.to
  const name = named.get(code) ?? (isAlone ? hit.name : `${hit.name} ${code}`)
  return { code, type: hit.type, name: name.slice(0, 20) }
}

/** Countries and unknown authorities establish nothing. */
export const mayEstablishFacts = ({ type }: Authority): boolean => type !== '30' && type !== '00'

export interface AuthoritySearch {
  readonly name: string
  readonly type: string
  readonly code: string
}

const listed: readonly Authority[] = [
  ...new Set([...named.keys(), ...ranges.map(({ from }) => from)]),
].flatMap((code) => findAuthority(code) ?? [])

/** Where an authority is written to: of municipalities alone is that known. */
export function addressOfAuthority({ code, name }: Authority): Record<string, string | null> {
  const town = municipalities.find((one) => one.code === code)
  const [postalCode] = town?.postal ?? []
  if (town === undefined || postalCode === undefined) return {}
  return {
    MYNGRP: 'K',
    MYNADRSAT: name,
    ADR1: 'Rådhuset',
    ADR2: 'Rådhuspladsen 1',
    ADR3: `${postalCode} ${districtName(postalCode) ?? ''}`,
    MYNTLF: `9999${code}`,
    STARTDATO: '200701010000',
  }
}

export function searchAuthorities({ name, type, code }: AuthoritySearch): readonly Authority[] {
  const wanted = name.toLowerCase()
  const exact = code === '' ? undefined : findAuthority(code)
  const candidates = code === '' ? listed : exact === undefined ? [] : [exact]
  return candidates.filter(
    (one) => one.name.toLowerCase().includes(wanted) && (type === '' || one.type === type),
  )
}
