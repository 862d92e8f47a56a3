import { defineEvent } from '../define-event.ts'
import type { FollowOn } from '../define-event.ts'
import type { EventEffect } from '../effects.ts'
import type { Entity } from '../entities.ts'
import { code, date, pnr, text } from '../fields.ts'
import { followOn, formerData, optional, undoStep } from '../follow-ons.ts'
import { maintenanceOf } from '../maintenance-ids.ts'
import { reporters } from '../reporters.ts'
import { access } from '../rules/access-rules.ts'
import { blockedByLife } from '../rules/later-event-blockers.ts'
import { isHomeless, isWithout } from '../rules/reactivation-conditions.ts'
import { reactivationRules } from '../rules/reactivation-rules.ts'
import { say } from '../text.ts'
import { dateUncertain, reportingAuthority } from './event-fields.ts'

const person = say('personen', 'person')
const may = [reporters['cpr-office']]
const annulled = 'annulled number'
const startDate = { field: 'startDate' } as const

/** What comes back with the number is read before it is asked for anew. */
function standsAgain(entity: Entity): EventEffect {
  return {
    party: annulled,
    entity,
    operation: 'keep',
    text: say(
      'det, der blev lukket med nummeret, gælder igen',
      'what was closed with the number holds again',
    ),
  }
}

const effects: readonly EventEffect[] = [
  {
    party: annulled,
    entity: 'person',
    operation: 'setStatus',
    set: { status: { field: 'newStatus' } },
    text: say('den nye personstatus', 'the new person status'),
  },
  {
    party: annulled,
    entity: 'person',
    operation: 'reopen',
    text: say('peger ikke længere på et andet nummer', 'the link to the valid number is removed'),
  },
  {
    party: 'counterpart',
    entity: 'person',
    operation: 'removeFormer',
    derivedMark: 'PT',
    text: say('det tidligere nummer tages af', 'the former number is taken off'),
  },
  ...(['address', 'name', 'citizenship', 'civilStatus', 'church'] as const).map(standsAgain),
]

const followOns: readonly FollowOn[] = [
  followOn('move', person, {
    parties: [annulled],
    mode: 'conditional',
    whenTrue: 'required',
    when: say(
      'den nye status er 01, 03, 05 eller 07, og der er ingen gældende adresse',
      'new status is 01/03/05/07 and no current address exists',
    ),
    decides: 'engine',
    condition: isHomeless,
    onPrimaryUndo: 'undo',
    prefill: { moveDate: startDate },
  }),
  followOn('naming', person, {
    parties: [annulled],
    mode: 'conditional',
    whenTrue: 'required',
    when: say('der er intet gældende navn', 'no current name exists'),
    decides: 'engine',
    condition: isWithout('name'),
    onPrimaryUndo: 'undo',
    prefill: { namingDate: startDate },
  }),
  followOn('citizenship', person, {
    parties: [annulled],
    mode: 'conditional',
    whenTrue: 'required',
    when: say('der er ingen gældende statsborgerret', 'no current citizenship row exists'),
    decides: 'engine',
    condition: isWithout('citizenship'),
    onPrimaryUndo: 'undo',
    prefill: { startDate },
  }),
  formerData('kinship.correct-current', say('børn og forældre', 'children and parents'), {
    parties: ['children', 'mother', 'father'],
    mode: 'conditional',
    whenTrue: 'required',
    when: say(
      'børn eller forældre peger ved en fejl på det andet nummer',
      'children or parents point to the counterpart by mistake',
    ),
    decides: 'worker',
    onPrimaryUndo: 'review',
  }),
  optional('contact-address', person, {
    parties: [annulled],
    when: say('personstatus 20, 70 eller 80', 'status 20, 70 or 80'),
    condition: { field: 'newStatus', in: ['20', '70', '80'] },
    prefill: { startDate },
  }),
]

/** Two numbers, one or two persons: every lookup is made on both. */
export const reactivateAnnulledPnr = defineEvent({
  id: 'reactivate-annulled-pnr',
  name: say('Genaktivering af annullerede PNR', 'Reactivation of an annulled personnummer'),
  service: 'GENAKT-I',
  eventCodes: ['P43'],
  role: 'primary',
  reporters: may,
  dateField: 'startDate',
  deadlines: [],
  fields: {
    personnummer: pnr(say('Annulleret personnummer', 'Annulled personnummer'), {
      key: 'PNR',
      required: true,
    }),
    counterpartPersonnummer: pnr(
      say('Personnummer der fortsat gælder', 'Personnummer that stays valid'),
      {
        wire: 'MODPNR',
        hint: say(
          'når nummeret blev lukket som dobbeltnummer',
          'where the number was closed as a double',
        ),
      },
    ),
    newStatus: code('person-status', say('Ny status', 'New status'), {
      wire: 'STATUS',
      required: true,
    }),
    reason: code('reactivation-reasons', say('Årsag', 'Reason'), { required: true }),
    startDate: date(say('Virkningsdato', 'Start date'), { wire: 'HDTO', required: true }),
    documentation: text(60, say('Afgørelse', 'Decision'), { required: true }),
    authority: reportingAuthority,
    dateUncertain,
  },
  rules: [access(may), ...reactivationRules],
  parties: {
    [annulled]: { field: 'personnummer' },
    counterpart: { field: 'counterpartPersonnummer' },
    children: { childrenOf: 'counterpart' },
    mother: { parentOf: 'counterpart', relation: 'mother' },
    father: { parentOf: 'counterpart', relation: 'father' },
  },
  reads: [],
  reportedFor: [annulled],
  lookups: ['former-personnummer', 'master', 'overview', 'updates', 'family'],
  effects,
  followOns,
  timers: [],
  stuckWhen: [
    say(
      'rækkerne er ikke fordelt mellem de to numre',
      'rows are not divided between the two numbers',
    ),
    say(
      'et aktivt nummer mangler adresse eller navn',
      'the current address or name is missing on an active number',
    ),
  ],
  undo: {
    dataType: 'personnummer',
    steps: [
      undoStep('kinship.correct-current@children-and-parents', 'kinship.undo-current', 'kinship', {
        policy: 'review',
      }),
      undoStep('citizenship@person', 'citizenship.undo-current', 'citizenship'),
      undoStep('naming@person', 'name.undo-current', 'name'),
      undoStep('move@person', 'address.undo-current', 'address'),
      undoStep(null, 'personnummer.undo-current', 'person'),
    ],
    restores: [
      say(
        'personstatus 30, 50 eller 60 og henvisningen til det andet nummer',
        'status 30/50/60 and the link to the counterpart',
      ),
    ],
    blockers: [
      blockedByLife({
        party: annulled,
        dateField: 'startDate',
        text: say(
          'der er registreret nye hændelser på det genaktiverede nummer: fortryd dem først',
          'new events were registered on the reactivated number: undo them first',
        ),
      }),
    ],
  },
  maintenance: maintenanceOf('personnummer'),
  notes: say(
    'To numre, én eller to personer: sagen deler eller samler historikker, så hvert opslag gøres på begge numre.',
    'Two numbers, one or two persons: the case splits or joins histories, so every lookup is made on both numbers.',
  ),
})
