import { blockedByLater } from '../blockers.ts'
import { defineEvent } from '../define-event.ts'
import { code, date, flag, pnrList, text } from '../fields.ts'
import { followOn, formerData, optional, undoStep } from '../follow-ons.ts'
import { maintenanceOf } from '../maintenance-ids.ts'
import { reporters } from '../reporters.ts'
import { access } from '../rules/access-rules.ts'
import { goneSince } from '../rules/move-blockers.ts'
import { isParentLeft } from '../rules/move-family-rules.ts'
import { isOldMove, moveRules } from '../rules/move-rules.ts'
import { isNoLongerShared } from '../rules/shared-residence-conditions.ts'
import { say } from '../text.ts'
import { addressFields } from './address-fields.ts'
import { dateUncertain, personnummer, reportingAuthority } from './event-fields.ts'
import { addressEffects } from './move-effects.ts'
import { sharedResidenceEnded } from './shared-residence-ended.ts'

const person = say('personen', 'person')
const child = say('barnet', 'child')
const may = [reporters.municipality, reporters.citizen]

export const move = defineEvent({
  id: 'move',
  name: say('Flytning', 'Move (change of address in Denmark or Greenland)'),
  service: 'FLYT-I',
  eventCodes: ['A01'],
  role: 'either',
  reporters: may,
  dateField: 'moveDate',
  deadlines: [
    'move-after',
    'move-before',
    'move-fine',
    'child-move-notice',
    'parent-hearing',
    'shared-residence-1-month',
  ],
  fields: {
    personnummer,
    familyMembers: pnrList(say('Medflyttende', 'Family members'), {
      hint: say(
        'hver indberettes for sig efter personen',
        'each is a report of its own after the person',
      ),
    }),
    moveDate: date(say('Flyttedato', 'Move date'), { wire: 'HDTO', required: true }),
    ...addressFields,
    moveReason: code('move-kinds', say('Flytteart', 'Kind of move'), { required: true }),
    host: text(34, say('Logivært', 'Host'), {
      hint: say(
        'når andre bor på adressen, og kommunen spørger',
        'when others live at the address and the municipality asks',
      ),
    }),
    otherParentHeard: flag(say('Anden forælder hørt', 'Other parent heard'), {
      requiredWhen: {
        text: say(
          'når et barn flytter fra en indehaver af forældremyndigheden på den hidtidige adresse',
          'when a child moves away from a holder of parental authority at the address left',
        ),
        holds: isParentLeft,
        readsRegister: true,
      },
    }),
    documentation: text(60, say('Dokumentation', 'Documentation')),
    authority: reportingAuthority,
    dateUncertain,
  },
  rules: [access(may), ...moveRules],
  parties: {
    person: { field: 'personnummer' },
    'family members': { field: 'familyMembers' },
    child: { anyOf: ['person', 'family members'], under: 18 },
    'holders of the person': { holdersOf: 'person' },
    'holders of family members': { holdersOf: 'family members' },
  },
  reads: ['holders of the person', 'holders of family members'],
  reportedFor: ['person', 'family members'],
  lookups: [
    'address',
    'household',
    'family',
    'protection',
    'relocation-order',
    'road',
    'search-road',
    'shared-residence',
    'supplementary-address',
    'municipal-notes',
    'help-road-name',
    'help-postal',
  ],
  effects: addressEffects,
  followOns: [
    optional('protection', person, {
      parties: ['person'],
      when: say('bedt om sammen med flytningen', 'asked for together with the move'),
    }),
    optional('relocation-order', person, {
      parties: ['person'],
      when: say('boligen må ikke bebos varigt', 'the home may not be lived in for good'),
      onPrimaryUndo: 'undo',
    }),
    optional('supplementary-address', person, {
      parties: ['person'],
      when: say('posten skal et andet sted hen', 'post goes elsewhere'),
      onPrimaryUndo: 'undo',
      prefill: { startDate: { field: 'moveDate' } },
    }),
    followOn('shared-residence-registration', child, {
      parties: ['child'],
      mode: 'conditional',
      whenTrue: 'optional',
      when: say('forældrene er enige om delt bopæl', 'the parents agree on shared residence'),
      decides: 'worker',
      onPrimaryUndo: 'keep',
      prefill: { startDate: { field: 'moveDate' } },
    }),
    followOn('shared-residence-cessation', child, {
      parties: ['child'],
      mode: 'derived',
      when: say(
        'barnet har delt bopæl, og forældrene bor nu på samme adresse',
        'the child has shared residence, and the parents now live at one address',
      ),
      isFor: isNoLongerShared,
      onPrimaryUndo: 'undo',
      prefill: sharedResidenceEnded('child', {
        dateField: 'moveDate',
        reason: 'LIVING-TOGETHER',
      }),
    }),
    optional('municipal-conditions', person, {
      parties: ['person'],
      when: say(
        'tilflytningskommunen fører kommunale forhold',
        'the municipality moved to keeps municipal conditions',
      ),
      prefill: {
        startDate: { field: 'moveDate' },
        municipality: { field: 'municipalityCode' },
      },
    }),
    optional('municipal-notes', person, {
      parties: ['person'],
      prefill: { municipality: { field: 'municipalityCode' } },
    }),
    formerData('address.report-former', person, {
      parties: ['person'],
      mode: 'conditional',
      whenTrue: 'instead',
      when: say(
        'flyttedatoen ligger før den nuværende adresse',
        'the move date lies before the current address',
      ),
      decides: 'engine',
      condition: isOldMove,
      onPrimaryUndo: 'review',
    }),
    optional('occupation', person, {
      parties: ['person'],
      prefill: { startDate: { field: 'moveDate' } },
    }),
  ],
  timers: [
    {
      deadline: 'move-fine',
      onExpiry: say('for sent anmeldt: noteres til bøde', 'reported late: noted for a fine'),
      effect: 'note',
    },
    {
      deadline: 'parent-hearing',
      onExpiry: say(
        'høringen er ubesvaret: afgør sagen på det, der er oplyst',
        'the hearing is unanswered: decide on the facts at hand',
      ),
      effect: 'note',
    },
  ],
  stuckWhen: [
    say('logiværten har ikke bekræftet', 'the host has not confirmed'),
    say('den anden forælder er ikke hørt', 'the other parent has not been heard'),
    say('adressen findes ikke i vejregisteret', 'the address is not in the road register'),
    say('personen undersøges efter § 10', 'the person is being looked into under section 10'),
  ],
  undo: {
    dataType: 'address',
    steps: [
      undoStep('address.report-former@person', 'address.undo-former', 'address', {
        policy: 'review',
      }),
      undoStep(
        'shared-residence-cessation@child',
        'shared-residence.undo-current',
        'sharedResidence',
        { together: true },
      ),
      undoStep('supplementary-address@person', 'address.undo-current', 'supplementaryAddress'),
      undoStep('relocation-order@person', 'address.undo-current', 'relocationOrder'),
      undoStep(null, 'address.undo-current', 'address'),
    ],
    restores: [
      say('den tidligere adresse gælder igen', 'the former address holds again'),
      say(
        'supplerende adresse, flyttepåbud og delt bopæl, som flytningen lukkede',
        'supplementary address, relocation order and shared residence ended by the move',
      ),
    ],
    blockers: [
      blockedByLater(
        { party: 'person', entity: 'address', dateField: 'moveDate' },
        {
          id: 'later-move',
          text: say(
            'en senere flytning er registreret: fortryd den først, eller brug tidligere data',
            'a later move is registered: undo it first, or use former data',
          ),
        },
      ),
      goneSince,
    ],
  },
  maintenance: maintenanceOf('address'),
})
