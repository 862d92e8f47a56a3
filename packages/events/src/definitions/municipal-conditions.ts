import { defineEvent } from '../define-event.ts'
import { number, text } from '../fields.ts'
import { undoStep } from '../follow-ons.ts'
import { maintenanceOf } from '../maintenance-ids.ts'
import { reporters } from '../reporters.ts'
import { access } from '../rules/access-rules.ts'
import { municipalConditionRules } from '../rules/municipal-rules.ts'
import { say } from '../text.ts'
import { dateUncertain, personnummer, reportingAuthority } from './event-fields.ts'
import { endDate, municipality, startDate } from './municipal-fields.ts'

const may = [reporters.municipality]

export const municipalConditions = defineEvent({
  id: 'municipal-conditions',
  name: say('Kommunale forhold', 'Municipal conditions'),
  service: 'KOMFOR-I',
  eventCodes: ['A32'],
  role: 'either',
  reporters: may,
  dateField: 'startDate',
  deadlines: [],
  fields: {
    personnummer,
    conditionType: {
      ...number(1, say('Forholdstype', 'Condition type'), { wire: 'KOMFORHTYP', required: true }),
      codeList: 'municipal-condition-types',
    },
    conditionCode: text(5, say('Forholdskode', 'Condition code'), {
      wire: 'KOMFORHKOD',
      required: true,
    }),
    startDate,
    endDate,
    comment: text(30, say('Bemærkning', 'Comment'), { wire: 'BEMAERK' }),
    municipality,
    authority: reportingAuthority,
    dateUncertain,
  },
  rules: [access(may), ...municipalConditionRules],
  parties: { person: { field: 'personnummer' } },
  reads: [],
  reportedFor: ['person'],
  lookups: ['municipal-conditions', 'address'],
  effects: [
    {
      party: 'person',
      entity: 'municipalCondition',
      operation: 'appendRow',
      set: {
        municipality: { field: 'authority' },
        conditionType: { field: 'conditionType' },
        conditionCode: { field: 'conditionCode' },
        comment: { field: 'comment' },
      },
      until: { field: 'endDate' },
      text: say('type, kode, bemærkning og datoer', 'type, code, comment and dates'),
    },
  ],
  followOns: [],
  timers: [],
  stuckWhen: [],
  undo: {
    dataType: 'municipal',
    steps: [undoStep(null, 'municipal.undo-current', 'municipalCondition')],
    restores: [say('intet forhold, eller det tidligere', 'no row, or the former row')],
    blockers: [],
  },
  maintenance: maintenanceOf('municipal'),
})
