import { defineEvent } from '../define-event.ts'
import { number, text } from '../fields.ts'
import { undoStep } from '../follow-ons.ts'
import { maintenanceOf } from '../maintenance-ids.ts'
import { reporters } from '../reporters.ts'
import { access } from '../rules/access-rules.ts'
import { municipalNoteRules } from '../rules/municipal-rules.ts'
import { say } from '../text.ts'
import { personnummer, reportingAuthority } from './event-fields.ts'
import { deletionDate, municipality, startDate } from './municipal-fields.ts'

const may = [reporters.municipality]

export const municipalNotes = defineEvent({
  id: 'municipal-notes',
  name: say('Kommunale notater', 'Municipal notes'),
  service: 'KOMNOT-I',
  eventCodes: ['Z11'],
  role: 'either',
  reporters: may,
  dateField: 'startDate',
  deadlines: [],
  fields: {
    personnummer,
    noteNumber: number(2, say('Notatnummer', 'Note number'), { wire: 'NOTATNR', required: true }),
    noteText: text(40, say('Notattekst', 'Note text'), { wire: 'NOTATLINIE', required: true }),
    startDate,
    endDate: deletionDate,
    municipality,
    authority: reportingAuthority,
  },
  rules: [access(may), ...municipalNoteRules],
  parties: { person: { field: 'personnummer' } },
  reads: [],
  reportedFor: ['person'],
  lookups: ['municipal-notes'],
  effects: [
    {
      party: 'person',
      entity: 'note',
      operation: 'set',
      set: {
        municipality: { field: 'authority' },
        noteNumber: { field: 'noteNumber' },
        noteText: { field: 'noteText' },
      },
      from: { field: 'startDate' },
      until: { field: 'endDate' },
      text: say(
        'nummer, 40 tegn, start- og slettedato',
        'number, 40 characters, start and end date',
      ),
    },
    // Where the person lives says which municipality is responsible, so it is looked up.
    {
      party: 'person',
      entity: 'address',
      operation: 'keep',
      text: say('adressen er uændret', 'the address is unchanged'),
    },
  ],
  followOns: [],
  timers: [],
  stuckWhen: [],
  undo: {
    dataType: 'municipal',
    steps: [undoStep(null, 'municipal.undo-current', 'note')],
    restores: [say('det tidligere notat med det nummer', 'the former note of that number')],
    blockers: [],
  },
  maintenance: maintenanceOf('municipal'),
})
