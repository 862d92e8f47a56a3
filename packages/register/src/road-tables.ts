import type { Mark } from '@sagsgang/events'

import { districtName, findRoad, houseNumberOf } from './geography.ts'
import type { Road } from './geography.ts'

/** What is kept of roads besides where they are: made up, as the roads are. */

/** A road as it was called for a time, or where it went. */
export interface RoadRow {
  readonly name: string
  readonly start: string
  readonly end: string | null
  readonly mark: Mark | null
  /** The road that took its place. */
  readonly movedTo: readonly [municipalityCode: string, streetCode: string] | null
}

const opened = '19000101'

/** Newest first; the present row follows on the newest end. */
const formerRows: Readonly<Record<string, readonly RoadRow[]>> = {
  '0851-8511': [
    { name: 'Industrivejen', start: '19740401', end: '19880501', mark: null, movedTo: null },
    { name: 'Industrivangen', start: '19880501', end: '19880501', mark: 'A', movedTo: null },
    { name: 'Teglværksvej', start: opened, end: '19740401', mark: null, movedTo: null },
  ],
  '0851-8513': [{ name: 'Svingt', start: opened, end: opened, mark: 'K', movedTo: null }],
  '0101-0101': [{ name: 'Møllevej', start: opened, end: '19551001', mark: null, movedTo: null }],
}

/** Roads that are no more: everybody on them moved with the road. */
const closedRoads: Readonly<Record<string, readonly RoadRow[]>> = {
  '0851-8519': [
    {
      name: 'Banestien',
      start: opened,
      end: '20070101',
      mark: null,
      movedTo: ['0851', '8513'],
    },
  ],
}

/** Every row of a road, newest first. */
export function roadRows(municipalityCode: string, streetCode: string): readonly RoadRow[] {
  const key = `${municipalityCode}-${streetCode}`
  const road = findRoad(municipalityCode, streetCode)
  if (road === undefined) return closedRoads[key] ?? []
  const former = formerRows[key] ?? []
  const start = former.find(({ mark }) => mark === null)?.end ?? opened
  return [{ name: road.name, start, end: null, mark: null, movedTo: null }, ...former]
}

export interface RoadNote {
  readonly number: string
  readonly line: string
  readonly start: string
}

const notes: Readonly<Record<string, readonly RoadNote[]>> = {
  '0851-8511': [
    { number: '01', line: 'Nr. 1-9 er erhverv uden beboelse', start: '19880501' },
    { number: '02', line: 'Nr. 97 og 99 har indgang fra gården', start: '20040301' },
    { number: '03', line: 'Omnummereret ved kommunesammenlægning', start: '20070101' },
  ],
  '0851-8513': [{ number: '01', line: 'Privat fællesvej', start: '19700401' }],
}

export const roadNotes = (municipalityCode: string, streetCode: string): readonly RoadNote[] =>
  notes[`${municipalityCode}-${streetCode}`] ?? []

/** A house that is now known by another address. */
export interface RoadReference {
  readonly house: string
  readonly to: readonly [municipalityCode: string, streetCode: string, house: string]
  readonly start: string
}

const references: Readonly<Record<string, readonly RoadReference[]>> = {
  '0851-8511': [
    { house: '002', to: ['0851', '8513', '001'], start: '20070101' },
    { house: '004B', to: ['0851', '8513', '003'], start: '20070101' },
    { house: '006', to: ['0851', '8512', '010'], start: '20150615' },
  ],
  '0851-8519': [{ house: '001', to: ['0851', '8513', '099'], start: '20070101' }],
}

export const roadReferences = (
  municipalityCode: string,
  streetCode: string,
): readonly RoadReference[] => references[`${municipalityCode}-${streetCode}`] ?? []

/** A stretch of a road and what it belongs to; L the even numbers, U the odd ones, else both. */
export interface District {
  readonly type: string
  readonly code: string
  readonly name: string
  readonly from: number
  readonly to: number
  readonly side: 'L' | 'U' | null
}

function stretches(road: Road): readonly District[] {
  const { firstHouseNumber: from, lastHouseNumber: to, postalCode, parish } = road
  const whole = { from, to, side: null }
  const school = Number(parish) - 6990
  return [
    { type: 'POST', code: postalCode, name: districtName(postalCode) ?? '', ...whole },
    { type: 'SOGN', code: parish, name: `Sogn ${parish}`, ...whole },
    { type: 'SKOLE', code: `${school}`, name: 'Vestre Skole', from, to, side: 'L' },
    { type: 'SKOLE', code: `${school + 1}`, name: 'Østre Skole', from, to, side: 'U' },
    { type: 'VALG', code: `${school + 50}`, name: 'Medborgerhuset', ...whole },
  ]
}

/** The districts of a road, or of one house on it. */
export function districtsOf(road: Road, houseNumber: string): readonly District[] {
  const house = houseNumberOf(houseNumber)
  if (house === null) return stretches(road)
  const side = house % 2 === 0 ? 'L' : 'U'
  return stretches(road).filter(
    (one) => one.from <= house && house <= one.to && (one.side === null || one.side === side),
  )
}
