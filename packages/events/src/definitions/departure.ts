import { defineEvent } from '../define-event.ts'
import type { FollowOn } from '../define-event.ts'
import { country, date, flag, lines, pnrList } from '../fields.ts'
import { followOn, formerData, optional, undoStep } from '../follow-ons.ts'
import { maintenanceOf } from '../maintenance-ids.ts'
import { reporters } from '../reporters.ts'
import { access } from '../rules/access-rules.ts'
import { listClosed, reEnteredSince } from '../rules/departure-blockers.ts'
import { departureRules, isParentLeftBehind } from '../rules/departure-rules.ts'
import { hasSharedResidence } from '../rules/shared-residence-conditions.ts'
import { say } from '../text.ts'
import { departureEffects } from './departure-effects.ts'
import { dateUncertain, personnummer, reportingAuthority } from './event-fields.ts'
import { sharedResidenceEnded } from './shared-residence-ended.ts'

const person = say('personen', 'person')
const children = say('børnene', 'children')
const may = [reporters.municipality, reporters.citizen]

const followOns: readonly FollowOn[] = [
  optional('eu-election-address', person, {
    parties: ['person'],
    when: say(
      'dansk statsborger, der flytter inden for EU, eller anden ret til at stå på listen',
      'Danish citizen moving within the EU, or other right to be on the list',
    ),
    onPrimaryUndo: 'undo',
    prefill: {
      startDate: { field: 'departureDate' },
      country: { field: 'departureCountry' },
      address: { field: 'foreignAddress' },
    },
  }),
  optional('contact-address', person, {
    parties: ['person'],
    when: say(
      'posten skal nå personen gennem en anden',
      'post is to reach the person through somebody else',
    ),
    onPrimaryUndo: 'undo',
    prefill: { startDate: { field: 'departureDate' }, lines: { field: 'contactAddress' } },
  }),
  optional('protection', person, { parties: ['person'] }),
  followOn('shared-residence-cessation', children, {
    // Whoever leaves may be the child itself.
    parties: ['children', 'children of family members', 'person', 'family members'],
    mode: 'derived',
    when: say('der er delt bopæl', 'shared residence exists'),
    isFor: hasSharedResidence,
    onPrimaryUndo: 'undo',
    prefill: sharedResidenceEnded('children', { dateField: 'departureDate', reason: 'MOVE' }),
  }),
  optional('parental-authority', children, {
    parties: ['children'],
    when: say('forældrene er enige om en ændring', 'parents agree on a change'),
  }),
  formerData('migration.correct-current', person, {
    parties: ['person'],
    mode: 'optional',
    when: say('udlandsadressen kommer senere', 'foreign address given later'),
    onPrimaryUndo: 'keep',
  }),
  optional('municipal-notes', person, { parties: ['person'] }),
]

export const departure = defineEvent({
  id: 'departure',
  name: say('Udrejse', 'Departure (emigration)'),
  service: 'UDREJ-I',
  eventCodes: ['A06'],
  role: 'either',
  reporters: may,
  dateField: 'departureDate',
  deadlines: ['departure-before', 'departure-window', 'departure-6-months', 'vote-abroad-2-years'],
  fields: {
    personnummer,
    departureDate: date(say('Udrejsedato', 'Departure date'), { wire: 'HDTO', required: true }),
    departureCountry: country(say('Udrejseland', 'Departure country'), {
      wire: 'UDRLANDEKOD',
      required: true,
    }),
    foreignAddress: lines(say('Udlandsadresse', 'Foreign address'), {
      wire: 'UDLANDSADR',
      hint: say('ingen pligt, kan komme senere', 'not a duty, may come later'),
    }),
    contactAddress: lines(say('Kontaktadresse', 'Contact address'), {
      hint: say(
        'følgehændelsen kontaktadresse åbner med linjerne; de sendes ikke med udrejsen',
        'the follow-on contact address opens with these lines; they are not sent with the departure',
      ),
    }),
    familyMembers: pnrList(say('Medflyttende', 'Family members'), {
      hint: say(
        'hver indberettes for sig efter personen',
        'each is a report of its own after the person',
      ),
    }),
    expectedReturn: flag(
      say('Agter at vende tilbage inden 2 år', 'Means to return within 2 years'),
    ),
    nordic: flag(say('Fraflytning til nordisk land', 'Departure to a Nordic country')),
    otherParentConsent: flag(say('Anden forælders samtykke', 'Consent of the other parent'), {
      requiredWhen: {
        text: say(
          'når et barn med fælles forældremyndighed rejser fra den ene',
          'when a child with shared parental authority leaves one of the holders',
        ),
        holds: isParentLeftBehind,
        readsRegister: true,
      },
    }),
    authority: reportingAuthority,
    dateUncertain,
  },
  rules: [access(may), ...departureRules],
  parties: {
    person: { field: 'personnummer' },
    'family members': { field: 'familyMembers' },
    children: { childrenOf: 'person', under: 18 },
    'children of family members': { childrenOf: 'family members', under: 18 },
  },
  reads: [],
  reportedFor: ['person', 'family members'],
  lookups: [
    'address',
    'household',
    'family',
    'protection',
    'shared-residence',
    'election',
    'voting-right',
    'relocation-order',
    'contact-address',
  ],
  effects: departureEffects,
  followOns,
  timers: [
    {
      deadline: 'vote-abroad-2-years',
      onExpiry: say(
        'valg fra udlandet bortfalder, hvis det ikke fornyes',
        'voting-abroad entry lapses unless renewed',
      ),
      effect: 'note',
    },
  ],
  stuckWhen: [
    say('den anden forælders samtykke mangler', 'consent of the other parent is missing'),
    say('svaret fra det nordiske register mangler', 'the Nordic answer is not received'),
  ],
  undo: {
    dataType: 'migration',
    steps: [
      undoStep(
        'shared-residence-cessation@children',
        'shared-residence.undo-current',
        'sharedResidence',
        { together: true },
      ),
      undoStep('contact-address@person', 'address.undo-current', 'contactAddress'),
      undoStep('eu-election-address@person', 'person-other.undo-current', 'election'),
      undoStep(null, 'migration.undo-current', 'migration'),
    ],
    restores: [
      say(
        'personstatus 01, 03, 05 eller 07 og den sidste adresse som nuværende',
        'status 01/03/05/07 and the last address as current',
      ),
      say('supplerende adresse og delt bopæl', 'supplementary address, shared residence'),
    ],
    blockers: [reEnteredSince, listClosed],
  },
  maintenance: maintenanceOf('migration'),
})
