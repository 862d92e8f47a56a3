import { defineEvent } from '../define-event.ts'
import type { Value } from '../effects.ts'
import { authority, country, date, pnr, text } from '../fields.ts'
import { followOn, optional, undoStep } from '../follow-ons.ts'
import { maintenanceOf } from '../maintenance-ids.ts'
import { reporters } from '../reporters.ts'
import { access } from '../rules/access-rules.ts'
import { laterCivilStatus } from '../rules/couple-blockers.ts'
import { partnershipRules } from '../rules/partnership-rules.ts'
import { say } from '../text.ts'
import { dateUncertain, isUnknown, personnummer } from './event-fields.ts'
import { nameThatStands } from './name-prefill.ts'

const person = say('personen', 'person')
const both = say('personen og partneren', 'person and partner')
const two = ['person', 'partner']
const may = [reporters.municipality]

function partnerOf(other: string): Readonly<Record<string, Value>> {
  return {
    civilStatus: 'P',
    spousePersonnummer: { pnrOf: other },
    authority: { field: 'partnershipAuthority' },
  }
}

/** Not open in Denmark since 2012: for partnerships abroad. */
export const partnershipEntry = defineEvent({
  id: 'partnership-entry',
  name: say('Registreret partnerskab - indgåelse', 'Registered partnership - entry into'),
  service: 'PARTI-I',
  eventCodes: ['A23'],
  role: 'primary',
  reporters: may,
  dateField: 'partnershipDate',
  deadlines: [],
  fields: {
    personnummer,
    partnerPersonnummer: pnr(say('Partners personnummer', 'Personnummer of the partner'), {
      key: 'SPNR',
      required: true,
      unknownAllowed: true,
      hint: say('0000000000 hvis ukendt i CPR', '0000000000 when unknown to the register'),
    }),
    partnershipDate: date(say('Registreringsdato', 'Partnership date'), {
      wire: 'HDTO',
      required: true,
    }),
    partnershipAuthority: authority(say('Myndighed', 'Authority'), {
      wire: 'MYNKOD',
      required: true,
    }),
    country: country(say('Land', 'Country of the partnership'), {
      requiredWhen: {
        text: say(
          'når partnerskabet er indgået i udlandet',
          'when the partnership was entered into abroad',
        ),
      },
    }),
    partnerName: text(34, say('Partners navn', 'Name of the partner'), {
      wire: 'AEGTENVN',
      requiredWhen: isUnknown('partnerPersonnummer'),
    }),
    dateUncertain,
  },
  rules: [access(may), ...partnershipRules],
  parties: { person: { field: 'personnummer' }, partner: { field: 'partnerPersonnummer' } },
  reads: [],
  reportedFor: ['person'],
  lookups: ['civil-status', 'separation', 'family', 'master'],
  effects: [
    {
      party: 'person',
      entity: 'civilStatus',
      operation: 'appendRow',
      set: partnerOf('partner'),
      text: say(
        'registreret partner fra registreringsdatoen',
        'in a registered partnership from the partnership date',
      ),
    },
    {
      party: 'partner',
      entity: 'civilStatus',
      operation: 'appendRow',
      set: partnerOf('person'),
      derivedMark: 'PA',
      text: say('partner med personen fra samme dag', 'partner of the person from that day'),
    },
    {
      party: 'person',
      entity: 'civilStatus',
      operation: 'set',
      set: { spouseName: { field: 'partnerName' } },
      when: { party: 'partner', known: false },
      text: say(
        'en partner uden personnummer står med navn',
        'a partner without number is named by text',
      ),
    },
  ],
  followOns: [
    optional('name-change', both, {
      parties: two,
      onPrimaryUndo: 'undo',
      prefill: nameThatStands('person', 'partnershipDate', 'APPLICATION'),
    }),
    optional('move', say('personen eller partneren', 'person or partner'), { parties: two }),
    optional('marriage-entry', person, {
      parties: ['person'],
      when: say(
        'partnerskabet omdannes til ægteskab',
        'conversion of the partnership into a marriage',
      ),
      onPrimaryUndo: 'undo',
      prefill: { spousePersonnummer: { pnrOf: 'partner' }, marriageKind: 'CONVERSION' },
    }),
    // Whether a name changes shows only once the name changes have ended: so it is on offer until then.
    followOn('addressing-name', both, {
      parties: two,
      mode: 'conditional',
      whenTrue: 'optional',
      when: say('et navn er ændret', 'a name changed'),
      decides: 'engine',
      after: ['name-change'],
      onPrimaryUndo: 'undo',
      prefill: { startDate: { field: 'partnershipDate' } },
    }),
  ],
  timers: [],
  stuckWhen: [say('partneren er ikke identificeret', 'the partner is not identified')],
  undo: {
    dataType: 'civil-status',
    steps: [
      undoStep('addressing-name@person-and-partner', 'name.undo-current', 'addressingName'),
      undoStep('marriage-entry@person', 'civil-status.undo-current', 'civilStatus'),
      undoStep('name-change@person-and-partner', 'name.undo-current', 'name'),
      undoStep(null, 'civil-status.undo-current', 'civilStatus'),
    ],
    restores: [say('begges tidligere civilstand', 'the former civil status of both')],
    blockers: [
      laterCivilStatus({
        id: 'later-civil-status',
        text: say(
          'en ophævelse, omstødelse, omdannelse eller et dødsfald er registreret efter partnerskabet: fortryd det først',
          'a dissolution, annulment, death or conversion is registered after it: undo that first',
        ),
        parties: two,
        dateField: 'partnershipDate',
      }),
    ],
  },
  maintenance: maintenanceOf('civil-status'),
})
