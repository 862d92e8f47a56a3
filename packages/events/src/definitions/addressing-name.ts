import { defineEvent } from '../define-event.ts'
import { date, name } from '../fields.ts'
import { undoStep } from '../follow-ons.ts'
import { maintenanceOf } from '../maintenance-ids.ts'
import { reporters } from '../reporters.ts'
import { access } from '../rules/access-rules.ts'
import { addressingNameRules } from '../rules/addressing-name-rules.ts'
import { say } from '../text.ts'
import { personnummer, reportingAuthority } from './event-fields.ts'

const may = [reporters.municipality, reporters.parish, reporters.citizen]

export const addressingName = defineEvent({
  id: 'addressing-name',
  name: say('Adresseringsnavn', 'Addressing name'),
  service: 'ADRNVN-I',
  eventCodes: ['A15'],
  role: 'either',
  reporters: may,
  dateField: 'startDate',
  deadlines: [],
  fields: {
    personnummer,
    startDate: date(say('Startdato', 'Start date'), { wire: 'HDTO', required: true }),
    addressingName: name(34, say('Adresseringsnavn', 'Addressing name'), {
      wire: 'ADRNVN',
      required: true,
      hint: say(
        'Efternavn,Fornavne - højst 34 tegn',
        'Surname,First names - at most 34 characters',
      ),
    }),
    authority: reportingAuthority,
  },
  rules: [access(may), ...addressingNameRules],
  parties: { person: { field: 'personnummer' } },
  reads: [],
  reportedFor: ['person'],
  lookups: ['names'],
  effects: [
    {
      party: 'person',
      entity: 'addressingName',
      operation: 'set',
      set: { addressingName: { field: 'addressingName' } },
      text: say('adresseringsnavnet som skrevet', 'the addressing name as written'),
    },
  ],
  followOns: [],
  timers: [],
  stuckWhen: [],
  undo: {
    dataType: 'name',
    steps: [undoStep(null, 'name.undo-current', 'addressingName')],
    restores: [
      say(
        'det tidligere adresseringsnavn, eller det, navnet giver',
        'the former addressing name, or the one derived from the name',
      ),
    ],
    blockers: [],
  },
  maintenance: maintenanceOf('name'),
})
