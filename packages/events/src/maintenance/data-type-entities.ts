import type { Entity } from '../entities.ts'

/** The kinds of rows that a type of data is kept in. The first is the one that can be reported late. */
export const dataTypeEntities = {
  address: ['address', 'supplementaryAddress', 'contactAddress', 'relocationOrder'],
  'birth-registration': ['birthRegistration'],
  church: ['church'],
  citizenship: ['citizenship'],
  'civil-status': ['civilStatus'],
  disappearance: ['disappearance'],
  kinship: ['kinship', 'parentalAuthority'],
  migration: ['migration'],
  municipal: ['municipalCondition', 'note'],
  name: ['name', 'addressingName'],
  'person-other': ['protection', 'guardianship', 'guardian', 'election', 'alienNumber', 'person'],
  personnummer: ['person'],
  separation: ['separation'],
  'shared-residence': ['sharedResidence'],
} as const satisfies Readonly<Record<string, readonly [Entity, ...Entity[]]>>

export type DataTypeId = keyof typeof dataTypeEntities

const byId: Readonly<Record<string, readonly Entity[]>> = dataTypeEntities

export function entitiesOfDataType(dataType: string): readonly Entity[] {
  return byId[dataType] ?? []
}
