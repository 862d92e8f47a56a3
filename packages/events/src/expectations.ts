import type { Entity } from './entities.ts'

/** One row as it should stand on one person once a report is saved: shown before sending, compared afterwards. */
export interface ExpectedChange {
  /** Null for a newborn whose number is not known yet. */
  readonly pnr: string | null
  readonly party: string
  readonly entity: Entity
  readonly change: 'append' | 'end' | 'set' | 'create'
  /** Columns that the row must carry afterwards; for `end` those that tell the ended row. */
  readonly columns: Readonly<Record<string, string | null>>
  /** What the columns held before; empty for a first row. */
  readonly before: Readonly<Record<string, string | null>>
  /** Start of the row that stood before; null where there was none. */
  readonly startBefore: string | null
  readonly start: string | null
  readonly end: string | null
  readonly derivedMark: string | null
}

/** A row that is not as it should be. Values are personal data: they stay in the case, never in a log. */
export interface Difference {
  readonly party: string
  readonly entity: Entity
  readonly column: string
  readonly expected: string | null
  readonly found: string | null
}
