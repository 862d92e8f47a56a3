import type { Field } from '../fields.ts'
import { authorities, authorityTypeOf, authorityTypes } from './authorities.ts'
import type { Code, CodeList } from './code-list.ts'
import { countries } from './countries.ts'
import { eventLists } from './event-lists.ts'
import { familyLists } from './family-lists.ts'
import { registerLists } from './register-lists.ts'
import { residenceLists } from './residence-lists.ts'

export const codeLists: Readonly<Record<string, CodeList>> = {
  ...eventLists,
  ...familyLists,
  ...residenceLists,
  ...registerLists,
  authorities: authorityTypes,
  countries,
}

export function isCodeOf(codeList: string, code: string): boolean {
  if (codeList === 'authorities') return authorityTypeOf(code) !== null
  if (codeList === 'countries') return authorityTypeOf(code) === '30'
  return codeLists[codeList]?.some((candidate) => candidate.code === code) ?? false
}

/** What a form offers to choose from; undefined where a field is not chosen. */
export function optionsOf(field: Pick<Field, 'codeList'>): readonly Code[] | undefined {
  if (field.codeList === undefined) return undefined
  return field.codeList === 'authorities' ? authorities : codeLists[field.codeList]
}
