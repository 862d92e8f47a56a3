import { defineEvent } from '../define-event.ts'
import type { EventEffect } from '../effects.ts'
import { code, date, pnrList, text } from '../fields.ts'
import { followOn, undoStep } from '../follow-ons.ts'
import { maintenanceOf } from '../maintenance-ids.ts'
import { reporters } from '../reporters.ts'
import { access } from '../rules/access-rules.ts'
import {
  isLongerThanYear,
  isNameAndAddress,
  isOver,
  nameAndAddress,
  protectionRules,
} from '../rules/protection-rules.ts'
import { say } from '../text.ts'
import { personnummer, reportingAuthority } from './event-fields.ts'

const may = [reporters.municipality, reporters.citizen, reporters.police]

const ofType = {
  entity: 'protection',
  operation: 'appendRow',
  set: { protectionType: { field: 'protectionType' } },
  until: { field: 'endDate' },
} as const satisfies Partial<EventEffect>

/** Raised during a case, it changes how every later letter and lookup of the case shows the address. */
export const protection = defineEvent({
  id: 'protection',
  name: say('Beskyttelse - registrering', 'Protection - registration'),
  service: 'BESKYT-I',
  toldBy: { code: 'STARTDATO', given: true },
  eventCodes: ['A33'],
  role: 'either',
  reporters: may,
  dateField: 'startDate',
  deadlines: ['protection-1-year', 'protection-30-day-reminder'],
  fields: {
    personnummer,
    protectionType: code('protection-types', say('Beskyttelsestype', 'Protection type'), {
      wire: 'BESKYTTYP',
      required: true,
    }),
    startDate: date(say('Startdato', 'Start date'), { wire: 'STARTDATO', required: true }),
    endDate: date(say('Slutdato', 'End date'), {
      wire: 'SLETDATO',
      requiredWhen: {
        text: say('ved navne- og adressebeskyttelse', 'for name and address protection'),
        holds: isNameAndAddress,
      },
    }),
    reasonLonger: text(60, say('Begrundelse for længere periode', 'Reason for a longer period'), {
      requiredWhen: {
        text: say('når perioden er længere end 1 år', 'when the period is longer than 1 year'),
        holds: isLongerThanYear,
      },
    }),
    familyMembers: pnrList(say('Børn, der medtages', 'Children to include'), {
      hint: say(
        'børn på samme adresse; hvert indberettes for sig efter personen',
        'children at the same address; each is a report of its own after the person',
      ),
    }),
    authority: reportingAuthority,
  },
  rules: [access(may), ...protectionRules],
  parties: {
    person: { field: 'personnummer' },
    children: { field: 'familyMembers' },
    'own children': { childrenOf: 'person', under: 18 },
  },
  reads: ['own children'],
  reportedFor: ['person', 'children'],
  lookups: ['protection', 'address', 'family', 'household'],
  effects: [
    {
      ...ofType,
      party: 'person',
      text: say('beskyttelsen fra startdatoen til slutdatoen', 'the protection from start to end'),
    },
    {
      party: 'person',
      entity: 'protection',
      operation: 'appendRow',
      set: { protectionType: '00002' },
      until: { field: 'endDate' },
      when: { field: 'protectionType', in: [nameAndAddress] },
      text: say(
        'lokal vejviser (00002) i samme periode',
        'local directory (00002) for the same period',
      ),
    },
    {
      ...ofType,
      party: 'children',
      when: { field: 'familyMembers', given: true },
      text: say('samme beskyttelse', 'the same protection'),
    },
  ],
  followOns: [
    followOn('protection-cessation', say('personen', 'person'), {
      parties: ['person'],
      mode: 'conditional',
      whenTrue: 'optional',
      when: say('slutdatoen er nået', 'the end date is reached'),
      decides: 'engine',
      condition: isOver,
      separateCase: true,
      onPrimaryUndo: 'keep',
      prefill: { protectionType: { field: 'protectionType' }, endDate: { field: 'endDate' } },
    }),
  ],
  timers: [
    {
      deadline: 'protection-30-day-reminder',
      onExpiry: say('påmind personen om, at beskyttelsen udløber', 'remind the person'),
      effect: 'note',
    },
    {
      deadline: 'protection-1-year',
      onExpiry: say('beskyttelsen bortfalder af sig selv', 'it lapses by itself'),
      effect: 'note',
      // The other types stand until they are ended, and a longer time lapses on its own day.
      isFor: (facts) => isNameAndAddress(facts) && !isLongerThanYear(facts),
    },
  ],
  stuckWhen: [],
  undo: {
    dataType: 'person-other',
    steps: [undoStep(null, 'person-other.undo-current', 'protection')],
    restores: [
      say(
        'ingen beskyttelse af typen, eller den tidligere slutdato',
        'no protection of the type, or the former end date',
      ),
    ],
    blockers: [],
  },
  maintenance: maintenanceOf('person-other'),
  notes: say(
    'En beskyttelse, der registreres under en sag, ændrer, hvordan alle senere breve og opslag i sagen viser adressen.',
    'A protection raised during a case changes how every later letter and lookup of the case shows the address.',
  ),
})
