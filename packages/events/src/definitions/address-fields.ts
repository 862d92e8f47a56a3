import type { Value } from '../effects.ts'
import { number, text } from '../fields.ts'
import { hasRoad } from '../rules/move-address-rules.ts'
import { say } from '../text.ts'

/** A home as a form asks for it: every part, so that each form says which of them it needs. */

export const municipalityCode = (required: boolean) =>
  number(4, say('Kommunekode', 'Municipality code'), { wire: 'KOMKOD', required })

export const streetCode = (required: boolean) =>
  number(4, say('Vejkode', 'Road code'), { wire: 'VEJKOD', required })

const houseNumber = text(4, say('Husnummer', 'House number'), {
  wire: 'HUSNR',
  requiredWhen: {
    text: say('når vejkoden er under 9900', 'when the road code is below 9900'),
    holds: hasRoad,
  },
})

export const floor = text(2, say('Etage', 'Floor'), { wire: 'ETAGE' })

export const door = text(4, say('Sidedør', 'Door'), { wire: 'SIDEDOER' })

export const buildingNumber = text(4, say('Bygningsnummer', 'Building number'), {
  wire: 'BNR',
  hint: say('kun grønlandske adresser', 'Greenlandic addresses only'),
})

const careOf = text(34, say('C/o-navn', 'C/o name'), { wire: 'CONVN' })

/** The home where somebody lives from now on. */
export const addressFields = {
  municipalityCode: municipalityCode(true),
  streetCode: streetCode(true),
  houseNumber,
  floor,
  door,
  buildingNumber,
  careOf,
}

/** Columns of a home, from those fields. */
export const homeColumns = {
  municipalityCode: { field: 'municipalityCode' },
  streetCode: { field: 'streetCode' },
  houseNumber: { field: 'houseNumber' },
  floor: { field: 'floor' },
  door: { field: 'door' },
  buildingNumber: { field: 'buildingNumber' },
} as const satisfies Readonly<Record<string, Value>>

/** Columns of an address row. */
export const newAddress = { ...homeColumns, careOf: { field: 'careOf' } } as const
