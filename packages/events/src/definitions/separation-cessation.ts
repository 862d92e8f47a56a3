import { defineEvent } from '../define-event.ts'
import { code, date, pnr } from '../fields.ts'
import { followOn, optional, undoStep } from '../follow-ons.ts'
import { maintenanceOf } from '../maintenance-ids.ts'
import { reporters } from '../reporters.ts'
import { access } from '../rules/access-rules.ts'
import { divorcedOnSeparation } from '../rules/separation-blockers.ts'
import { separationCessationRules } from '../rules/separation-rules.ts'
import { hasSharedResidence } from '../rules/shared-residence-conditions.ts'
import { say } from '../text.ts'
import { afterPartnership } from './after-partnership.ts'
import { dateUncertain, personnummer, reportingAuthority } from './event-fields.ts'
import { sharedResidenceEnded } from './shared-residence-ended.ts'

const may = [reporters['family-law-house'], reporters.system]

export const separationCessation = defineEvent({
  id: 'separation-cessation',
  name: say('Separation - ophævelse', 'Separation - cessation'),
  service: 'SEPH-I',
  eventCodes: ['P36'],
  role: 'either',
  reporters: may,
  dateField: 'endDate',
  deadlines: [],
  fields: {
    personnummer,
    spousePersonnummer: pnr(say('Ægtefælles personnummer', 'Personnummer of the spouse'), {
      required: true,
    }),
    endDate: date(say('Ophævelsesdato', 'End date'), { wire: 'HDTO', required: true }),
    reason: code('separation-end-reasons', say('Årsag', 'Reason'), { required: true }),
    authority: reportingAuthority,
    dateUncertain,
  },
  rules: [access(may), ...separationCessationRules],
  parties: {
    person: { field: 'personnummer' },
    // The spouse is not sent: the register finds them in the civil status, and so does the prediction.
    spouse: { spouseOf: 'person' },
    'spouse named': { field: 'spousePersonnummer' },
    'joint children': { childrenOf: 'person', and: 'spouse', under: 18 },
  },
  reads: ['joint children'],
  reportedFor: ['person'],
  lookups: ['separation', 'civil-status', 'address'],
  effects: [
    {
      party: 'person',
      entity: 'separation',
      operation: 'endRow',
      text: say('separationen ophører på ophævelsesdatoen', 'the separation ends on the end date'),
    },
    {
      party: 'spouse',
      entity: 'separation',
      operation: 'endRow',
      derivedMark: afterPartnership('PA', 'ÆG'),
      text: say('det samme for ægtefællen', 'the same for the spouse'),
    },
  ],
  followOns: [
    optional('move', say('personen eller ægtefællen', 'person or spouse'), {
      parties: ['person', 'spouse'],
      when: say('de flytter sammen igen', 'they move together again'),
    }),
    followOn('shared-residence-cessation', say('børnene', 'children'), {
      parties: ['joint children'],
      mode: 'conditional',
      whenTrue: 'required',
      when: say(
        'forældrene lever sammen igen, og delt bopæl er registreret',
        'the parents live together again, and shared residence is registered',
      ),
      decides: 'engine',
      condition: { field: 'reason', in: ['COHABITATION'] },
      isFor: hasSharedResidence,
      onPrimaryUndo: 'undo',
      prefill: sharedResidenceEnded('joint children', {
        dateField: 'endDate',
        reason: 'LIVING-TOGETHER',
      }),
    }),
  ],
  timers: [],
  stuckWhen: [],
  undo: {
    dataType: 'separation',
    steps: [
      undoStep(
        'shared-residence-cessation@children',
        'shared-residence.undo-current',
        'sharedResidence',
      ),
      undoStep(null, 'separation.undo-current', 'separation'),
    ],
    restores: [say('separationen står åben igen', 'the separation row is open again')],
    blockers: [divorcedOnSeparation],
  },
  maintenance: maintenanceOf('separation'),
})
