import { defineEvent } from '../define-event.ts'
import { code, date } from '../fields.ts'
import { optional, undoStep } from '../follow-ons.ts'
import { maintenanceOf } from '../maintenance-ids.ts'
import { reporters } from '../reporters.ts'
import { access } from '../rules/access-rules.ts'
import { childIsGrown } from '../rules/shared-residence-blockers.ts'
import { sharedResidenceCessationRules } from '../rules/shared-residence-rules.ts'
import { say } from '../text.ts'
import { dateUncertain, reportingAuthority } from './event-fields.ts'
import {
  agreement,
  agreementKind,
  childPersonnummer,
  otherParentPersonnummer,
} from './shared-residence-fields.ts'

const may = [reporters['family-law-house'], reporters.municipality]

export const sharedResidenceCessation = defineEvent({
  id: 'shared-residence-cessation',
  name: say('Delt bopæl - ophør', 'Shared residence - cessation'),
  service: 'DELTBOO-I',
  eventCodes: ['Z13'],
  role: 'either',
  reporters: may,
  dateField: 'endDate',
  deadlines: ['shared-residence-3-months', 'shared-residence-1-month'],
  fields: {
    personnummer: childPersonnummer,
    otherParentPersonnummer,
    startDate: date(say('Startdato', 'Start date'), {
      hint: say('læses fra rækken; sendes ikke', 'read from the row; not sent'),
    }),
    endDate: date(say('Ophørsdato', 'End date'), { wire: 'HDTO', required: true }),
    agreementKind: agreementKind({}),
    reason: code('shared-residence-end-reasons', say('Årsag', 'Reason'), { required: true }),
    documentation: agreement,
    authority: reportingAuthority,
    dateUncertain,
  },
  rules: [access(may), ...sharedResidenceCessationRules],
  parties: {
    child: { field: 'personnummer' },
    'other parent': { field: 'otherParentPersonnummer' },
  },
  reads: [],
  reportedFor: ['child'],
  lookups: ['shared-residence', 'family', 'address', 'civil-status'],
  effects: [
    {
      party: 'child',
      entity: 'sharedResidence',
      operation: 'endRow',
      text: say('delt bopæl ophører på ophørsdatoen', 'shared residence ends on the end date'),
    },
  ],
  followOns: [
    optional('move', say('barnet', 'child'), {
      parties: ['child'],
      when: say('barnet flytter til den ene forælder', 'the child moves to one parent'),
      prefill: { moveDate: { field: 'endDate' } },
    }),
  ],
  timers: [],
  stuckWhen: [],
  undo: {
    dataType: 'shared-residence',
    steps: [undoStep(null, 'shared-residence.undo-current', 'sharedResidence')],
    restores: [say('den åbne aftale', 'the open agreement')],
    blockers: [childIsGrown],
  },
  maintenance: maintenanceOf('shared-residence'),
})
