import { defineEvent } from '../define-event.ts'
import { authority, code, country, date, pnr, text } from '../fields.ts'
import { followOn, optional, undoStep } from '../follow-ons.ts'
import { maintenanceOf } from '../maintenance-ids.ts'
import { reporters } from '../reporters.ts'
import { access } from '../rules/access-rules.ts'
import { laterCivilStatus, remarried } from '../rules/couple-blockers.ts'
import { divorceRules } from '../rules/divorce-rules.ts'
import { say } from '../text.ts'
import { dateUncertain, personnummer } from './event-fields.ts'
import { partingEffects } from './parting-effects.ts'
import {
  authorityAfter,
  endOfSeparation,
  nameAfter,
  sharedResidenceAfter,
} from './parting-follow-ons.ts'

const either = say('personen eller ægtefællen', 'person or spouse')
const jointChildren = say('fælles børn', 'joint children')
const two = ['person', 'spouse']
const may = [reporters['family-law-house'], reporters.court, reporters.municipality]
const parting = { other: 'spouse', dateField: 'divorceDate', authorityField: 'deciding' } as const

export const divorce = defineEvent({
  id: 'divorce',
  name: say('Skilsmisse', 'Divorce'),
  service: 'SKILS-I',
  eventCodes: ['A20'],
  role: 'primary',
  reporters: may,
  dateField: 'divorceDate',
  deadlines: ['separation-6-months'],
  fields: {
    personnummer,
    spousePersonnummer: pnr(say('Ægtefælles personnummer', 'Personnummer of the spouse'), {
      key: 'SPNR',
      required: true,
    }),
    divorceDate: date(say('Skilsmissedato', 'Divorce date'), { wire: 'HDTO', required: true }),
    ground: code('divorce-grounds', say('Grundlag', 'Ground'), { required: true }),
    deciding: authority(say('Afgørende myndighed', 'Deciding authority'), {
      wire: 'MYNKOD',
      required: true,
    }),
    country: country(say('Land', 'Country of the divorce'), {
      requiredWhen: {
        text: say('når skilsmissen er sket i udlandet', 'when the divorce took place abroad'),
      },
    }),
    decision: text(60, say('Bevilling eller dom', 'Grant or judgment'), {
      wire: 'BEVILLING',
      required: true,
    }),
    dateUncertain,
  },
  rules: [access(may), ...divorceRules],
  parties: {
    person: { field: 'personnummer' },
    spouse: { field: 'spousePersonnummer' },
    children: { childrenOf: 'person', under: 18 },
    'joint children': { childrenOf: 'person', and: 'spouse', under: 18 },
  },
  reads: [],
  reportedFor: ['person'],
  lookups: [
    'civil-status',
    'separation',
    'family',
    'names',
    'address',
    'shared-residence',
    'protection',
  ],
  effects: partingEffects({
    other: 'spouse',
    mark: 'ÆG',
    set: () => ({ civilStatus: 'F' }),
    text: say('fraskilt fra skilsmissedatoen', 'divorced from the divorce date'),
  }),
  followOns: [
    endOfSeparation(parting, { whom: say('parret', 'couple'), reason: 'DIVORCE' }),
    authorityAfter('divorceDate', jointChildren, {
      mode: 'conditional',
      whenTrue: 'optional',
      when: say(
        'aftale eller afgørelse; ellers beholder begge forældremyndigheden',
        'agreement or decision; both keep parental authority otherwise',
      ),
      decides: 'worker',
    }),
    sharedResidenceAfter('divorceDate', jointChildren, {
      mode: 'conditional',
      whenTrue: 'optional',
      when: say('forældrene er enige', 'the parents agree'),
      decides: 'worker',
    }),
    optional('move', say('personen, ægtefællen eller børnene', 'person, spouse or children'), {
      parties: [...two, 'children'],
      when: say('de flytter fra hinanden', 'they part'),
    }),
    nameAfter(parting, either, {
      when: say('det tidligere navn tages tilbage (gebyr)', 'the former name is taken back (fee)'),
      onPrimaryUndo: 'review',
    }),
    // Whether a name changes shows only once the name changes have ended: so it is on offer until then.
    followOn('addressing-name', either, {
      parties: two,
      mode: 'conditional',
      whenTrue: 'optional',
      when: say('et navn er ændret', 'a name changed'),
      decides: 'engine',
      after: ['name-change'],
      onPrimaryUndo: 'review',
      prefill: { startDate: { field: 'divorceDate' } },
    }),
    optional('protection', either, { parties: two }),
  ],
  timers: [],
  stuckWhen: [
    say('afgørelsen er ikke endelig (ankefrist)', 'the decision is not final (period of appeal)'),
    say(
      'den anden ægtefælles civilstand passer ikke',
      'the civil status of the other spouse disagrees',
    ),
  ],
  undo: {
    dataType: 'civil-status',
    steps: [
      undoStep('addressing-name@person-or-spouse', 'name.undo-current', 'addressingName', {
        policy: 'review',
      }),
      undoStep('name-change@person-or-spouse', 'name.undo-current', 'name', { policy: 'review' }),
      undoStep('parental-authority@joint-children', 'kinship.undo-current', 'parentalAuthority', {
        policy: 'review',
      }),
      undoStep('separation-cessation@couple', 'separation.undo-current', 'separation', {
        together: true,
      }),
      undoStep(null, 'civil-status.undo-current', 'civilStatus'),
    ],
    restores: [say('G for begge, og den åbne separation', 'G for both, and the open separation')],
    blockers: [
      laterCivilStatus({
        id: 'later-marriage',
        text: say(
          'en af de to har et senere ægteskab: fortryd det først',
          'one of the two has a later marriage: undo it first',
        ),
        parties: two,
        dateField: 'divorceDate',
        statuses: remarried,
      }),
      laterCivilStatus({
        id: 'later-death',
        text: say(
          'en af de to er registreret død siden: om den anden er længstlevende, må bedømmes på ny',
          'the death of one of the two was registered since: whether the other is widowed must be judged anew',
        ),
        parties: two,
        dateField: 'divorceDate',
        statuses: ['D'],
      }),
    ],
  },
  maintenance: maintenanceOf('civil-status'),
})
