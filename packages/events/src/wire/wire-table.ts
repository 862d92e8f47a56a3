import type { Entity } from '../entities.ts'
import type { WireFormat } from './wire-format.ts'

export interface WireColumn {
  readonly code: string
  readonly format: WireFormat
}

/** Where the rows of one kind stand in a lookup's answer. Read by a case, written by the development register. */
export interface WireTable {
  readonly service: string
  readonly entity: Entity
  /**
   * `block`: one row in a named block. `table`: rows of a named table. `role`: the current row as fields of the role, and
   * with `AKX` every row in the named table too.
   */
  readonly shape: 'block' | 'table' | 'role'
  readonly name: string
  /** By column of the entity. Two columns under one code are told apart by their formats. */
  readonly columns: Readonly<Record<string, WireColumn>>
  /** Null where the row is told by another service, and this one says more of it. */
  readonly start: WireColumn | null
  readonly startUncertain: string | null
  readonly end: WireColumn | null
  readonly mark: string | null
  readonly timestamp: string
  /** The authority that documents the row. */
  readonly authority: string | null
  /** The row is there exactly while the answer says so: under this code, this value. */
  readonly while?: { readonly code: string; readonly value: string }
}

export function text(code: string): WireColumn {
  return { code, format: 'text' }
}

export function pnr(code: string): WireColumn {
  return { code, format: 'pnr' }
}

export function date(code: string): WireColumn {
  return { code, format: 'date' }
}

export function datetime(code: string): WireColumn {
  return { code, format: 'datetime' }
}

/** Five address lines under one stem. */
export function lines(stem: string): Readonly<Record<string, WireColumn>> {
  return Object.fromEntries([1, 2, 3, 4, 5].map((line) => [`line${line}`, text(`${stem}${line}`)]))
}
