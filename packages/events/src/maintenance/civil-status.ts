import { code, pnr } from '../fields.ts'
import { ofList, twoPersons } from '../rules/form-rules.ts'
import { exists, fmtPnr, validPnr } from '../rules/person-rules.ts'
import { say } from '../text.ts'
import { defineMaintenance } from './define-maintenance.ts'
import { maintainedBy } from './maintainers.ts'
import { coupleStaysCouple, deathIsAnEvent, marriageAfterNone } from './status-chain-rules.ts'

const spouse = {
  field: 'spousePersonnummer',
  who: say('ægtefællen', 'the spouse'),
  suffix: '-2',
} as const

/** A pair: the register changes both spouses' rows in one save. */
export const civilStatusMaintenance = defineMaintenance({
  id: 'civil-status',
  name: say('Civilstandsdata', 'Civil-status data'),
  service: 'CIV',
  lookups: ['civil-status', 'separation'],
  keepers: maintainedBy(
    'municipality',
    'parish',
    'civil-registrar',
    'faith-community',
    'family-law-house',
    'court',
  ),
  codes: { correct: ['A24'], undo: ['A25'] },
  columns: {
    civilStatus: code('civil-status', say('Civilstand', 'Civil status'), { wire: 'CIVST' }),
    spousePersonnummer: pnr(say('Ægtefælles personnummer', 'Personnummer of the spouse'), {
      wire: 'AEGTEPNR',
    }),
  },
  needed: ['civilStatus'],
  rules: [
    ofList({ field: 'civilStatus', what: say('civilstanden', 'the civil status') }, 'civil-status'),
    fmtPnr(spouse),
    twoPersons(
      { one: 'personnummer', other: 'spousePersonnummer' },
      { one: say('personen', 'the person'), other: spouse.who },
    ),
    exists(spouse),
    validPnr(spouse),
    deathIsAnEvent,
    marriageAfterNone,
  ],
  rulesFor: { correct: [coupleStaysCouple] },
  parties: {
    spouse: { spouseOf: 'person' },
    'spouse in the row': { mirroredFrom: 'person' },
    'right spouse': { field: 'spousePersonnummer' },
  },
})
