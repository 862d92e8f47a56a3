import { number, text } from '../fields.ts'
import { fmtText, ofList } from '../rules/form-rules.ts'
import { say } from '../text.ts'
import { defineMaintenance } from './define-maintenance.ts'
import { maintainedBy } from './maintainers.ts'
import { ownRowsOnly } from './municipal-owner-rules.ts'

/** Conditions and notes: of a note nothing but its dates can be put right, as it is replaced by its number. */
export const municipalMaintenance = defineMaintenance({
  id: 'municipal',
  name: say('Kommunaledata', 'Municipal data'),
  service: 'KOMFOR',
  lookups: ['municipal-conditions', 'municipal-notes'],
  keepers: maintainedBy('municipality'),
  codes: {},
  columns: {
    conditionType: {
      ...number(1, say('Forholdstype', 'Condition type'), { wire: 'KOMFORHTYP' }),
      codeList: 'municipal-condition-types',
    },
    conditionCode: text(5, say('Forholdskode', 'Condition code'), { wire: 'KOMFORHKOD' }),
    comment: text(30, say('Bemærkning', 'Comment'), { wire: 'BEMAERK' }),
  },
  rulesFor: { correct: [ownRowsOnly], undo: [ownRowsOnly] },
  needed: ['conditionType', 'conditionCode'],
  rules: [
    ofList(
      { field: 'conditionType', what: say('forholdstypen', 'the condition type') },
      'municipal-condition-types',
    ),
    fmtText({ field: 'comment', what: say('bemærkningen', 'the comment') }, 30),
  ],
})
