import { isGiven, textOf } from '../case-data.ts'
import { authorityTypeOf } from '../code-lists/authorities.ts'
import type { RuleSpec } from '../define-event.ts'
import { authority, text } from '../fields.ts'
import { say } from '../text.ts'
import { defineMaintenance } from './define-maintenance.ts'
import { maintainedBy } from './maintainers.ts'

/** Parishes, civil registrars and municipalities register births; for somebody who entered it is a country. */
const registrars = ['04', '05', '25', '30']

const registersBirths: RuleSpec = {
  id: 'authority-kind',
  layer: 'syntactic',
  severity: 'error',
  basis: 'modelled',
  fields: ['birthAuthority'],
  message: say(
    'Fødselsregistreringsstedet skal være et sogn, en personregisterfører, en kommune eller et land',
    'The birth registration authority must be a parish, a civil registrar, a municipality or a country',
  ),
  isRaised: ({ data }) =>
    isGiven(data, 'birthAuthority') &&
    !registrars.includes(authorityTypeOf(textOf(data, 'birthAuthority')) ?? ''),
}

export const birthRegistrationMaintenance = defineMaintenance({
  id: 'birth-registration',
  name: say('Fødselsregistreringssted', 'Place of birth registration'),
  service: 'FODSTD',
  lookups: ['birth-registration'],
  keepers: maintainedBy('municipality', 'parish', 'civil-registrar'),
  codes: {},
  columns: {
    birthAuthority: authority(say('Fødselsregistreringssted', 'Birth registration authority'), {
      wire: 'FOEDMYNKOD',
    }),
    birthPlace: text(20, say('Fødested', 'Place of birth'), { wire: 'FOEDMYNTXT' }),
  },
  needed: ['birthAuthority'],
  rules: [registersBirths],
})
