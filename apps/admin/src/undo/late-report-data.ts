import type { CaseView } from '../case/use-case-command.ts'
import type { CaseData, FieldView } from '../forms/field-values.ts'

type Known = Pick<CaseView, 'status' | 'data'>

/** Statuses in which nothing of the case stands in the register. */
const unregistered: readonly CaseView['status'][] = ['draft', 'checking', 'confirming', 'withdrawn']

/** About the row itself, or why: never the same in another case. */
const ownToTheCase = ['timestamp', 'reason']

/**
 * What a case knows of a late report about somebody. Once it is registered its content is what stands now, which the
 * earlier data are not.
 */
export const lateReportData = (
  { status, data }: Known,
  person: string,
  fields: readonly FieldView[],
): CaseData => {
  if (!unregistered.includes(status)) return { personnummer: person }
  const shared = fields.flatMap(({ name }) => {
    const value = data[name]
    return value === undefined || ownToTheCase.includes(name) ? [] : [[name, value] as const]
  })
  return { ...Object.fromEntries(shared), personnummer: person }
}
