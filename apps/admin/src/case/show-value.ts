import type { FieldData, FieldView } from '../forms/field-values.ts'
import type { Texts } from '../texts/use-texts.ts'
import { maskPnr } from '../ui/mask.ts'
import { showDate } from '../ui/times.ts'

/** A field's value as people read it: codes by name, dates day first, numbers covered. */
export const showValue = (
  field: FieldView,
  data: FieldData | null | undefined,
  { t, text }: Texts,
): string => {
  if (data === undefined || data === null || data === '') return t('dataTab.empty')
  if (typeof data === 'boolean') return data ? t('form.yes') : t('form.no')
  if (typeof data !== 'string') return showMany(data)
  const show = shows[field.control]
  if (show !== undefined) return show(data)
  const option = field.options?.find(({ code }) => code === data)
  return option === undefined ? data : `${text(option.name)} (${data})`
}

const shows: Partial<Record<FieldView['control'], (data: string) => string>> = {
  pnr: maskPnr,
  date: showDate,
}

const showMany = (items: Exclude<FieldData, string | boolean>): string =>
  items
    .map((item) =>
      typeof item === 'string'
        ? maskPnr(item)
        : [item.relation, maskPnr(item.personnummer ?? '')].join(' ').trim(),
    )
    .join(', ')
