import { defineEvent } from '../define-event.ts'
import { code, date, pnr } from '../fields.ts'
import { followOn, undoStep } from '../follow-ons.ts'
import { maintenanceOf } from '../maintenance-ids.ts'
import { reporters } from '../reporters.ts'
import { access } from '../rules/access-rules.ts'
import { parentalAuthorityCessationRules } from '../rules/parental-authority-cessation-rules.ts'
import { isMinorLeftAlone } from '../rules/parental-authority-conditions.ts'
import { say } from '../text.ts'
import { dateUncertain, reportingAuthority } from './event-fields.ts'

const may = [reporters['family-law-house'], reporters.court, reporters.system]

export const parentalAuthorityCessation = defineEvent({
  id: 'parental-authority-cessation',
  name: say('Forældremyndighed - ophør', 'Parental authority - cessation'),
  service: 'FORMYN-I',
  toldBy: { code: 'SLETDATO', given: true },
  eventCodes: ['P40', 'P11'],
  role: 'either',
  reporters: may,
  dateField: 'endDate',
  deadlines: ['majority-18'],
  fields: {
    personnummer: pnr(say('Barnets personnummer', 'Personnummer of the child'), {
      key: 'PNR',
      required: true,
    }),
    holderRelation: code('custody', say('Relation', 'Relation of the holder'), {
      wire: 'RELTYP',
      required: true,
    }),
    endDate: date(say('Ophørsdato', 'End date'), { wire: ['HDTO', 'SLETDATO'], required: true }),
    reason: code('custody-end-reasons', say('Årsag', 'Reason'), { required: true }),
    authority: reportingAuthority,
    dateUncertain,
  },
  rules: [access(may), ...parentalAuthorityCessationRules],
  parties: { child: { field: 'personnummer' } },
  reads: [],
  reportedFor: ['child'],
  lookups: ['family'],
  effects: [
    {
      party: 'child',
      entity: 'parentalAuthority',
      operation: 'endRow',
      row: { relation: { field: 'holderRelation' } },
      text: say('indehaverens del ophører på ophørsdatoen', 'the share of the holder ends'),
    },
    // Whether the child is married is looked at: nobody holds parental authority over somebody married.
    {
      party: 'child',
      entity: 'civilStatus',
      operation: 'keep',
      text: say('civilstanden er uændret', 'the civil status stays'),
    },
  ],
  followOns: [
    followOn('guardian', say('barnet', 'child'), {
      parties: ['child'],
      mode: 'conditional',
      whenTrue: 'required',
      when: say(
        'en mindreårig står uden indehaver af forældremyndigheden',
        'a minor is left without a holder of parental authority',
      ),
      decides: 'engine',
      condition: isMinorLeftAlone,
      onPrimaryUndo: 'undo',
      prefill: { startDate: { field: 'endDate' } },
    }),
  ],
  timers: [],
  stuckWhen: [
    say(
      'en mindreårig står uden indehaver af forældremyndigheden',
      'a minor is without a holder of parental authority',
    ),
  ],
  undo: {
    dataType: 'kinship',
    steps: [
      undoStep('guardian@child', 'person-other.undo-current', 'guardian'),
      undoStep(null, 'kinship.undo-current', 'parentalAuthority'),
    ],
    restores: [say('rækken er åben igen', 'the row is open again')],
    blockers: [],
  },
  maintenance: maintenanceOf('kinship'),
})
