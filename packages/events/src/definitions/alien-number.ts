import { defineEvent } from '../define-event.ts'
import { date, number } from '../fields.ts'
import { undoStep } from '../follow-ons.ts'
import { maintenanceOf } from '../maintenance-ids.ts'
import { reporters } from '../reporters.ts'
import { access } from '../rules/access-rules.ts'
import { alienNumberLength, alienNumberRules } from '../rules/alien-number-rules.ts'
import { say } from '../text.ts'
import { personnummer, reportingAuthority } from './event-fields.ts'

const may = [reporters.immigration, reporters.municipality]

export const alienNumber = defineEvent({
  id: 'alien-number',
  name: say('Udlændingenummer', 'Alien number (immigration case number)'),
  service: 'UDLNR-I',
  eventCodes: ['Z04'],
  role: 'either',
  reporters: may,
  dateField: 'startDate',
  deadlines: [],
  fields: {
    personnummer,
    alienNumber: number(alienNumberLength, say('Udlændingenummer', 'Alien number'), {
      wire: 'UDLNR',
      required: true,
    }),
    startDate: date(say('Hændelsesdato', 'Start date'), { wire: 'HDTO', required: true }),
    authority: reportingAuthority,
  },
  rules: [access(may), ...alienNumberRules],
  parties: { person: { field: 'personnummer' } },
  reads: [],
  reportedFor: ['person'],
  lookups: ['master', 'citizenship', 'start'],
  effects: [
    {
      party: 'person',
      entity: 'alienNumber',
      operation: 'set',
      set: { alienNumber: { field: 'alienNumber' } },
      from: { field: 'startDate' },
      text: say('udlændingenummeret og dets startdato', 'alien number and start date'),
    },
  ],
  followOns: [],
  timers: [],
  stuckWhen: [say('nummeret står på en anden person', 'the number is held by another person')],
  undo: {
    dataType: 'person-other',
    steps: [undoStep(null, 'person-other.undo-current', 'alienNumber')],
    restores: [
      say('det tidligere udlændingenummer, hvis der var et', 'the former alien number, if any'),
    ],
    blockers: [],
  },
  maintenance: maintenanceOf('person-other'),
})
