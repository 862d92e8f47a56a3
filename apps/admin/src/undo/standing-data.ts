import type { CaseData } from '../forms/field-values.ts'
import type { Plan } from './planned.ts'

type Diffs = NonNullable<Plan['diff']>

/** What the form's fields say in the register now: what the case said, but for where a row says something else. */
export const standingData = (data: CaseData, diffs: Diffs): CaseData => {
  const others = new Map(diffs.map(({ field, before }) => [field, before]))
  const fields = new Set([...Object.keys(data), ...others.keys()])
  return Object.fromEntries(
    [...fields].flatMap((field) => {
      const value = others.has(field) ? others.get(field) : data[field]
      return value === undefined || value === null ? [] : [[field, value] as const]
    }),
  )
}
