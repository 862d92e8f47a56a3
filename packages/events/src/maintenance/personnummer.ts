import { code, date, pnr } from '../fields.ts'
import { fmtPnr } from '../rules/person-rules.ts'
import { say } from '../text.ts'
import { defineMaintenance } from './define-maintenance.ts'
import { maintainedBy } from './maintainers.ts'
import { numberRules } from './number-rules.ts'

/** Only the office changes a number; whoever gave one may take it back. */
export const personnummerMaintenance = defineMaintenance({
  id: 'personnummer',
  name: say('Personnummerdata', 'Personnummer data'),
  service: 'PNR',
  lookups: ['master'],
  keepers: maintainedBy('parish', 'civil-registrar', 'municipality', 'number-issuer'),
  correctors: maintainedBy(),
  // A number given by mistake is annulled; a change or deletion of one is undone under a code of its own.
  codes: { correct: ['P03'], undo: ['A40', 'P42', 'P43'] },
  columns: {
    newPersonnummer: pnr(say('Nyt personnummer', 'New personnummer'), { wire: 'NYTPNR' }),
    birthDate: date(say('Fødselsdato', 'Birth date'), { wire: 'FODT' }),
    sex: code('sex', say('Køn', 'Sex'), { wire: 'KON' }),
  },
  rules: [
    fmtPnr({
      field: 'newPersonnummer',
      who: say('det nye nummer', 'the new number'),
      suffix: '-2',
    }),
    ...numberRules,
  ],
})
