import { pnr } from '../fields.ts'
import { exists, fmtPnr, validPnr } from '../rules/person-rules.ts'
import { say } from '../text.ts'
import { defineMaintenance } from './define-maintenance.ts'
import { maintainedBy } from './maintainers.ts'
import { oneParentAtATime, parentRules } from './parent-rules.ts'

const mother = {
  field: 'motherPersonnummer',
  who: say('moderen', 'the mother'),
  suffix: '-2',
} as const

const father = {
  field: 'fatherPersonnummer',
  who: say('faderen eller medmoderen', 'the father or co-mother'),
  suffix: '-3',
} as const

/** Kept on the child; the parent's list of children is changed in the same save. */
export const kinshipMaintenance = defineMaintenance({
  id: 'kinship',
  name: say('Slægtskabsdata', 'Kinship data'),
  service: 'SLAEGT',
  lookups: ['family'],
  keepers: maintainedBy(
    'municipality',
    'parish',
    'civil-registrar',
    'faith-community',
    'family-law-house',
    'court',
    'immigration',
  ),
  codes: { correct: ['A38'] },
  columns: {
    motherPersonnummer: pnr(say('Mors personnummer', 'Personnummer of the mother'), {
      wire: 'MORPNR',
    }),
    fatherPersonnummer: pnr(
      say('Fars eller medmors personnummer', 'Personnummer of the father or co-mother'),
      { wire: 'FARPNR' },
    ),
  },
  rules: [
    fmtPnr(mother),
    fmtPnr(father),
    ...parentRules,
    exists(mother),
    exists(father),
    validPnr(mother),
    validPnr(father),
  ],
  rulesFor: { report: [oneParentAtATime] },
  parties: {
    mother: { parentOf: 'person', relation: 'mother' },
    father: { parentOf: 'person', relation: 'father' },
    'relative in the row': { mirroredFrom: 'person' },
    'right mother': { field: 'motherPersonnummer' },
    'right father': { field: 'fatherPersonnummer' },
  },
})
