import { currentRow } from './person-facts.ts'
import type { PersonView } from './register-view.ts'

/** The columns that tell one home from another. */
export const addressParts = [
  'municipalityCode',
  'streetCode',
  'houseNumber',
  'floor',
  'door',
  'buildingNumber',
] as const

/** Names one home: everybody under the same key lives together. */
export function addressKey(address: Readonly<Record<string, string | null | undefined>>): string {
  return addressParts.map((part) => address[part] ?? '').join('-')
}

/** The home where somebody is registered. */
export function homeOf(person: PersonView | null | undefined): string | null {
  const row = person ? currentRow(person, 'address') : undefined
  return row ? addressKey(row.columns) : null
}

const firstSpecialRoad = '9900'

/** Road codes of four digits from here up stand for no road: no fixed abode, and the like. */
export function isSpecialRoad(streetCode: string): boolean {
  return streetCode >= firstSpecialRoad
}

const firstGreenlandic = '0955'

/** Person status of those who live at an address: 01 or 05 in Greenland, 03 or 07 without a road. */
export function residenceStatusOf(address: Readonly<Record<string, string | null>>): string {
  const isSpecial = isSpecialRoad(address['streetCode'] ?? '')
  if ((address['municipalityCode'] ?? '') >= firstGreenlandic) return isSpecial ? '07' : '05'
  return isSpecial ? '03' : '01'
}
