import { blockedByLater } from '../blockers.ts'
import { defineEvent } from '../define-event.ts'
import { code, country, date, text } from '../fields.ts'
import { formerData, optional, undoStep } from '../follow-ons.ts'
import { maintenanceOf } from '../maintenance-ids.ts'
import { reporters } from '../reporters.ts'
import { access } from '../rules/access-rules.ts'
import { citizenshipRules, danishLost } from '../rules/citizenship-rules.ts'
import { say } from '../text.ts'
import { dateUncertain, personnummer, reportingAuthority } from './event-fields.ts'

const person = say('personen', 'person')
const may = [
  reporters['citizenship-office'],
  reporters['family-law-house'],
  reporters.municipality,
  reporters.parish,
]

export const citizenship = defineEvent({
  id: 'citizenship',
  name: say('Statsborgerret - erhvervelse', 'Citizenship - acquisition'),
  service: 'STATB-I',
  toldBy: { holds: { not: danishLost('country') } },
  eventCodes: ['A27'],
  role: 'either',
  reporters: may,
  dateField: 'startDate',
  deadlines: [],
  fields: {
    personnummer,
    country: country(say('Statsborgerretsland', 'Country of citizenship'), {
      wire: 'LANDEKOD',
      required: true,
    }),
    startDate: date(say('Virkningsdato', 'Start date'), { wire: 'HDTO', required: true }),
    ground: code('citizenship-grounds', say('Grundlag', 'Ground'), { required: true }),
    documentation: text(60, say('Afgørelse', 'Decision'), { required: true }),
    authority: reportingAuthority,
    dateUncertain,
  },
  rules: [access(may), ...citizenshipRules],
  parties: { person: { field: 'personnummer' } },
  reads: [],
  reportedFor: ['person'],
  lookups: ['citizenship', 'birth-registration', 'master', 'birth-occupation-guardianship'],
  effects: [
    {
      party: 'person',
      entity: 'citizenship',
      operation: 'appendRow',
      set: { country: { field: 'country' } },
      text: say(
        'statsborgerretten fra virkningsdatoen; den tidligere ophører',
        'the citizenship from the start date; the former one ends',
      ),
    },
    {
      party: 'person',
      entity: 'election',
      operation: 'review',
      text: say('valgretten vurderes på ny', 'the voting right is evaluated anew'),
    },
  ],
  followOns: [
    optional('name-change', person, {
      parties: ['person'],
      when: say(
        'navneændring i forbindelse med indfødsretten',
        'name change linked to the naturalisation',
      ),
      onPrimaryUndo: 'review',
      prefill: { nameDate: { field: 'startDate' } },
    }),
    formerData('birth-registration.correct-current', person, {
      parties: ['person'],
      mode: 'conditional',
      whenTrue: 'required',
      when: say(
        'dokumenterne viser fødselsregistreringsstedet',
        'the documents show the place of birth registration',
      ),
      decides: 'worker',
      onPrimaryUndo: 'review',
    }),
  ],
  timers: [],
  stuckWhen: [
    say(
      'afgørelsen er ikke sendt fra Indfødsretskontoret',
      'the decision has not been sent from the citizenship office',
    ),
  ],
  undo: {
    dataType: 'citizenship',
    steps: [
      undoStep(
        'birth-registration.correct-current@person',
        'birth-registration.undo-current',
        'birthRegistration',
        { policy: 'review' },
      ),
      undoStep('name-change@person', 'name.undo-current', 'name', { policy: 'review' }),
      undoStep(null, 'citizenship.undo-current', 'citizenship'),
    ],
    restores: [
      say('den tidligere statsborgerret gælder igen', 'the former citizenship is current again'),
    ],
    blockers: [
      blockedByLater(
        { party: 'person', entity: 'citizenship', dateField: 'startDate' },
        {
          id: 'later-citizenship',
          text: say(
            'en senere statsborgerret er registreret: fortryd den først',
            'a later citizenship is registered: undo it first',
          ),
        },
      ),
    ],
  },
  maintenance: maintenanceOf('citizenship'),
})
