import type { FormatName } from '../formats.ts'
import type { Text } from '../receipts.ts'

export type ServiceKind = 'lookup' | 'search' | 'helper' | 'event' | 'maintenance'

export interface ServiceField {
  readonly code: string
  readonly name: Text
  readonly format: FormatName
}

export interface ServiceKey extends ServiceField {
  readonly required: boolean
}

export interface ServiceDescription {
  readonly id: string
  /** Other names that the same service answers to. */
  readonly aliases: readonly string[]
  readonly name: Text
  readonly kind: ServiceKind
  readonly system: 'CprSoeg' | 'CprAjour'
  readonly keys: readonly ServiceKey[]
  readonly input: readonly ServiceField[]
  readonly output: readonly ServiceField[]
  /** True when nothing public names the id. */
  readonly modelled: boolean
}

/** Format, Danish name, English name. */
export type FieldCode = readonly [format: FormatName, da: string, en: string]

/** A service as the catalogue writes it: field codes in one line each. */
export interface ServiceRow {
  readonly id: string
  readonly kind?: ServiceKind
  readonly name: Text
  readonly keys: string
  readonly input?: string
  readonly output: string
  readonly aliases?: readonly string[]
  readonly modelled?: boolean
}
