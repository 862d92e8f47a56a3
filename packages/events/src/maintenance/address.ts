import { isGiven } from '../case-data.ts'
import type { RuleSpec } from '../define-event.ts'
import { number, text } from '../fields.ts'
import { fmtNumbers } from '../rules/form-rules.ts'
import { road } from '../rules/move-address-rules.ts'
import { say } from '../text.ts'
import { defineMaintenance } from './define-maintenance.ts'
import { maintainedBy } from './maintainers.ts'

/** An address stands in the road register; supplementary and contact addresses are lines without a road. */
const standsOnRoad: RuleSpec = {
  ...road,
  isRaised: (facts, fields) =>
    road.fields.some((field) => isGiven(facts.data, field)) && road.isRaised(facts, fields),
}

export const addressMaintenance = defineMaintenance({
  id: 'address',
  name: say('Adressedata', 'Address data'),
  service: 'ADR',
  lookups: ['address', 'supplementary-address', 'contact-address', 'relocation-order', 'road'],
  keepers: maintainedBy('municipality', 'parish', 'civil-registrar', 'court', 'number-issuer'),
  codes: { correct: ['A09'], undo: ['A10'] },
  columns: {
    municipalityCode: number(4, say('Kommunekode', 'Municipality code'), { wire: 'KOMKOD' }),
    streetCode: number(4, say('Vejkode', 'Road code'), { wire: 'VEJKOD' }),
    houseNumber: text(4, say('Husnummer', 'House number'), { wire: 'HUSNR' }),
    floor: text(2, say('Etage', 'Floor'), { wire: 'ETAGE' }),
    door: text(4, say('Sidedør', 'Door'), { wire: 'SIDEDOER' }),
    buildingNumber: text(4, say('Bygningsnummer', 'Building number'), {
      wire: 'BNR',
      hint: say('kun grønlandske adresser', 'Greenlandic addresses only'),
    }),
    careOf: text(34, say('C/o-navn', 'C/o name'), { wire: 'CONVN' }),
  },
  needed: ['municipalityCode', 'streetCode'],
  rules: [
    fmtNumbers(
      ['municipalityCode', 'streetCode'],
      say('kommunekoden og vejkoden', 'the municipality code and the road code'),
    ),
    standsOnRoad,
  ],
})
