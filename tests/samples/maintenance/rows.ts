import type { Form } from '../../src/api.ts'
import type { TrueRow } from '../../src/control.ts'
import type { Somebody } from '../../src/proof/census.ts'
import type { Ask, PastRow } from '../../src/proof/sample.ts'
import { rowIn, type Meant } from '../../src/proof/upkeep.ts'

/** Words for the rows that maintenance is about. */

export const dayOf = (row: TrueRow | undefined): string => row?.start ?? ''

/** The days on which the valid rows of a kind began, the oldest first. */
export const startsOf = (one: Somebody, entity: string): readonly string[] =>
  one.ever(entity).map(dayOf).toSorted()

export const stands = ({ current, mark }: PastRow): boolean => current && mark === null
export const isOver = ({ current, mark }: PastRow): boolean => !current && mark === null

/** Of somebody without a home here, the municipality that they left. */
export const hasLivedIn =
  (municipality: string) =>
  (one: Somebody): boolean =>
    one
      .ever('address')
      .toSorted((a, b) => dayOf(a).localeCompare(dayOf(b)))
      .at(-1)?.['municipalityCode'] === municipality

/** Keys that somebody noted while the rows still stood: of some kinds the history shows no others. */
export function noteBook(operation: string, entity: string) {
  const noted = new WeakMap<Somebody, string>()
  return {
    /** Notes the key before what ends the row is reported. */
    before:
      (of: Somebody) =>
      async (ask: Ask): Promise<Form> => {
        const { timestamp } = await rowIn(operation, { of, entity, is: stands }, ask)
        noted.set(of, timestamp)
        return {}
      },
    meant: (of: Somebody): Meant => ({ of, entity, stamp: () => noted.get(of) ?? '' }),
  }
}
