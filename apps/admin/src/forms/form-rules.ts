import { z } from '../checked.ts'
import type { Texts } from '../texts/use-texts.ts'
import { isWholePnr } from '../ui/mask.ts'
import { isWireDate } from './date-text.ts'
import { type Control, type FieldView, type FormValue, toFieldData } from './field-values.ts'

/** What can be seen without asking anybody. Everything else is the register's and the rules' to say. */

type Problem = 'dateInvalid' | 'pnrInvalid'

const forms: Partial<
  Record<Control, { isWellFormed: (data: string) => boolean; problem: Problem }>
> = {
  date: { isWellFormed: isWireDate, problem: 'dateInvalid' },
  pnr: { isWellFormed: isWholePnr, problem: 'pnrInvalid' },
}

const problemOf = (field: FieldView, value: FormValue, { t, text }: Texts): string | undefined => {
  const label = text(field.label)
  const data = toFieldData(field, value)
  if (data === null) return field.required ? t('form.required', { label }) : undefined
  if (typeof data !== 'string') return undefined
  if (field.length !== undefined && data.length > field.length) {
    return field.options === undefined
      ? t('form.tooLong', { label, max: field.length })
      : t('form.codeUnknown', { label })
  }
  const form = forms[field.control]
  return form === undefined || form.isWellFormed(data)
    ? undefined
    : t(`form.${form.problem}`, { label })
}

const formValue: z.ZodType<FormValue, FormValue> = z.union([
  z.string(),
  z.boolean(),
  z.array(z.object({ relation: z.string(), personnummer: z.string() })),
])

export const formRules = (fields: readonly FieldView[], texts: Texts) =>
  z.record(z.string(), formValue).superRefine((values, context) => {
    for (const field of fields) {
      const value = values[field.name]
      const message = value === undefined ? undefined : problemOf(field, value, texts)
      if (message !== undefined) context.addIssue({ code: 'custom', path: [field.name], message })
    }
  })
