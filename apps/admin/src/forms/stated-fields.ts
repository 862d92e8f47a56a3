import type { CaseData } from './field-values.ts'
import { type FieldView, type FormValues, isSame, toFieldData } from './field-values.ts'

/** Of the case, or about the row itself: none of it is what the row says. */
const besideTheRow = new Set([
  'personnummer',
  'timestamp',
  'reason',
  'authority',
  'endDateUncertain',
])

/** Whether a field says what a row says. */
export const isStated = ({ name }: Pick<FieldView, 'name'>): boolean => !besideTheRow.has(name)

/** Sent as it stands, a correction would leave a proof of nothing; a form that states nothing has nothing to change. */
export const statesNothingNew = (
  fields: readonly FieldView[],
  stood: CaseData | undefined,
  values: FormValues,
): boolean => {
  if (stood === undefined) return false
  const stated = fields.filter(isStated)
  const isAsItStood = (field: FieldView) =>
    isSame(field, stood[field.name], toFieldData(field, values[field.name] ?? ''))
  return stated.length > 0 && stated.every(isAsItStood)
}
