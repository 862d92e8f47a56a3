import { defineEvent } from '../define-event.ts'
import { followOn, undoStep } from '../follow-ons.ts'
import { maintenanceOf } from '../maintenance-ids.ts'
import { access } from '../rules/access-rules.ts'
import { electionAddressRules } from '../rules/election-rules.ts'
import { say } from '../text.ts'
import { electionAddressFields, electionLookups, electionReporters } from './election-fields.ts'
import { linesOf } from './lines-of.ts'

export const euElectionAddress = defineEvent({
  id: 'eu-election-address',
  name: say('EU-valgadresse - registrering', 'EU election address - registration'),
  service: 'EUVALG-I',
  toldBy: { code: 'STARTDATO', given: true },
  eventCodes: ['A08'],
  role: 'either',
  reporters: electionReporters,
  dateField: 'startDate',
  deadlines: ['vote-abroad-2-years'],
  fields: electionAddressFields,
  rules: [access(electionReporters), ...electionAddressRules],
  parties: { person: { field: 'personnummer' } },
  reads: [],
  reportedFor: ['person'],
  lookups: electionLookups,
  effects: [
    {
      party: 'person',
      entity: 'election',
      operation: 'appendRow',
      set: {
        electionCode: { field: 'electionCode' },
        votingDate: { field: 'votingDate' },
        country: { field: 'country' },
        ...linesOf('address'),
      },
      until: { field: 'endDate' },
      text: say('valgkode, datoer og valgadresse', 'election code, dates and election address'),
    },
  ],
  followOns: [
    followOn('eu-election-address-cessation', say('personen', 'person'), {
      parties: ['person'],
      mode: 'conditional',
      whenTrue: 'optional',
      when: say(
        'ved genindrejse eller død, eller når valgretten falder bort',
        're-entry, death, or the right falls away',
      ),
      decides: 'worker',
      separateCase: true,
      onPrimaryUndo: 'keep',
      prefill: { electionCode: { field: 'electionCode' } },
    }),
  ],
  timers: [
    {
      deadline: 'vote-abroad-2-years',
      onExpiry: say('spørg, om valgadressen skal fornyes', 'ask for renewal'),
      effect: 'note',
    },
  ],
  stuckWhen: [say('valgretten er ikke afgjort', 'the right to vote is not decided')],
  undo: {
    dataType: 'person-other',
    steps: [undoStep(null, 'person-other.undo-current', 'election')],
    restores: [say('valgoplysningerne som før', 'the election row as before')],
    blockers: [],
  },
  maintenance: maintenanceOf('person-other'),
})
