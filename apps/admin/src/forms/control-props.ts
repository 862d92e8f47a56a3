import type { FieldView, FormValue, HolderText } from './field-values.ts'

/** What every control is given, whatever it looks like. */
export interface ControlProps {
  readonly field: FieldView
  readonly value: FormValue
  readonly error: string | undefined
  readonly disabled: boolean
  readonly onChange: (value: FormValue) => void
  readonly onBlur: () => void
  readonly ref: (element: HTMLElement | null) => void
}

export const textOf = (value: FormValue): string => (typeof value === 'string' ? value : '')

export const holdersOf = (value: FormValue): readonly HolderText[] =>
  typeof value === 'object' ? value : []
