import { defineEvent } from '../define-event.ts'
import { authority, code, date, flag } from '../fields.ts'
import { undoStep } from '../follow-ons.ts'
import { maintenanceOf } from '../maintenance-ids.ts'
import { reporters } from '../reporters.ts'
import { access } from '../rules/access-rules.ts'
import { membershipRules, needsHoldersConsent } from '../rules/church-rules.ts'
import { say } from '../text.ts'
import { dateUncertain, personnummer, reportingAuthority } from './event-fields.ts'

const may = [reporters.parish, reporters['civil-registrar'], reporters['faith-community']]

export const churchMembership = defineEvent({
  id: 'church-membership',
  name: say('Folkekirke', 'Church relation (folkekirke) - admission and change'),
  service: 'FKIRKE-I',
  toldBy: { code: 'FKIRK', given: true },
  eventCodes: ['A34'],
  role: 'either',
  reporters: may,
  dateField: 'startDate',
  deadlines: [],
  fields: {
    personnummer,
    churchRelation: code('church', say('Folkekirkeforhold', 'Church relation'), {
      wire: 'FKIRK',
      required: true,
    }),
    startDate: date(say('Startdato', 'Start date'), { wire: 'HDTO', required: true }),
    act: code('church-acts', say('Kirkelig handling', 'Church act'), { required: true }),
    parish: authority(say('Sogn', 'Parish')),
    holderConsent: flag(
      say('Forældremyndighedsindehaverens samtykke', 'Consent of the holder of parental authority'),
      {
        requiredWhen: {
          text: say(
            'når personen er under 18 år på startdatoen',
            'when the person is under 18 on the start date',
          ),
          holds: needsHoldersConsent,
        },
      },
    ),
    authority: reportingAuthority,
    dateUncertain,
  },
  rules: [access(may), ...membershipRules],
  parties: { person: { field: 'personnummer' } },
  reads: [],
  reportedFor: ['person'],
  lookups: ['church', 'family', 'birth-occupation-guardianship'],
  effects: [
    {
      party: 'person',
      entity: 'church',
      operation: 'appendRow',
      set: { churchRelation: { field: 'churchRelation' } },
      text: say(
        'folkekirkeforholdet fra startdatoen; det tidligere ophører',
        'the church relation from the start date; the former one ends',
      ),
    },
  ],
  followOns: [],
  timers: [],
  stuckWhen: [],
  undo: {
    dataType: 'church',
    steps: [undoStep(null, 'church.undo-current', 'church')],
    restores: [
      say(
        'det tidligere folkekirkeforhold gælder igen',
        'the former church relation is current again',
      ),
    ],
    blockers: [],
  },
  maintenance: maintenanceOf('church'),
})
