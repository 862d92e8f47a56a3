import { authority } from '../fields.ts'
import { hasMovedSince } from '../rules/address-text-conditions.ts'
import { resident } from '../rules/person-statuses.ts'
import { say } from '../text.ts'
import { addressText, addressTextCessation } from './address-text.ts'

const kind = { entity: 'supplementaryAddress', service: 'SUPADR-I', eventCodes: ['A07'] } as const

/** Where post goes beside the home. */
export const supplementaryAddress = addressText({
  ...kind,
  id: 'supplementary-address',
  name: say('Supplerende adresse', 'Supplementary address'),
  lookups: ['address', 'supplementary-address'],
  statuses: resident,
  fields: { startAuthority: authority(say('Myndighed ved start', 'Authority at the start')) },
  cessation: {
    event: 'supplementary-address-cessation',
    when: say(
      'personen har fået ny adresse, efter at den supplerende begyndte; en slutdato virker af sig selv',
      'the person has a new address since the supplementary one began; an end date takes effect by itself',
    ),
    condition: hasMovedSince,
  },
})

export const supplementaryAddressCessation = addressTextCessation({
  ...kind,
  id: 'supplementary-address-cessation',
  name: say('Supplerende adresse - ophør', 'Supplementary address - cessation'),
  lookups: ['supplementary-address'],
  row: say('supplerende adresse', 'supplementary address'),
})
