import type { Find } from '../src/proof/cast.ts'
import type { Somebody } from '../src/proof/census.ts'
import { all, inAalborg, isOfStatus, isPlain, isWoman } from './who.ts'

/** Couples, as the samples about them need two at a time. */

const lives = (one: Somebody | undefined): boolean => one?.status === '01'

/** A wife of a couple that stands, neither separated nor protected. */
export const isWife = all(
  isPlain,
  inAalborg,
  isWoman,
  isOfStatus('G'),
  (one) => lives(one.spouse()) && one.row('separation') === undefined,
)

/** Whoever has a wife found has her husband too. */
export function findCouple(find: Find) {
  const wife = find(isWife)
  return { wife, husband: wife.spouse() ?? wife }
}

/** Two in a registered partnership. */
export function findPartners(find: Find) {
  const elder = find((one) => one.civilStatus === 'P' && lives(one.spouse()))
  return { elder, younger: elder.spouse() ?? elder }
}
