import { isDeepStrictEqual } from 'node:util'

import type { TruePerson, TrueRow } from '../control.ts'
import type { Somebody } from './census.ts'
import type { Columns } from './sample.ts'

/** By person and kind of row: the rows that are not as they were, and no others. A row says what it is told to say. */
export type Changes = readonly (readonly [Somebody, Readonly<Record<string, readonly Columns[]>>])[]

export type Everybody = Readonly<Record<string, TruePerson>>

/** What is not as it was told to become; entities and columns alone. */
export function surprises(before: Everybody, after: Everybody, told: Changes): readonly string[] {
  const found = Object.keys(after).flatMap((pnr) =>
    Object.keys(after[pnr]?.rows ?? {}).flatMap((entity) => {
      const [was, is] = [rowsOf(before, pnr, entity), rowsOf(after, pnr, entity)]
      const fresh = without(is, was)
      return [...lost(entity, was, is), ...unlike(entity, fresh, toldOf(told, pnr, entity))]
    }),
  )
  return [...new Set(found)]
}

const rowsOf = (people: Everybody, pnr: string, entity: string): readonly TrueRow[] =>
  people[pnr]?.rows[entity] ?? []

const toldOf = (told: Changes, pnr: string, entity: string): readonly Columns[] =>
  told.flatMap(([somebody, entities]) => (somebody.pnr === pnr ? (entities[entity] ?? []) : []))

/** Each row stands for one at most: two alike are two. */
function without(rows: readonly TrueRow[], others: readonly TrueRow[]): readonly TrueRow[] {
  const left = [...others]
  return rows.filter((row) => {
    const place = left.findIndex((other) => isDeepStrictEqual(other, row))
    if (place === -1) return true
    left.splice(place, 1)
    return false
  })
}

/** Nothing is deleted, what is marked takes no time, and proves what stood. */
function lost(entity: string, was: readonly TrueRow[], is: readonly TrueRow[]): readonly string[] {
  const gone = without(was, is)
  const proofs = without(is, was).filter(({ mark }) => mark !== null)
  const isProof = (proof: TrueRow) =>
    proof.end === proof.start && gone.some((row) => isDeepStrictEqual(said(row), said(proof)))
  return [
    ...(is.length < was.length ? [`a ${entity} was deleted`] : []),
    ...(proofs.every(isProof) ? [] : [`a marked ${entity} that proves nothing`]),
  ]
}

/** What a row says of itself and its day, apart from how it stands now. */
const said = ({ current: _current, mark: _mark, end: _end, ...rest }: TrueRow) => rest

function unlike(
  entity: string,
  fresh: readonly TrueRow[],
  told: readonly Columns[],
): readonly string[] {
  const left = [...fresh]
  const missing = told.flatMap((columns) => {
    const place = left.findIndex((row) => wrongIn(row, columns).length === 0)
    if (place === -1) return [describe(entity, columns, left)]
    left.splice(place, 1)
    return []
  })
  return [...missing, ...left.map((row) => `another ${entity}${standing(row)}`)]
}

function describe(entity: string, columns: Columns, left: readonly TrueRow[]): string {
  const wrong = left.map((row) => wrongIn(row, columns).join(' '))
  return `no ${entity}${standing(columns)} (${wrong.join(' | ')})`
}

const standing = ({ mark, end }: Readonly<Record<string, unknown>>): string =>
  typeof mark === 'string' ? ` marked ${mark}` : end == null ? '' : ' that ended'

const wrongIn = (row: TrueRow, columns: Columns): readonly string[] =>
  Object.keys(columns).filter((name) => !isDeepStrictEqual(row[name] ?? null, columns[name]))
