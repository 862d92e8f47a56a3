import { defineEvent } from '../define-event.ts'
import type { FollowOn } from '../define-event.ts'
import { followOn, formerData, undoStep } from '../follow-ons.ts'
import { maintenanceOf } from '../maintenance-ids.ts'
import { reporters } from '../reporters.ts'
import { access } from '../rules/access-rules.ts'
import { movedOnSince } from '../rules/entry-blockers.ts'
import { reEntryRules } from '../rules/re-entry-rules.ts'
import { say } from '../text.ts'
import { addressHere, contactAddressEnds, familyStands, residentHere } from './entry-effects.ts'
import { arrivalFields, stayFields } from './entry-fields.ts'
import {
  childrenOfPerson,
  citizenshipDiffers,
  entryFollowOns,
  entryUndoSteps,
  idleTimer,
  nameChangeAtEntry,
  separationAtEntry,
} from './entry-follow-ons.ts'
import { personnummer } from './event-fields.ts'

const person = say('personen', 'person')
const may = [reporters.municipality]
const euElection = '0002'

/** What happened abroad, and what ends with the stay there. */
const followOnsOfReturn: readonly FollowOn[] = [
  formerData('civil-status.report-former', person, {
    parties: ['person'],
    mode: 'conditional',
    whenTrue: 'optional',
    when: say(
      'civilstanden ændrede sig i udlandet før en senere ændring: indberettes som tidligere data',
      'civil status changed abroad before a later change: reported as former data',
    ),
    decides: 'worker',
    onPrimaryUndo: 'review',
  }),
  followOn('marriage-entry', person, {
    parties: ['person'],
    mode: 'conditional',
    whenTrue: 'required',
    when: say('gift i udlandet og ikke registreret', 'married abroad and not registered'),
    decides: 'worker',
    onPrimaryUndo: 'undo',
    prefill: { marriageKind: 'ABROAD' },
  }),
  nameChangeAtEntry(say('navnet er ændret i udlandet', 'name changed abroad')),
  followOn('eu-election-address-cessation', person, {
    parties: ['person'],
    mode: 'derived',
    when: say('der er en EU-valgadresse', 'an EU election address exists'),
    condition: { party: 'person', has: 'election', column: 'electionCode', in: [euElection] },
    onPrimaryUndo: 'undo',
    prefill: {
      electionCode: euElection,
      startDate: {
        detail: 'start',
        ofRow: 'election',
        of: 'person',
        row: { electionCode: euElection },
      },
      endDate: { field: 'entryDate' },
    },
  }),
]

/** A former resident comes back: the departure that stood open is closed. */
export const reEntry = defineEvent({
  id: 're-entry',
  name: say('Genindrejse', 'Re-entry (a former resident comes back)'),
  service: 'GENIND-I',
  eventCodes: ['A04'],
  role: 'primary',
  reporters: may,
  dateField: 'entryDate',
  deadlines: ['entry-5-days', 'entry-3-months', 'entry-6-months', 'follow-on-idle'],
  fields: {
    personnummer,
    ...arrivalFields,
    ...stayFields('register'),
  },
  rules: [access(may), ...reEntryRules],
  parties: { person: { field: 'personnummer' }, ...childrenOfPerson },
  reads: [],
  reportedFor: ['person'],
  lookups: [
    'master',
    'address',
    'names',
    'civil-status',
    'citizenship',
    'household',
    'road',
    'relocation-order',
    'contact-address',
    'election',
  ],
  effects: [
    residentHere,
    {
      party: 'person',
      entity: 'migration',
      operation: 'endRow',
      set: { entryCountry: { field: 'entryCountry' } },
      text: say(
        'indrejseland og -dato på den åbne udrejse',
        'entry country and date on the open departure row',
      ),
    },
    addressHere,
    contactAddressEnds,
    {
      party: 'person',
      entity: 'election',
      operation: 'endRows',
      when: { party: 'person', has: 'election' },
      text: say(
        'EU-valgadresse og valg fra udlandet ophører',
        'EU election address and voting-abroad entry end',
      ),
    },
    familyStands,
  ],
  followOns: [...followOnsOfReturn, citizenshipDiffers, separationAtEntry(), ...entryFollowOns],
  timers: [idleTimer],
  stuckWhen: [
    say(
      'hændelser i udlandet er ikke dokumenteret (vielse, skilsmisse, børn)',
      'events abroad are not documented (marriage, divorce, children)',
    ),
    say('opholdstilladelsen mangler', 'the permit is missing'),
  ],
  undo: {
    dataType: 'migration',
    steps: [
      ...entryUndoSteps,
      undoStep('eu-election-address-cessation@person', 'person-other.undo-current', 'election', {
        together: true,
      }),
      undoStep('name-change@person', 'name.undo-current', 'name'),
      undoStep('marriage-entry@person', 'civil-status.undo-current', 'civilStatus'),
      undoStep('civil-status.report-former@person', 'civil-status.undo-former', 'civilStatus', {
        policy: 'review',
      }),
      undoStep(null, 'migration.undo-current', 'migration'),
    ],
    restores: [
      say(
        'personstatus 80, den åbne udrejse, kontaktadressen og valgadressen',
        'status 80, the open departure row, the contact and election addresses',
      ),
    ],
    blockers: movedOnSince,
  },
  maintenance: maintenanceOf('migration'),
})
