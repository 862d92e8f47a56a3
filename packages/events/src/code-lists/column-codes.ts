import type { Entity } from '../entities.ts'
import type { Text } from '../text.ts'
import { optionsOf } from './code-lists.ts'

/** The list that the codes of a column are of; a relation has a list for each kind of row. */
const listOfColumn: Readonly<Record<string, string>> = {
  status: 'person-status',
  sex: 'sex',
  civilStatus: 'civil-status',
  churchRelation: 'church',
  protectionType: 'protection-types',
  country: 'countries',
  departureCountry: 'countries',
  entryCountry: 'countries',
  authority: 'authorities',
  birthAuthority: 'authorities',
  municipalityCode: 'authorities',
  municipality: 'authorities',
  mark: 'correction-marks',
  'relocationOrder.reason': 'relocation-reasons',
  'sharedResidence.agreementKind': 'shared-residence-kinds',
  'municipalCondition.conditionType': 'municipal-condition-types',
  'parentalAuthority.relation': 'custody',
  guardianRelation: 'guardian-relations',
  electionCode: 'election-codes',
  'guardianship.kind': 'guardianship-kinds',
}

/** What a row's code is called; undefined where the column holds no codes, or not this one. */
export function nameOfCode(entity: Entity, column: string, code: string): Text | undefined {
  const codeList = listOfColumn[`${entity}.${column}`] ?? listOfColumn[column]
  if (codeList === undefined) return undefined
  return optionsOf({ codeList })?.find((option) => option.code === code)?.name
}
