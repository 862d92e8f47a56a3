import type { FormatName } from '../formats.ts'
import type { Text } from '../known-receipt.ts'

export type ServiceKind = 'lookup' | 'search' | 'helper' | 'event' | 'maintenance'

export interface ServiceField {
  readonly code: string
  readonly name: Text
  readonly format: FormatName
}

export interface ServiceKey extends ServiceField {
  readonly required: boolean
}

/** A field of an answer. */
export interface ServiceOutput extends ServiceField {
  /** The register says in words what the value means. */
  readonly hasText: boolean
  /** Without it an answer says nothing to rely on. */
  readonly required: boolean
}

/** Where the fields of an answer stand: in its role, in a named block of it, or in each row of a table. */
export type ServiceShape =
  | { readonly type: 'role' }
  | { readonly type: 'block'; readonly name: string }
  | { readonly type: 'table'; readonly name: string }

export interface ServiceDescription {
  readonly id: string
  /** Other names that the same service answers to. */
  readonly aliases: readonly string[]
  readonly name: Text
  readonly kind: ServiceKind
  readonly system: 'CprSoeg' | 'CprAjour'
  readonly keys: readonly ServiceKey[]
  readonly input: readonly ServiceField[]
  readonly output: readonly ServiceOutput[]
  /** What the development register says besides: by it a row is told, put right and undone. */
  readonly beside: readonly ServiceField[]
  readonly shape: ServiceShape
  /** Names of the tables that an answer has besides. */
  readonly otherTables: readonly string[]
  /** True when nothing public names the id. */
  readonly modelled: boolean
}

/** Format, Danish name, English name. */
export type FieldCode = readonly [format: FormatName, da: string, en: string]

/**
 * A service as the catalogue writes it: field codes in one line each. `!` after a code says required, a `*` after that, that a text
 * stands beside the value, and a format after `:` is other than the code's own.
 */
export interface ServiceRow {
  readonly id: string
  readonly kind?: ServiceKind
  readonly name: Text
  readonly keys: string
  readonly input?: string
  readonly output: string
  readonly beside?: string
  /** `role`, `block NAME` or `table NAME`; else a table that is named for the service. */
  readonly shape?: string
  /** The tables of an answer besides, by name. */
  readonly otherTables?: string
  readonly aliases?: readonly string[]
  readonly modelled?: boolean
}
