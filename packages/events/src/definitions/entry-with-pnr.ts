import { defineEvent } from '../define-event.ts'
import { undoStep } from '../follow-ons.ts'
import { maintenanceOf } from '../maintenance-ids.ts'
import { reporters } from '../reporters.ts'
import { access } from '../rules/access-rules.ts'
import { movedOnSince } from '../rules/entry-blockers.ts'
import { entryWithPnrRules } from '../rules/entry-with-pnr-rules.ts'
import { say } from '../text.ts'
import {
  addressHere,
  contactAddressEnds,
  entryRow,
  familyStands,
  residentHere,
} from './entry-effects.ts'
import { arrivalFields, stayFields } from './entry-fields.ts'
import {
  alienNumberOf,
  childrenOfPerson,
  citizenshipDiffers,
  entryFollowOns,
  entryUndoSteps,
  nameChangeAtEntry,
  separationAtEntry,
} from './entry-follow-ons.ts'
import { personnummer } from './event-fields.ts'

const may = [reporters.municipality]

/** Of somebody who was given a number without ever having lived here. */
export const entryWithPnr = defineEvent({
  id: 'entry-with-pnr',
  name: say(
    'Indrejse med personnummer',
    'Entry with personnummer (a number without former residence)',
  ),
  service: 'INDRM-I',
  eventCodes: ['P31'],
  role: 'either',
  reporters: may,
  dateField: 'entryDate',
  deadlines: ['entry-5-days', 'entry-3-months', 'entry-6-months'],
  fields: {
    personnummer,
    ...arrivalFields,
    ...stayFields('register'),
  },
  rules: [access(may), ...entryWithPnrRules],
  parties: { person: { field: 'personnummer' }, ...childrenOfPerson },
  reads: [],
  reportedFor: ['person'],
  lookups: [
    'master',
    'names',
    'civil-status',
    'citizenship',
    'household',
    'road',
    'relocation-order',
    'former-personnummer',
  ],
  effects: [
    residentHere,
    {
      party: 'person',
      entity: 'address',
      operation: 'annulRow',
      when: { party: 'person', has: 'address' },
      text: say(
        'rækken i den fiktive kommune får mærket A',
        'the fictive-municipality row gets mark A',
      ),
    },
    addressHere,
    entryRow,
    contactAddressEnds,
    familyStands,
  ],
  followOns: [
    nameChangeAtEntry(
      say('navnet er et andet end i papirerne', 'the name differs from the documents'),
    ),
    alienNumberOf('register'),
    citizenshipDiffers,
    separationAtEntry(),
    ...entryFollowOns,
  ],
  timers: [],
  stuckWhen: [
    say('opholdstilladelsen er ikke givet endnu', 'the permit is not yet issued'),
    say('forskelle i identiteten er ikke afklaret', 'identity differences are not settled'),
  ],
  undo: {
    dataType: 'migration',
    steps: [
      ...entryUndoSteps,
      undoStep('alien-number@person', 'person-other.undo-current', 'alienNumber'),
      undoStep('name-change@person', 'name.undo-current', 'name'),
      undoStep(null, 'migration.undo-current', 'migration'),
    ],
    restores: [
      say(
        'personstatus 20 og adressen i den fiktive kommune',
        'status 20 and the fictive-municipality address',
      ),
    ],
    blockers: movedOnSince,
  },
  maintenance: maintenanceOf('migration'),
})
