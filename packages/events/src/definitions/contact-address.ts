import { text } from '../fields.ts'
import { hasReEnteredSince } from '../rules/address-text-conditions.ts'
import { evenDead } from '../rules/person-statuses.ts'
import { say } from '../text.ts'
import { addressText, addressTextCessation } from './address-text.ts'

const kind = { entity: 'contactAddress', service: 'KONADR-I' } as const

/** Where somebody is reached who lives nowhere here. */
export const contactAddress = addressText({
  ...kind,
  id: 'contact-address',
  name: say('Kontaktadresse', 'Contact address'),
  eventCodes: ['A47'],
  lookups: ['address', 'contact-address', 'overview'],
  statuses: evenDead,
  fields: { contactName: text(34, say('Kontaktperson', 'Contact person')) },
  cessation: {
    event: 'contact-address-cessation',
    when: say(
      'personen er genindrejst, efter at kontaktadressen begyndte; en slutdato virker af sig selv',
      'the person has re-entered since the contact address began; an end date takes effect by itself',
    ),
    condition: hasReEnteredSince,
  },
  notes: say(
    'Bruges også til et dødsbo: bobestyrerens adresse.',
    'Used for the estate of a dead person too: the executor’s address.',
  ),
})

export const contactAddressCessation = addressTextCessation({
  ...kind,
  id: 'contact-address-cessation',
  name: say('Kontaktadresse - ophør', 'Contact address - cessation'),
  eventCodes: ['A47', 'P11'],
  lookups: ['contact-address'],
  row: say('kontaktadresse', 'contact address'),
})
