import { defineEvent } from '../define-event.ts'
import { date, flag, text } from '../fields.ts'
import { followOn, undoStep } from '../follow-ons.ts'
import { maintenanceOf } from '../maintenance-ids.ts'
import { reporters } from '../reporters.ts'
import { access } from '../rules/access-rules.ts'
import { guardianRules } from '../rules/guardian-rules.ts'
import { say } from '../text.ts'
import { dateUncertain, personnummer, reportingAuthority } from './event-fields.ts'
import { guardianDischarged } from './guardian-discharged.ts'
import { guardianColumns, guardianFields } from './guardian-fields.ts'

const may = [reporters['family-law-house'], reporters.court]

export const guardian = defineEvent({
  id: 'guardian',
  name: say('Værge', 'Guardian - appointment or change'),
  service: 'VAERGE-I',
  toldBy: { code: 'VAERGETS', given: false },
  eventCodes: ['Z15'],
  role: 'either',
  reporters: may,
  dateField: 'startDate',
  deadlines: [],
  fields: {
    personnummer,
    ...guardianFields,
    startDate: date(say('Startdato', 'Start date'), { wire: 'HDTO', required: true }),
    addressStartDate: date(say('Adresse fra', 'Address from'), { wire: 'RELADRDATO' }),
    forMinor: flag(say('For mindreårig', 'For a minor')),
    decision: text(60, say('Afgørelse', 'Decision'), { required: true }),
    authority: reportingAuthority,
    dateUncertain,
  },
  rules: [access(may), ...guardianRules],
  parties: {
    person: { field: 'personnummer' },
    guardian: { field: 'guardianPersonnummer' },
    holders: { holdersOf: 'person' },
  },
  reads: ['holders'],
  reportedFor: ['person'],
  lookups: ['guardian', 'family', 'birth-occupation-guardianship', 'protection'],
  effects: [
    {
      party: 'person',
      entity: 'guardian',
      operation: 'appendRow',
      set: { ...guardianColumns, addressStartDate: { field: 'addressStartDate' } },
      text: say('værgen fra startdatoen', 'the guardian from the start date'),
    },
  ],
  followOns: [
    // The register as it was before the save: whoever stands there is not the one appointed now.
    followOn('guardian-discharge', say('personen', 'person'), {
      parties: ['person'],
      mode: 'conditional',
      whenTrue: 'required',
      when: say('en tidligere værge er endnu registreret', 'a former guardian is open'),
      decides: 'engine',
      condition: { party: 'person', has: 'guardian' },
      onPrimaryUndo: 'undo',
      prefill: guardianDischarged('person', { dateField: 'startDate', reason: 'CHANGED' }),
    }),
  ],
  timers: [],
  stuckWhen: [
    say(
      'værgen har hverken personnummer eller adresse',
      'the guardian has no number and no address',
    ),
  ],
  undo: {
    dataType: 'person-other',
    steps: [
      undoStep('guardian-discharge@person', 'person-other.undo-current', 'guardian'),
      undoStep(null, 'person-other.undo-current', 'guardian'),
    ],
    restores: [say('den tidligere værge', 'the former guardian')],
    blockers: [],
  },
  maintenance: maintenanceOf('person-other'),
})
