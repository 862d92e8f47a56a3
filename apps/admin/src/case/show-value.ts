import type { FieldData, FieldView } from '../forms/field-values.ts'
import type { Texts } from '../texts/use-texts.ts'
import { maskPnr } from '../ui/mask.ts'
import { showDate } from '../ui/times.ts'

/** A field's value as people read it: codes by name, dates day first, numbers covered. */
export const showValue = (
  field: FieldView,
  data: FieldData | null | undefined,
  texts: Texts,
  showPnr: ShowPnr = maskPnr,
): string => {
  const { t } = texts
  if (data === undefined || data === null || data === '') return t('dataTab.empty')
  if (typeof data === 'boolean') return data ? t('form.yes') : t('form.no')
  return typeof data === 'string'
    ? showText(field, data, { ...texts, showPnr })
    : showMany(data, showPnr)
}

type ShowPnr = (pnr: string) => string

const showText = (
  field: FieldView,
  data: string,
  { text, showPnr }: Texts & { readonly showPnr: ShowPnr },
): string => {
  if (field.control === 'pnr') return showPnr(data)
  if (field.control === 'date') return showDate(data)
  const option = field.options?.find(({ code }) => code === data)
  return option === undefined ? data : `${text(option.name)} (${data})`
}

const showMany = (items: Exclude<FieldData, string | boolean>, showPnr: ShowPnr): string =>
  items
    .map((item) =>
      typeof item === 'string'
        ? showPnr(item)
        : [item.relation, showPnr(item.personnummer ?? '')].join(' ').trim(),
    )
    .join(', ')
