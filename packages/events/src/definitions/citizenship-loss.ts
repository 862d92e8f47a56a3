import { denmark } from '../code-lists/countries.ts'
import { defineEvent } from '../define-event.ts'
import type { Condition } from '../effects.ts'
import { country, date, text } from '../fields.ts'
import { followOn, undoStep } from '../follow-ons.ts'
import { maintenanceOf } from '../maintenance-ids.ts'
import { reporters } from '../reporters.ts'
import { access } from '../rules/access-rules.ts'
import { citizenshipLossRules, danishLost } from '../rules/citizenship-rules.ts'
import { say } from '../text.ts'
import { dateUncertain, personnummer, reportingAuthority } from './event-fields.ts'

const may = [reporters['citizenship-office']]

/** Whoever votes from abroad votes as a Dane. */
const votesAsDane: Condition = {
  all: [{ party: 'person', has: 'election' }, { not: { field: 'newCountry', in: [denmark] } }],
}

export const citizenshipLoss = defineEvent({
  id: 'citizenship-loss',
  name: say('Statsborgerret - ophør', 'Citizenship - loss or release'),
  service: 'STATB-I',
  toldBy: { holds: danishLost('newCountry') },
  eventCodes: ['Z10'],
  role: 'primary',
  reporters: may,
  dateField: 'endDate',
  deadlines: [],
  fields: {
    personnummer,
    country: country(say('Ophørende statsborgerret', 'Citizenship that ends'), {
      required: true,
      hint: say(
        'sammenholdes med den nuværende i CPR; sendes ikke',
        'checked against the current one in CPR; not sent',
      ),
    }),
    endDate: date(say('Ophørsdato', 'End date'), { wire: 'HDTO', required: true }),
    newCountry: country(say('Ny statsborgerret', 'New citizenship'), {
      wire: 'LANDEKOD',
      required: true,
    }),
    documentation: text(60, say('Afgørelse', 'Decision'), { required: true }),
    authority: reportingAuthority,
    dateUncertain,
  },
  rules: [access(may), ...citizenshipLossRules],
  parties: { person: { field: 'personnummer' } },
  reads: [],
  reportedFor: ['person'],
  lookups: ['citizenship'],
  effects: [
    {
      party: 'person',
      entity: 'citizenship',
      operation: 'appendRow',
      set: { country: { field: 'newCountry' } },
      text: say(
        'den nye statsborgerret fra ophørsdatoen; den danske ophører',
        'the new citizenship from the end date; the Danish one ends',
      ),
    },
    {
      party: 'person',
      entity: 'election',
      operation: 'endRow',
      when: votesAsDane,
      text: say(
        'valgadressen ophører, når valgretten mistes',
        'the election address ends when the voting right is lost',
      ),
    },
  ],
  followOns: [
    followOn('eu-election-address-cessation', say('personen', 'person'), {
      parties: ['person'],
      mode: 'derived',
      when: say(
        'en EU-valgadresse hviler på statsborgerretten',
        'an EU election address rests on the citizenship',
      ),
      condition: votesAsDane,
      onPrimaryUndo: 'undo',
      prefill: {
        electionCode: { current: 'election', of: 'person', column: 'electionCode' },
        endDate: { field: 'endDate' },
      },
    }),
  ],
  timers: [],
  stuckWhen: [],
  undo: {
    dataType: 'citizenship',
    steps: [
      undoStep('eu-election-address-cessation@person', 'person-other.undo-current', 'election', {
        together: true,
      }),
      undoStep(null, 'citizenship.undo-current', 'citizenship'),
    ],
    restores: [
      say(
        'den tidligere statsborgerret og valgadressen',
        'the former citizenship and the election entry',
      ),
    ],
    blockers: [],
  },
  maintenance: maintenanceOf('citizenship'),
})
