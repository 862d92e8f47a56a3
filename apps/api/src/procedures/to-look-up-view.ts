import type { FieldValues, LookUpAnswer, Role, findService } from '@sagsgang/gctp'

import type { LookUpView, RegisterFieldView, RegisterRowView } from '../register-view.ts'

type Description = NonNullable<ReturnType<typeof findService>>
type Found = Exclude<LookUpAnswer, { type: 'failed' }>

/** The register's answer by name and by its own codes, side by side. */
export function toLookUpView(service: Description, answer: Found): LookUpView {
  const { code, text } = answer.receipt
  const empty = { found: false, fields: {}, rows: [], raw: {}, protected: false, rest: null }
  const head = { service: service.id, receipt: { code, text } }
  if (answer.type === 'refused') return { ...head, ...empty }
  const names = new Map(service.output.map((field) => [field.code, field.name.da]))
  const all = answer.roles.flatMap((role) => valuesOf(role, names))
  const rows = answer.roles.flatMap((role) => rowsOf(role, names))
  return {
    ...head,
    found: all.length > 0 || rows.length > 0,
    fields: firstBy(all, ({ name }) => name),
    raw: firstBy(all, (field) => field.code),
    rows,
    protected: isProtected([...all, ...rows.flatMap(({ fields }) => fields)]),
    rest: answer.rest,
  }
}

type Names = ReadonlyMap<string, string>

const toFields = (values: FieldValues, names: Names): readonly RegisterFieldView[] =>
  Object.entries(values).map(([code, { value, text }]) => ({
    code,
    name: names.get(code) ?? code,
    value,
    text: text ?? null,
  }))

const valuesOf = (role: Role, names: Names) =>
  [role.fields, ...Object.values(role.blocks)].flatMap((values) => toFields(values, names))

const rowsOf = (role: Role, names: Names): readonly RegisterRowView[] =>
  role.tables.flatMap(({ name, rows }) =>
    rows.map(({ use, fields }) => ({
      table: name,
      heading: use === 'B',
      fields: shownOf(toFields(fields, names)),
    })),
  )

/** A protected person among many is shown as such, by number and without name or address. */
const shownOf = (fields: readonly RegisterFieldView[]) =>
  fields.some(isMark) ? fields.filter((field) => isMark(field) || field.code === 'PNR') : fields

function firstBy(
  fields: readonly RegisterFieldView[],
  key: (field: RegisterFieldView) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(fields.toReversed().map((field) => [key(field), field.value]))
}

const marks = ['BESKYT', 'ADRBESKYT']

const isMark = ({ code, value }: RegisterFieldView) => marks.includes(code) && value.trim() !== ''

const isProtected = (fields: readonly RegisterFieldView[]) => fields.some(isMark)
