import { defineEvent } from '../define-event.ts'
import { code, date, flag, text } from '../fields.ts'
import { undoStep } from '../follow-ons.ts'
import { maintenanceOf } from '../maintenance-ids.ts'
import { reporters } from '../reporters.ts'
import { access } from '../rules/access-rules.ts'
import { withdrawalRules } from '../rules/church-rules.ts'
import { say } from '../text.ts'
import { dateUncertain, personnummer, reportingAuthority } from './event-fields.ts'

const may = [reporters.parish]

export const churchWithdrawal = defineEvent({
  id: 'church-withdrawal',
  name: say('Folkekirke - udtræden', 'Church relation - withdrawal'),
  service: 'FKIRKE-I',
  toldBy: { code: 'FKIRK', given: false },
  eventCodes: ['A34'],
  role: 'primary',
  reporters: may,
  dateField: 'withdrawalDate',
  deadlines: [],
  fields: {
    personnummer,
    withdrawalDate: date(say('Udtrædelsesdato', 'Withdrawal date'), {
      wire: 'HDTO',
      required: true,
    }),
    baptismPlace: text(40, say('Dåbssted', 'Place of baptism'), { required: true }),
    baptismDate: date(say('Dåbsdato', 'Baptism date'), { required: true }),
    proxy: flag(say('Fuldmagt', 'Power of attorney'), {
      hint: say('når en anden anmoder for personen', 'when somebody else asks for the person'),
    }),
    faith: code('church', say('Andet trossamfund', 'Other faith')),
    authority: reportingAuthority,
    dateUncertain,
  },
  rules: [access(may), ...withdrawalRules],
  parties: { person: { field: 'personnummer' } },
  reads: [],
  reportedFor: ['person'],
  lookups: ['church', 'family'],
  effects: [
    {
      party: 'person',
      entity: 'church',
      operation: 'appendRow',
      set: { churchRelation: 'U' },
      text: say(
        'ikke medlem fra udtrædelsesdatoen; medlemskabet ophører',
        'not a member from the withdrawal date; the membership ends',
      ),
    },
  ],
  followOns: [],
  timers: [],
  stuckWhen: [],
  undo: {
    dataType: 'church',
    steps: [undoStep(null, 'church.undo-current', 'church')],
    restores: [say('medlemskabet af folkekirken', 'the membership of the national church')],
    blockers: [],
  },
  maintenance: maintenanceOf('church'),
})
