import type { Texts } from '../texts/use-texts.ts'
import type { Control, FieldView } from './field-values.ts'

/** What stands above every control: its name, and how or when it is filled in. */

const formats: Partial<
  Record<Control, 'dateFormat' | 'pnrFormat' | 'pnrListFormat' | 'linesFormat' | 'timeFormat'>
> = {
  date: 'dateFormat',
  pnr: 'pnrFormat',
  pnrList: 'pnrListFormat',
  lines: 'linesFormat',
  time: 'timeFormat',
}

export const labelOf = (field: FieldView, { t, text }: Texts): string => {
  const label = capital(text(field.label))
  return field.required ? label : `${label} (${t('form.optional')})`
}

const capital = (words: string) => words.charAt(0).toLocaleUpperCase('da') + words.slice(1)

export const descriptionOf = (field: FieldView, { t, text }: Texts): string | undefined => {
  const format = formatOf(field)
  const parts = [
    format === undefined ? [] : [t(`form.${format}`)],
    field.hint === undefined ? [] : [capital(text(field.hint))],
    field.requiredWhen === undefined ? [] : [t('form.hint', { when: text(field.requiredWhen) })],
  ].flat()
  return parts.length === 0 ? undefined : parts.join('. ')
}

/** A hint of the field's own already says what stands for an unknown person. */
const formatOf = ({ control, unknownAllowed, hint }: FieldView) =>
  control === 'pnr' && unknownAllowed && hint === undefined ? 'pnrUnknown' : formats[control]

export const fieldId = (name: string): string => `field-${name}`
