import { defineEvent } from '../define-event.ts'
import { code, date, reference } from '../fields.ts'
import { undoStep } from '../follow-ons.ts'
import { maintenanceOf } from '../maintenance-ids.ts'
import { reporters } from '../reporters.ts'
import { access } from '../rules/access-rules.ts'
import { guardianDischargeRules } from '../rules/guardian-rules.ts'
import { say } from '../text.ts'
import { dateUncertain, personnummer, reportingAuthority } from './event-fields.ts'

const may = [reporters['family-law-house'], reporters.system]

export const guardianDischarge = defineEvent({
  id: 'guardian-discharge',
  name: say('Værge - afbeskikkelse', 'Guardian - discharge'),
  service: 'VAERGE-I',
  toldBy: { code: 'VAERGETS', given: true },
  eventCodes: ['Z16'],
  role: 'either',
  reporters: may,
  dateField: 'endDate',
  deadlines: [],
  fields: {
    personnummer,
    guardianRow: reference(say('Værgeforekomst', 'Guardian row'), {
      wire: 'VAERGETS',
      required: true,
      hint: say(
        'rækkens tidsstempel, fra opslaget på værgen',
        'the row’s time stamp, from the lookup of the guardian',
      ),
    }),
    endDate: date(say('Ophørsdato', 'End date'), { wire: 'HDTO', required: true }),
    reason: code('guardianship-end-reasons', say('Årsag', 'Reason'), { required: true }),
    authority: reportingAuthority,
    dateUncertain,
  },
  rules: [access(may), ...guardianDischargeRules],
  parties: { person: { field: 'personnummer' } },
  reads: [],
  reportedFor: ['person'],
  lookups: ['guardian'],
  effects: [
    {
      party: 'person',
      entity: 'guardian',
      operation: 'endRow',
      rowAt: { field: 'guardianRow' },
      text: say('værgen afbeskikkes', 'the guardian row ends'),
    },
  ],
  followOns: [],
  timers: [],
  stuckWhen: [],
  undo: {
    dataType: 'person-other',
    steps: [undoStep(null, 'person-other.undo-current', 'guardian')],
    restores: [say('værgen gælder igen', 'the guardian row is open again')],
    blockers: [],
  },
  maintenance: maintenanceOf('person-other'),
})
