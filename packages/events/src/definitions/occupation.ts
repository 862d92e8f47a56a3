import { defineEvent } from '../define-event.ts'
import { date, text } from '../fields.ts'
import { undoStep } from '../follow-ons.ts'
import { maintenanceOf } from '../maintenance-ids.ts'
import { reporters } from '../reporters.ts'
import { access } from '../rules/access-rules.ts'
import { occupationRules, writtenOverSince } from '../rules/occupation-rules.ts'
import { say } from '../text.ts'
import { personnummer, reportingAuthority } from './event-fields.ts'

const may = [reporters.municipality, reporters.citizen]

export const occupation = defineEvent({
  id: 'occupation',
  name: say('Stilling', 'Occupation'),
  service: 'STILL-I',
  eventCodes: ['A34'],
  role: 'either',
  reporters: may,
  dateField: 'startDate',
  deadlines: [],
  fields: {
    personnummer,
    occupation: text(34, say('Stilling', 'Occupation'), {
      wire: 'STILLING',
      hint: say('en tom stilling fjerner teksten', 'empty removes the text'),
    }),
    startDate: date(say('Startdato', 'Start date'), { wire: 'HDTO', required: true }),
    authority: reportingAuthority,
  },
  rules: [access(may), ...occupationRules],
  parties: { person: { field: 'personnummer' } },
  reads: [],
  reportedFor: ['person'],
  lookups: ['birth-occupation-guardianship'],
  effects: [
    {
      party: 'person',
      entity: 'person',
      operation: 'set',
      set: { occupation: { field: 'occupation' } },
      text: say(
        'stillingen; ingen tidligere stilling gemmes',
        'the text; no history row is kept in the extract',
      ),
    },
  ],
  followOns: [],
  timers: [],
  stuckWhen: [],
  undo: {
    dataType: 'person-other',
    steps: [undoStep(null, 'person-other.undo-current', 'person')],
    restores: [say('den tidligere stilling, hvis den kendes', 'the former text if known')],
    blockers: [writtenOverSince],
  },
  maintenance: maintenanceOf('person-other'),
  notes: say(
    'Det eneste uden historik: fortrydelse bruger den værdi, sagen gemte, da den begyndte.',
    'The one datum without a history row: undo needs the value the case saved when it was started.',
  ),
})
