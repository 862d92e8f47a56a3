import { defineEvent } from '../define-event.ts'
import { undoStep } from '../follow-ons.ts'
import { maintenanceOf } from '../maintenance-ids.ts'
import { access } from '../rules/access-rules.ts'
import { electionAddressCessationRules } from '../rules/election-rules.ts'
import { say } from '../text.ts'
import {
  electionAddressCessationFields,
  electionLookups,
  electionReporters,
} from './election-fields.ts'

export const euElectionAddressCessation = defineEvent({
  id: 'eu-election-address-cessation',
  name: say('EU-valgadresse - ophør', 'EU election address - cessation'),
  service: 'EUVALG-I',
  toldBy: { code: 'STARTDATO', given: false },
  eventCodes: ['A08'],
  role: 'either',
  reporters: electionReporters,
  dateField: 'endDate',
  deadlines: ['vote-abroad-2-years'],
  fields: electionAddressCessationFields,
  rules: [access(electionReporters), ...electionAddressCessationRules],
  parties: { person: { field: 'personnummer' } },
  reads: [],
  reportedFor: ['person'],
  lookups: electionLookups,
  effects: [
    {
      party: 'person',
      entity: 'election',
      operation: 'endRow',
      row: { electionCode: { field: 'electionCode' } },
      text: say('valgadressen ophører', 'the election address ends'),
    },
  ],
  followOns: [],
  timers: [],
  stuckWhen: [],
  undo: {
    dataType: 'person-other',
    steps: [undoStep(null, 'person-other.undo-current', 'election')],
    restores: [say('valgoplysningerne som før', 'the election row as before')],
    blockers: [],
  },
  maintenance: maintenanceOf('person-other'),
})
