import { defineEvent } from '../define-event.ts'
import { date, text } from '../fields.ts'
import { undoStep } from '../follow-ons.ts'
import { maintenanceOf } from '../maintenance-ids.ts'
import { reporters } from '../reporters.ts'
import { access } from '../rules/access-rules.ts'
import { relocationOrderLiftingRules } from '../rules/relocation-order-rules.ts'
import { say } from '../text.ts'
import { dateUncertain, personnummer, reportingAuthority } from './event-fields.ts'

const may = [reporters.municipality]

export const relocationOrderLifting = defineEvent({
  id: 'relocation-order-lifting',
  name: say('Flyttepåbud - ophævelse', 'Relocation order - lifting'),
  service: 'FLYTPB-I',
  toldBy: { code: 'SLETDATO', given: true },
  eventCodes: ['Z05'],
  role: 'either',
  reporters: may,
  dateField: 'liftDate',
  deadlines: [],
  fields: {
    personnummer,
    liftDate: date(say('Ophævelsesdato', 'Lifting date'), {
      wire: ['HDTO', 'SLETDATO'],
      required: true,
    }),
    documentation: text(60, say('Dokumentation', 'Documentation')),
    authority: reportingAuthority,
    dateUncertain,
  },
  rules: [access(may), ...relocationOrderLiftingRules],
  parties: { person: { field: 'personnummer' } },
  reads: [],
  reportedFor: ['person'],
  lookups: ['relocation-order'],
  effects: [
    {
      party: 'person',
      entity: 'relocationOrder',
      operation: 'endRow',
      text: say('påbuddet ophører på ophævelsesdatoen', 'the order ends on the lifting date'),
    },
  ],
  followOns: [],
  timers: [],
  stuckWhen: [],
  undo: {
    dataType: 'address',
    steps: [undoStep(null, 'address.undo-current', 'relocationOrder')],
    restores: [say('påbuddet gælder igen', 'the order is open again')],
    blockers: [],
  },
  maintenance: maintenanceOf('address'),
})
