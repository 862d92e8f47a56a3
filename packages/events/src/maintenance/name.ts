import type { RuleSpec } from '../define-event.ts'
import { name } from '../fields.ts'
import { fmtAddressingName } from '../rules/form-rules.ts'
import { namePartRules } from '../rules/name-part-rules.ts'
import { say } from '../text.ts'
import { defineMaintenance } from './define-maintenance.ts'
import { maintainedBy } from './maintainers.ts'

const fmtAddressing: RuleSpec = {
  ...fmtAddressingName({
    field: 'addressingName',
    what: say('adresseringsnavnet', 'the addressing name'),
  }),
  id: 'fmt-addressing-name',
}

export const nameMaintenance = defineMaintenance({
  id: 'name',
  name: say('Navnedata', 'Name data'),
  service: 'NAVN',
  lookups: ['names'],
  keepers: maintainedBy(
    'municipality',
    'parish',
    'civil-registrar',
    'faith-community',
    'family-law-house',
    'court',
    'immigration',
    'number-issuer',
  ),
  codes: { correct: ['A16'], undo: ['A17'] },
  columns: {
    firstNames: name(50, say('Fornavne', 'First names'), { wire: 'FORNVN' }),
    middleName: name(40, say('Mellemnavn', 'Middle name'), { wire: 'MELNVN' }),
    lastName: name(40, say('Efternavn', 'Surname'), { wire: 'EFTERNVN' }),
    addressingName: name(34, say('Adresseringsnavn', 'Addressing name'), {
      wire: 'ADRNVN',
      hint: say('en række for sig: rettes alene', 'a row of its own: corrected alone'),
    }),
  },
  needed: ['firstNames', 'lastName'],
  rules: [...namePartRules, fmtAddressing],
})
