/** Real municipalities and postal districts; the roads in them are made up. */

export interface Road {
  readonly municipalityCode: string
  readonly streetCode: string
  readonly name: string
  readonly firstHouseNumber: number
  readonly lastHouseNumber: number
  readonly postalCode: string
  readonly parish: string
  /** The supplementary town that the road lies in. */
  readonly town: string | null
}

interface Municipality {
  readonly code: string
  readonly name: string
  readonly postal: readonly [string, string]
  /** The part of the country: a region, or Greenland. */
  readonly region: string
}

export const municipalities: readonly Municipality[] = [
  { code: '0101', name: 'København', postal: ['1500', 'København V'], region: '1084' },
  { code: '0147', name: 'Frederiksberg', postal: ['2000', 'Frederiksberg'], region: '1084' },
  { code: '0259', name: 'Køge', postal: ['4600', 'Køge'], region: '1085' },
  { code: '0265', name: 'Roskilde', postal: ['4000', 'Roskilde'], region: '1085' },
  { code: '0370', name: 'Næstved', postal: ['4700', 'Næstved'], region: '1085' },
  { code: '0461', name: 'Odense', postal: ['5000', 'Odense C'], region: '1083' },
  { code: '0540', name: 'Sønderborg', postal: ['6400', 'Sønderborg'], region: '1083' },
  { code: '0561', name: 'Esbjerg', postal: ['6700', 'Esbjerg'], region: '1083' },
  { code: '0573', name: 'Varde', postal: ['6800', 'Varde'], region: '1083' },
  { code: '0657', name: 'Herning', postal: ['7400', 'Herning'], region: '1082' },
  { code: '0730', name: 'Randers', postal: ['8900', 'Randers C'], region: '1082' },
  { code: '0751', name: 'Aarhus', postal: ['8000', 'Aarhus C'], region: '1082' },
  { code: '0791', name: 'Viborg', postal: ['8800', 'Viborg'], region: '1082' },
  { code: '0851', name: 'Aalborg', postal: ['9000', 'Aalborg'], region: '1081' },
  { code: '0860', name: 'Hjørring', postal: ['9800', 'Hjørring'], region: '1081' },
  { code: '0956', name: 'Sermersooq', postal: ['3900', 'Nuuk'], region: '0990' },
]

const names = ['Møllehaven', 'Kildebakken', 'Stationsgade', 'Lærkesvinget', 'Gammel Kystvej']

/** Roads by the coast lie in a village of their own. */
const townOf = (name: string): string | null => (name.endsWith('Kystvej') ? 'Strandby' : null)

/** Every municipality has two parishes; each of its roads belongs to one. */
const parishOf = (place: number, index: number): string => String(7001 + place * 2 + (index % 2))

const ordinary = municipalities.flatMap((municipality, place) =>
  names.map((name, index): Road => ({
    municipalityCode: municipality.code,
    streetCode: String(101 + index * 137 + place * 3).padStart(4, '0'),
    name,
    firstHouseNumber: 1,
    lastHouseNumber: 60 + index * 13,
    postalCode: municipality.postal[0],
    parish: parishOf(place, index),
    town: townOf(name),
  })),
)

const placeOf = (municipalityCode: string): number =>
  municipalities.findIndex(({ code }) => code === municipalityCode)

const aalborg = [
  ['8511', 'Industrivænget'],
  ['8512', 'Tømrersvinget'],
  ['8513', 'Svinget'],
].map(([streetCode = '', name = '']): Road => ({
  municipalityCode: '0851',
  streetCode,
  name,
  firstHouseNumber: 1,
  lastHouseNumber: 99,
  postalCode: '9000',
  parish: parishOf(placeOf('0851'), 0),
  town: null,
}))

/** No fixed abode: a road code of 9900 or above has no houses. */
const special = municipalities.map(({ code, postal }, place): Road => ({
  municipalityCode: code,
  streetCode: '9901',
  name: 'Uden fast bopæl',
  firstHouseNumber: 0,
  lastHouseNumber: 0,
  postalCode: postal[0],
  parish: parishOf(place, 0),
  town: null,
}))

export const roads: readonly Road[] = [...ordinary, ...aalborg, ...special]

const byCode = new Map(roads.map((road) => [`${road.municipalityCode}-${road.streetCode}`, road]))

export const findRoad = (municipalityCode: string, streetCode: string): Road | undefined =>
  byCode.get(`${municipalityCode}-${streetCode}`)

export const roadsIn = (municipalityCode: string): readonly Road[] =>
  roads.filter((road) => road.municipalityCode === municipalityCode && road.streetCode < '9900')

export const municipalityName = (code: string): string | undefined =>
  municipalities.find((one) => one.code === code)?.name

export const regionOf = (municipalityCode: string): string | undefined =>
  municipalities.find(({ code }) => code === municipalityCode)?.region

const districts = new Map(municipalities.map(({ postal }) => postal))

export const districtName = (postalCode: string): string | undefined => districts.get(postalCode)

export const postalDistricts: readonly (readonly [string, string])[] = [...districts]

export const isSpecialRoad = (streetCode: string): boolean => streetCode >= '9900'

/** Greenland's municipalities sit at the top of the range. */
const isGreenland = (municipalityCode: string): boolean =>
  municipalityCode >= '0955' && municipalityCode <= '0999'

const fictive: readonly string[] = ['0010', '0011', '0012', '0019']

/** Stands for those who gave a number to somebody without a home here. */
export const isFictive = (municipalityCode: string): boolean => fictive.includes(municipalityCode)

/** 01, 03, 05 or 07: the status that somebody living at the address has. */
export function residenceStatus(municipalityCode: string, streetCode: string): string {
  if (isSpecialRoad(streetCode)) return isGreenland(municipalityCode) ? '07' : '03'
  return isGreenland(municipalityCode) ? '05' : '01'
}

/** Three digits and a letter or blank; the number in front, or null when it is no house number. */
export function houseNumberOf(text: string): number | null {
  const match = /^(\d{1,4})[A-Z]?\s*$/.exec(text)
  return match?.[1] === undefined ? null : Number(match[1])
}

/** The one-line address since 2023, without postal district. */
export function oneLine(columns: Readonly<Record<string, string | null>>): string | null {
  const road = findRoad(columns['municipalityCode'] ?? '', columns['streetCode'] ?? '')
  if (road === undefined) return null
  const house = (columns['houseNumber'] ?? '').trim().replace(/^0+/, '')
  const floor = (columns['floor'] ?? '').replace(/^0+/, '')
  const door = (columns['door'] ?? '').trim()
  const home = [floor === '' ? '' : `${floor}.`, door].filter((part) => part !== '').join(' ')
  const street = [road.name, house].filter((part) => part !== '').join(' ')
  return home === '' ? street : `${street}, ${home}`
}
