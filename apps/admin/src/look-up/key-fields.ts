import type { Outputs } from '../api.ts'
import type { ListedError } from '../forms/error-list.tsx'
import { type FieldView, type FormValues, toFieldData } from '../forms/field-values.ts'
import { formRules } from '../forms/form-rules.ts'
import type { Texts } from '../texts/use-texts.ts'

export type ServiceView = Outputs['catalogue']['service']
type ServiceKey = ServiceView['keys'][number]

/** As the register ticks a mark. */
const ticked = 'X'

/** A key is asked for as a field of an event is. */
const toField = ({ code, name, format, ...key }: ServiceKey): FieldView => ({
  name: code,
  label: name,
  type: format,
  control: key.control,
  required: key.required,
  unknownAllowed: false,
  ...(key.length !== undefined && { length: key.length }),
  ...(key.hint !== undefined && { hint: key.hint }),
  ...(key.options !== undefined && { options: key.options }),
})

interface KeyFields {
  /** Whom or what is sought. */
  readonly criteria: readonly FieldView[]
  /** How rows are given. */
  readonly list: readonly FieldView[]
}

/** What somebody fills in; how many there are and where a list goes on is asked without them. */
export const fieldsOf = ({ keys }: ServiceView): KeyFields => ({
  criteria: keys.filter(({ use }) => use === 'criterion').map(toField),
  list: keys.filter(({ use }) => use === 'markedRows' || use === 'pageSize').map(toField),
})

/** The keys as they are sent; a list is always counted. */
export const toKeys = ({ keys }: ServiceView, values: FormValues): Record<string, string> =>
  Object.fromEntries(
    keys.flatMap((key) => {
      if (key.use === 'count') return [[key.code, ticked]]
      if (key.use === 'restart') return []
      const data = toFieldData(toField(key), values[key.code] ?? '')
      if (data === true) return [[key.code, ticked]]
      return typeof data === 'string' ? [[key.code, data]] : []
    }),
  )

/** The key by which a list goes on. */
export const restartKey = ({ keys }: ServiceView): string | undefined =>
  keys.find(({ use }) => use === 'restart')?.code

/** The key that says whom it is about; its number is carried from one lookup to the next. */
export const personKey = ({ keys }: ServiceView): string | undefined =>
  keys.find(({ control }) => control === 'pnr')?.code

const isEmpty = (value: FormValues[string] | undefined) =>
  typeof value !== 'string' || value.trim() === ''

/** What can be seen without asking: an answer in vain is paid for too. */
export const problemsIn = (
  service: ServiceView,
  values: FormValues,
  texts: Texts,
): readonly ListedError[] => {
  const { criteria, list } = fieldsOf(service)
  const fields = [...criteria, ...list]
  const given = Object.fromEntries(fields.map(({ name }) => [name, values[name] ?? '']))
  const read = formRules(fields, texts).safeParse(given)
  const wrong = (read.error?.issues ?? []).map(({ path: [name], message }) => ({
    name: String(name),
    message,
  }))
  const unmet = service.needs.filter((codes) => codes.every((code) => isEmpty(values[code])))
  return [...wrong, ...unmet.map((codes) => oneOf(codes, fields, texts))]
}

const oneOf = (
  codes: readonly string[],
  fields: readonly FieldView[],
  { t, text, language }: Texts,
): ListedError => {
  const names = codes.flatMap((code) => fields.find(({ name }) => name === code)?.label ?? [])
  const either = new Intl.ListFormat(language, { type: 'disjunction' })
  return {
    name: codes[0] ?? null,
    message: t('lookUp.oneOf', { names: either.format(names.map(text)) }),
  }
}
