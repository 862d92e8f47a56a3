import type { Entity } from './entities.ts'

/** One row as it should stand on one person once a report is saved: shown before sending, compared afterwards. */
export interface ExpectedChange {
  /** Null for a newborn whose number is not known yet. */
  readonly pnr: string | null
  readonly party: string
  readonly entity: Entity
  /** `annul`: the row that stood is marked A. */
  readonly change: 'append' | 'end' | 'set' | 'create' | 'annul'
  /** Columns that the row must carry afterwards. */
  readonly columns: Readonly<Record<string, string | null>>
  /** What the columns held before; empty for a first row. */
  readonly before: Readonly<Record<string, string | null>>
  /** Start of the row that stood before; null where there was none. */
  readonly startBefore: string | null
  /** End that the row before was to have; absent where it had none. */
  readonly endBefore?: string
  readonly start: string | null
  /** Of a row written: when it is to end, as far as that is known ahead. */
  readonly end: string | null
  readonly derivedMark: string | null
}

/** Stands among the columns of a person for the valid number that a dead one points at. */
export const pointer = 'validPersonnummer'

/** A row that is not as it should be. Values are personal data: they stay in the case, never in a log. */
export interface Difference {
  readonly party: string
  readonly entity: Entity
  readonly column: string
  readonly expected: string | null
  readonly found: string | null
}
