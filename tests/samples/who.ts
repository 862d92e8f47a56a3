import type { Is } from '../src/proof/cast.ts'
import type { Somebody } from '../src/proof/census.ts'

/** Words for the people that samples look for. */

export const all =
  (...are: readonly Is[]): Is =>
  (one) =>
    are.every((is) => is(one))

const livesIn =
  (municipality: string): Is =>
  (one) =>
    one.municipality === municipality

export const inAalborg = livesIn('0851')

/** In Denmark, in a home with a road, and nothing about them is protected. */
export const isPlain: Is = (one) => one.status === '01' && one.row('protection') === undefined

export const isAged =
  (from: number, to: number): Is =>
  ({ age }) =>
    age >= from && age <= to

export const isAdult = isAged(20, 60)
export const isMinor = isAged(1, 16)
export const isWoman: Is = ({ sex }) => sex === 'K'
export const isMan: Is = ({ sex }) => sex === 'M'

export const isOfStatus =
  (civilStatus: string): Is =>
  (one) =>
    one.civilStatus === civilStatus

const isUnmarried = isOfStatus('U')

export const isAlone: Is = (one) => one.relatives().length === 0

export const has =
  (entity: string): Is =>
  (one) =>
    one.row(entity) !== undefined

export const hasNo =
  (entity: string): Is =>
  (one) =>
    one.row(entity) === undefined

/** A grown resident of Aalborg without relatives: whom a simple event happens to. */
export const isSingle = all(
  isPlain,
  inAalborg,
  isAdult,
  isUnmarried,
  isAlone,
  hasNo('guardianship'),
)

/** A column of the current row of a kind, as text. */
export function columnOf(one: Somebody, entity: string, column: string): string {
  const value = one.row(entity)?.[column]
  return typeof value === 'string' ? value : ''
}

/** The day on which the current row of a kind began. */
export const startOf = (one: Somebody, entity: string): string => one.row(entity)?.start ?? ''

/** A number of eight digits, as the immigration authority gives them, by somebody's number. */
export const isForeigner = has('alienNumber')

/** Somebody's own home, as a form takes it. */
export const homeOf = (one: Somebody): Readonly<Record<string, string | null>> =>
  Object.fromEntries(homeFields.map((field) => [field, columnOf(one, 'address', field) || null]))

const homeFields = ['municipalityCode', 'streetCode', 'houseNumber', 'floor', 'door'] as const

/** A home where nobody lives, unless another sample of the family has the same door. */
export const emptyHome = (door: string) =>
  ({
    municipalityCode: '0851',
    streetCode: '8511',
    houseNumber: '042',
    floor: '09',
    door,
  }) as const

/** Given a number from afar, for taxes or a pension: no home here. */
export const isNumberOnly: Is = (one) =>
  one.status === '20' && one.row('name') !== undefined && one.relatives().length === 0
