import { findAuthority } from '../../authorities.ts'
import { objection } from '../../receipts.ts'
import { houseFaults } from '../house-faults.ts'
import { given } from './check.ts'
import type { Check } from './check.ts'

export const roadExists: Check = (judged) =>
  houseFaults({
    municipality: given(judged, 'KOMKOD'),
    road: given(judged, 'VEJKOD'),
    house: given(judged, 'HUSNR'),
  })

/** A home that may be left out; a part of one is none. */
export const homeExists: Check = (judged) => {
  const parts = ['KOMKOD', 'VEJKOD', 'HUSNR', 'ETAGE', 'SIDEDOER', 'BNR']
  return parts.some((code) => given(judged, code) !== '') ? roadExists(judged) : []
}

export const isCountry =
  (code: string): Check =>
  (judged) => {
    const country = given(judged, code)
    const is = country === '' || findAuthority(country)?.type === '30'
    return is ? [] : [objection('outOfRange', code)]
  }

/** Nobody leaves Denmark for Denmark, or comes here from it. */
export const isAbroad = (code: string): Check => {
  const is = isCountry(code)
  return (judged) => (given(judged, code) === '5100' ? [objection('outOfRange', code)] : is(judged))
}

export const isOneOf =
  (code: string, ...codes: readonly string[]): Check =>
  (judged) =>
    codes.includes(given(judged, code)) ? [] : [objection('outOfRange', code)]
