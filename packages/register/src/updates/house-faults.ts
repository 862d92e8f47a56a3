import { findRoad, houseNumberOf, isSpecialRoad } from '../geography.ts'
import { objection } from '../receipts.ts'
import type { Objection } from '../receipts.ts'

export interface House {
  readonly municipality: string
  readonly road: string
  readonly house: string
}

/** The road is one of the municipality, and the house stands on it; a special road has no houses. */
export function houseFaults({ municipality, road: code, house }: House): readonly Objection[] {
  const road = findRoad(municipality, code)
  if (road === undefined) return [objection('noRoad', 'VEJKOD')]
  if (isSpecialRoad(code)) return house === '' ? [] : [objection('noHouse', 'HUSNR')]
  if (house === '') return [objection('missingField', 'HUSNR')]
  const number = houseNumberOf(house) ?? 0
  const isThere = number >= road.firstHouseNumber && number <= road.lastHouseNumber
  return isThere ? [] : [objection('noHouse', 'HUSNR')]
}
