import { defineEvent } from '../define-event.ts'
import { authority, code, date, text } from '../fields.ts'
import { followOn, optional, undoStep } from '../follow-ons.ts'
import { maintenanceOf } from '../maintenance-ids.ts'
import { reporters } from '../reporters.ts'
import { access } from '../rules/access-rules.ts'
import { isGuardianNamed } from '../rules/guardian-named-rules.ts'
import { newGuardian } from '../rules/guardianship-blockers.ts'
import { guardianshipRules } from '../rules/guardianship-rules.ts'
import { say } from '../text.ts'
import { dateUncertain, personnummer } from './event-fields.ts'
import { guardianColumns, guardianFields } from './guardian-fields.ts'

const person = say('personen', 'person')
const may = [reporters['family-law-house'], reporters.court]

export const underGuardianship = defineEvent({
  id: 'under-guardianship',
  name: say('Under værgemål/værge', 'Under guardianship (værgemål) - start'),
  service: 'UMYND-I',
  toldBy: { code: 'VAERGETYP', given: true },
  eventCodes: ['A73'],
  role: 'either',
  reporters: may,
  dateField: 'startDate',
  deadlines: [],
  fields: {
    personnummer,
    kind: code('guardianship-kinds', say('Værgemålstype', 'Kind of guardianship'), {
      wire: 'VAERGETYP',
      required: true,
    }),
    startDate: date(say('Startdato', 'Start date'), { wire: 'HDTO', required: true }),
    endDate: date(say('Slutdato', 'End date'), { wire: 'SLETDATO' }),
    ...guardianFields,
    deciding: authority(say('Afgørende myndighed', 'Deciding authority'), {
      wire: 'MYNKOD',
      required: true,
    }),
    decision: text(60, say('Afgørelse eller dom', 'Decision or judgment'), { required: true }),
    dateUncertain,
  },
  rules: [access(may), ...guardianshipRules],
  parties: { person: { field: 'personnummer' }, guardian: { field: 'guardianPersonnummer' } },
  reads: [],
  reportedFor: ['person'],
  lookups: ['guardian', 'birth-occupation-guardianship', 'voting-right', 'family', 'protection'],
  effects: [
    {
      party: 'person',
      entity: 'guardianship',
      operation: 'appendRow',
      set: { kind: { field: 'kind' }, ...guardianColumns },
      until: { field: 'endDate' },
      text: say('værgemålets type, datoer og værge', 'kind, dates and guardian'),
    },
    {
      party: 'person',
      entity: 'election',
      operation: 'review',
      when: { field: 'kind', in: ['6-FULL'] },
      text: say(
        'valgretten til Folketinget ophører, når handleevnen er frataget helt',
        'the voting right in Folketing elections ends when the capacity is taken wholly',
      ),
    },
  ],
  followOns: [
    followOn('guardian', person, {
      parties: ['person'],
      mode: 'conditional',
      whenTrue: 'required',
      when: say('værgen er ikke nævnt i afgørelsen', 'the guardian is not named in the decision'),
      decides: 'worker',
      isFor: (_, facts) => !isGuardianNamed(facts),
      onPrimaryUndo: 'undo',
      prefill: {
        startDate: { field: 'startDate' },
        decision: { field: 'decision' },
        authority: { field: 'deciding' },
      },
    }),
    optional('protection', person, { parties: ['person'] }),
    optional('municipal-notes', person, { parties: ['person'] }),
  ],
  timers: [],
  stuckWhen: [
    say('afgørelsen er påklaget eller anket', 'the decision is appealed'),
    say('værgen er ikke beskikket', 'the guardian is not appointed'),
  ],
  undo: {
    dataType: 'person-other',
    steps: [
      undoStep('guardian@person', 'person-other.undo-current', 'guardian'),
      undoStep(null, 'person-other.undo-current', 'guardianship'),
    ],
    restores: [say('intet værgemål', 'no guardianship'), say('valgretten', 'the voting right')],
    blockers: [newGuardian],
  },
  maintenance: maintenanceOf('person-other'),
})
