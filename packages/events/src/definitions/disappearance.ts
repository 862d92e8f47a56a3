import { defineEvent } from '../define-event.ts'
import { date, flag, text } from '../fields.ts'
import { followOn, optional, undoStep } from '../follow-ons.ts'
import { maintenanceOf } from '../maintenance-ids.ts'
import { reporters } from '../reporters.ts'
import { access } from '../rules/access-rules.ts'
import { heardOfSince } from '../rules/disappearance-blockers.ts'
import { disappearanceRules, livedWith } from '../rules/disappearance-rules.ts'
import { hasSharedResidence } from '../rules/shared-residence-conditions.ts'
import { say } from '../text.ts'
import { disappearanceEffects } from './disappearance-effects.ts'
import { personnummer, reportingAuthority } from './event-fields.ts'
import { sharedResidenceEnded } from './shared-residence-ended.ts'

const person = say('personen', 'person')
const children = say('børnene', 'children')
const may = [reporters.municipality]

export const disappearance = defineEvent({
  id: 'disappearance',
  name: say('Forsvinding', 'Disappearance'),
  service: 'FORSV-I',
  eventCodes: ['A02'],
  role: 'primary',
  reporters: may,
  dateField: 'disappearanceDate',
  deadlines: ['disappearance-follow-up'],
  fields: {
    personnummer,
    disappearanceDate: date(say('Forsvindingsdato', 'Disappearance date'), {
      wire: 'HDTO',
      required: true,
      hint: say('kan markeres som usikker', 'may be marked uncertain'),
    }),
    dateUncertain: flag(say('Datoen er usikker', 'Date uncertain'), { wire: 'HDTOUSM' }),
    investigation: text(60, say('Undersøgelse', 'Examination'), {
      required: true,
      hint: say('hvad der er gjort for at finde personen', 'what was done to find the person'),
    }),
    authority: reportingAuthority,
  },
  rules: [access(may), ...disappearanceRules],
  parties: {
    person: { field: 'personnummer' },
    children: { childrenOf: 'person', under: 18 },
  },
  reads: [],
  reportedFor: ['person'],
  lookups: ['address', 'household', 'family', 'overview', 'protection', 'municipal-notes'],
  effects: disappearanceEffects,
  followOns: [
    optional('contact-address', person, {
      parties: ['person'],
      when: say('post gennem en anden person', 'post through another person'),
      onPrimaryUndo: 'undo',
      prefill: { startDate: { field: 'disappearanceDate' } },
    }),
    followOn('shared-residence-cessation', children, {
      parties: ['children'],
      mode: 'derived',
      when: say('delt bopæl er registreret', 'shared residence exists'),
      isFor: hasSharedResidence,
      onPrimaryUndo: 'undo',
      prefill: sharedResidenceEnded('children', {
        dateField: 'disappearanceDate',
        reason: 'MOVE',
      }),
    }),
    followOn('move', children, {
      parties: ['children'],
      mode: 'conditional',
      whenTrue: 'required',
      when: say(
        'børn under 18 er registreret på samme adresse',
        'children under 18 are registered at the same address',
      ),
      decides: 'engine',
      isFor: livedWith,
      onPrimaryUndo: 'keep',
    }),
    optional('municipal-notes', person, {
      parties: ['person'],
      prefill: { municipality: { field: 'authority' } },
    }),
  ],
  timers: [
    {
      deadline: 'disappearance-follow-up',
      onExpiry: say(
        'undersøg på ny: er personen stadig forsvundet?',
        're-examine: is the person still gone?',
      ),
      effect: 'note',
    },
  ],
  stuckWhen: [say('ingen undersøgelse i sagen', 'no examination on file')],
  undo: {
    dataType: 'disappearance',
    steps: [
      undoStep(
        'shared-residence-cessation@children',
        'shared-residence.undo-current',
        'sharedResidence',
        { together: true },
      ),
      undoStep('contact-address@person', 'address.undo-current', 'contactAddress'),
      undoStep(null, 'disappearance.undo-current', 'disappearance'),
    ],
    restores: [
      say(
        'personstatus 01, 03, 05 eller 07 og den tidligere adresse som gældende',
        'status 01, 03, 05 or 07 and the former address as current',
      ),
    ],
    blockers: [heardOfSince],
  },
  maintenance: maintenanceOf('disappearance'),
})
