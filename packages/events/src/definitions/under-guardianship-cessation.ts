import { defineEvent } from '../define-event.ts'
import { code, date, text } from '../fields.ts'
import { followOn, undoStep } from '../follow-ons.ts'
import { maintenanceOf } from '../maintenance-ids.ts'
import { reporters } from '../reporters.ts'
import { access } from '../rules/access-rules.ts'
import { guardianshipCessationRules } from '../rules/guardianship-rules.ts'
import { say } from '../text.ts'
import { dateUncertain, personnummer, reportingAuthority } from './event-fields.ts'
import { guardianDischarged } from './guardian-discharged.ts'

const may = [reporters['family-law-house'], reporters.court]

export const underGuardianshipCessation = defineEvent({
  id: 'under-guardianship-cessation',
  name: say('Under værgemål - ophør', 'Under guardianship - cessation'),
  service: 'UMYND-I',
  toldBy: { code: 'VAERGETYP', given: false },
  eventCodes: ['Z14'],
  role: 'either',
  reporters: may,
  dateField: 'endDate',
  deadlines: [],
  fields: {
    personnummer,
    endDate: date(say('Ophørsdato', 'End date'), { wire: ['HDTO', 'SLETDATO'], required: true }),
    reason: code('guardianship-end-reasons', say('Årsag', 'Reason'), { required: true }),
    documentation: text(60, say('Afgørelse', 'Decision'), { required: true }),
    authority: reportingAuthority,
    dateUncertain,
  },
  rules: [access(may), ...guardianshipCessationRules],
  parties: { person: { field: 'personnummer' } },
  reads: [],
  reportedFor: ['person'],
  lookups: ['guardian', 'birth-occupation-guardianship'],
  effects: [
    {
      party: 'person',
      entity: 'election',
      operation: 'review',
      when: { party: 'person', has: 'guardianship', column: 'kind', in: ['6-FULL'] },
      text: say(
        'valgretten kommer igen, når handleevnen ikke længere er frataget helt',
        'the voting right comes back when the capacity is no longer taken wholly',
      ),
    },
    {
      party: 'person',
      entity: 'guardianship',
      operation: 'endRow',
      text: say('værgemålet ophører', 'the guardianship ends'),
    },
    {
      party: 'person',
      entity: 'guardian',
      operation: 'endRows',
      text: say('alle værger afbeskikkes', 'every guardian row ends'),
    },
  ],
  followOns: [
    followOn('guardian-discharge', say('personen', 'person'), {
      parties: ['person'],
      mode: 'derived',
      when: say('en værge er registreret', 'a guardian row is open'),
      condition: { party: 'person', has: 'guardian' },
      onPrimaryUndo: 'undo',
      prefill: guardianDischarged('person', {
        dateField: 'endDate',
        reason: { field: 'reason' },
      }),
    }),
  ],
  timers: [],
  stuckWhen: [],
  undo: {
    dataType: 'person-other',
    steps: [
      undoStep('guardian-discharge@person', 'person-other.undo-current', 'guardian', {
        together: true,
      }),
      undoStep(null, 'person-other.undo-current', 'guardianship'),
    ],
    restores: [
      say(
        'værgemålet og værgerne gælder igen',
        'the guardianship and the guardian rows are open again',
      ),
    ],
    blockers: [],
  },
  maintenance: maintenanceOf('person-other'),
})
