import { country, text } from '../fields.ts'
import type { FieldSpec } from '../fields.ts'
import { say } from '../text.ts'
import { noHomeMeanwhile } from './absence-rules.ts'
import { defineMaintenance } from './define-maintenance.ts'
import { maintainedBy } from './maintainers.ts'

function addressLine(line: number): FieldSpec {
  return text(34, say(`Udlandsadresse, linje ${line}`, `Foreign address, line ${line}`), {
    wire: `UDLANDSADR${line}`,
  })
}

/** One stay abroad is a row: it begins with the departure and ends with the entry. */
export const migrationMaintenance = defineMaintenance({
  id: 'migration',
  name: say('Udrejse-/indrejsedata', 'Departure and entry data'),
  service: 'UDIND',
  lookups: ['master', 'address', 'supplementary-address', 'relocation-order', 'shared-residence'],
  keepers: maintainedBy('municipality'),
  codes: { correct: ['A08'], undo: ['A10'] },
  columns: {
    departureCountry: country(say('Udrejseland', 'Country of departure'), { wire: 'UDRLANDEKOD' }),
    entryCountry: country(say('Indrejst fra land', 'Country of arrival from'), {
      wire: 'INDRLANDEKOD',
    }),
    line1: addressLine(1),
    line2: addressLine(2),
    line3: addressLine(3),
    line4: addressLine(4),
    line5: addressLine(5),
  },
  rulesFor: { report: [noHomeMeanwhile] },
  dates: {
    start: { label: say('Udrejsedato', 'Departure date'), wire: 'UDRDATO' },
    end: { label: say('Indrejsedato', 'Entry date'), wire: 'INDRDATO' },
  },
})
