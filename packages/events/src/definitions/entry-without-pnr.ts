import { isGiven } from '../case-data.ts'
import { defineEvent } from '../define-event.ts'
import type { FollowOn } from '../define-event.ts'
import { code, date, pnr, text } from '../fields.ts'
import { followOn, undoStep } from '../follow-ons.ts'
import { maintenanceOf } from '../maintenance-ids.ts'
import { reporters } from '../reporters.ts'
import { access } from '../rules/access-rules.ts'
import {
  entryWithoutPnrRules,
  isInCouple,
  wasEverMarried,
} from '../rules/entry-without-pnr-rules.ts'
import { blockedByLife } from '../rules/later-event-blockers.ts'
import { isAddressingNameTooLong } from '../rules/name-conditions.ts'
import { searchesFor } from '../rules/same-person-rules.ts'
import { say } from '../text.ts'
import { arrivalFields, stayFields } from './entry-fields.ts'
import {
  alienNumberOf,
  entryFollowOns,
  entryUndoSteps,
  idleTimer,
  separationAtEntry,
} from './entry-follow-ons.ts'
import { entryWithoutPnrEffects } from './entry-without-pnr-effects.ts'
import { birthAuthority, newPersonFields } from './new-person.ts'

const person = say('personen', 'person')
const may = [reporters.municipality]

/** Somebody without a number brings a family, which may have numbers. */
const familyFields = {
  civilStatus: code('civil-status', say('Civilstand', 'Civil status'), {
    wire: 'CIVST',
    required: true,
  }),
  civilStatusDate: date(say('Dato for civilstand', 'Civil status since'), {
    wire: 'CIVSTDATO',
    requiredWhen: {
      text: say('når personen ikke er ugift', 'when the person is not unmarried'),
      holds: wasEverMarried,
    },
  }),
  spousePersonnummer: pnr(say('Ægtefælles personnummer', 'Personnummer of the spouse'), {
    wire: 'AEGTEPNR',
    requiredWhen: {
      text: say(
        'når personen er gift eller partner med en, der har et nummer',
        'when the person is married or a partner of somebody with a number',
      ),
      holds: (facts) => isInCouple(facts) && !isGiven(facts.data, 'spouseName'),
    },
  }),
  spouseName: text(34, say('Ægtefælles navn', 'Name of the spouse'), {
    wire: 'AEGTENVN',
    requiredWhen: {
      text: say('når ægtefællen ikke har et nummer', 'when the spouse has no number'),
      holds: (facts) => isInCouple(facts) && !isGiven(facts.data, 'spousePersonnummer'),
    },
  }),
  motherPersonnummer: pnr(say('Mors personnummer', 'Personnummer of the mother'), {
    wire: 'MPNR',
  }),
  fatherPersonnummer: pnr(say('Fars personnummer', 'Personnummer of the father'), {
    wire: 'FPNR',
  }),
  birthAuthority: birthAuthority(true),
  churchRelation: code('church', say('Folkekirkeforhold', 'Church relation'), {
    wire: 'FKIRK',
    required: true,
  }),
}

const followOns: readonly FollowOn[] = [
  alienNumberOf('form'),
  followOn('addressing-name', person, {
    parties: ['person'],
    mode: 'conditional',
    whenTrue: 'required',
    when: say('navnet er længere end 34 tegn', 'the name is longer than 34 characters'),
    decides: 'engine',
    condition: isAddressingNameTooLong,
    onPrimaryUndo: 'undo',
  }),
  followOn('citizenship', person, {
    parties: ['person'],
    mode: 'conditional',
    whenTrue: 'optional',
    when: say(
      'statsborgerretten kunne ikke dokumenteres ved indrejsen',
      'the citizenship given could not be documented at entry',
    ),
    decides: 'worker',
    onPrimaryUndo: 'undo',
  }),
  separationAtEntry((_, facts) => isInCouple(facts)),
  ...entryFollowOns,
]

/** The number is born with the answer: every follow-on is keyed on it. */
export const entryWithoutPnr = defineEvent({
  id: 'entry-without-pnr',
  name: say('Indrejse uden personnummer', 'Entry without personnummer (first entry)'),
  service: 'INDRU-I',
  eventCodes: ['A05'],
  role: 'primary',
  reporters: may,
  dateField: 'entryDate',
  deadlines: ['entry-5-days', 'entry-3-months', 'entry-6-months', 'follow-on-idle'],
  fields: { ...newPersonFields, ...familyFields, ...arrivalFields, ...stayFields('form') },
  rules: [access(may), ...entryWithoutPnrRules],
  parties: {
    person: { newborn: true },
    spouse: { field: 'spousePersonnummer' },
    mother: { field: 'motherPersonnummer' },
    father: { field: 'fatherPersonnummer' },
    children: { anyOf: ['person'], under: 18 },
  },
  reads: [],
  reportedFor: ['person'],
  lookups: [
    'search-birthdate',
    'search-name',
    'search-address',
    'household',
    'road',
    'authority',
    'family',
    'relocation-order',
  ],
  searches: searchesFor,
  effects: entryWithoutPnrEffects,
  followOns,
  timers: [idleTimer],
  stuckWhen: [
    say('et muligt tidligere nummer er ikke afgjort', 'a possible earlier number is not decided'),
    say('opholdstilladelsen er ikke givet endnu', 'the permit is not yet issued'),
    say('logiværtens bekræftelse mangler', 'the host confirmation is missing'),
  ],
  undo: {
    dataType: 'migration',
    steps: [
      ...entryUndoSteps,
      undoStep('addressing-name@person', 'name.undo-current', 'addressingName'),
      undoStep('alien-number@person', 'person-other.undo-current', 'alienNumber'),
      undoStep(null, 'migration.undo-current', 'migration'),
    ],
    restores: [
      say('nummeret annulleres (status 30)', 'the number is annulled (status 30)'),
      say('ægtefællens civilstand', 'the spouse’s civil status row'),
    ],
    blockers: [
      blockedByLife({
        party: 'person',
        dateField: 'entryDate',
        text: say(
          'nummeret har senere hændelser: fortryd dem først',
          'later events exist on the number: undo them first',
        ),
      }),
    ],
  },
  maintenance: maintenanceOf('migration'),
  notes: say(
    'Den bredeste indberetning af alle: fortryd de enkelte slags data, når kun noget er forkert.',
    'The widest form of all: where only some of it is wrong, undo that kind of data by itself.',
  ),
})
