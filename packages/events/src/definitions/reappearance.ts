import { blockedByLater } from '../blockers.ts'
import { defineEvent } from '../define-event.ts'
import { code, date } from '../fields.ts'
import { followOn, formerData, optional, undoStep } from '../follow-ons.ts'
import { maintenanceOf } from '../maintenance-ids.ts'
import { reporters } from '../reporters.ts'
import { access } from '../rules/access-rules.ts'
import { goneSince } from '../rules/move-blockers.ts'
import { reappearanceRules } from '../rules/reappearance-rules.ts'
import { say } from '../text.ts'
import { addressFields, newAddress } from './address-fields.ts'
import { endsIfThere } from './ends-if-there.ts'
import { dateUncertain, personnummer, reportingAuthority } from './event-fields.ts'

const person = say('personen', 'person')
const may = [reporters.municipality]

export const reappearance = defineEvent({
  id: 'reappearance',
  name: say('Genfinding', 'Reappearance'),
  service: 'GENFIN-I',
  eventCodes: ['A03'],
  role: 'primary',
  reporters: may,
  dateField: 'reappearanceDate',
  deadlines: [],
  fields: {
    personnummer,
    reappearanceDate: date(say('Genfindingsdato', 'Reappearance date'), {
      wire: 'HDTO',
      required: true,
    }),
    ...addressFields,
    foundAs: code('found-as', say('Genfundet som', 'Found as'), { required: true }),
    authority: reportingAuthority,
    dateUncertain,
  },
  rules: [access(may), ...reappearanceRules],
  parties: {
    person: { field: 'personnummer' },
    // The family is not looked up for somebody who is found again.
    children: { namedByWorker: true },
  },
  reads: [],
  reportedFor: ['person'],
  lookups: ['address', 'overview', 'household', 'road', 'contact-address'],
  effects: [
    {
      party: 'person',
      entity: 'disappearance',
      operation: 'endRow',
      text: say('forsvindingen ophører på genfindingsdatoen', 'the disappearance ends on the day'),
    },
    {
      party: 'person',
      entity: 'address',
      operation: 'appendRow',
      set: newAddress,
      text: say('adressen fra genfindingsdatoen', 'the address from the reappearance date'),
    },
    {
      party: 'person',
      entity: 'person',
      operation: 'setStatus',
      set: { status: { derive: 'residenceStatus', of: 'person' } },
      text: say(
        'personstatus 01, eller 03, 05 eller 07 efter kommune og vejkode',
        '01, or 03/05/07 by municipality and road code',
      ),
    },
    endsIfThere(
      'person',
      'contactAddress',
      say('kontaktadressen ophører', 'a contact address ends'),
    ),
  ],
  followOns: [
    formerData('address.report-former', person, {
      parties: ['person'],
      mode: 'conditional',
      whenTrue: 'optional',
      when: say(
        'personen har boet på en kendt adresse i mellemtiden',
        'the person lived at a known address in between',
      ),
      decides: 'worker',
      onPrimaryUndo: 'keep',
    }),
    optional('protection', person, { parties: ['person'] }),
    followOn('departure', person, {
      parties: ['person'],
      mode: 'conditional',
      whenTrue: 'required',
      when: say('personen er fundet i udlandet', 'the person was found abroad'),
      decides: 'engine',
      condition: { field: 'foundAs', in: ['DEPARTED'] },
      onPrimaryUndo: 'undo',
    }),
    optional('supplementary-address', person, {
      parties: ['person'],
      prefill: { startDate: { field: 'reappearanceDate' } },
    }),
    optional('shared-residence-registration', say('børnene', 'children'), {
      parties: ['children'],
      prefill: { startDate: { field: 'reappearanceDate' } },
    }),
    followOn('contact-address-cessation', person, {
      parties: ['person'],
      mode: 'derived',
      when: say('en kontaktadresse er registreret', 'a contact address exists'),
      condition: { party: 'person', has: 'contactAddress' },
      onPrimaryUndo: 'undo',
      prefill: { endDate: { field: 'reappearanceDate' } },
    }),
  ],
  timers: [],
  stuckWhen: [say('ingen adresse kendes', 'no address known')],
  undo: {
    dataType: 'disappearance',
    steps: [
      undoStep('contact-address-cessation@person', 'address.undo-current', 'contactAddress', {
        together: true,
      }),
      undoStep('departure@person', 'migration.undo-current', 'migration'),
      undoStep(null, 'disappearance.undo-current', 'disappearance'),
    ],
    restores: [
      say(
        'personstatus 70, den åbne forsvinding og kontaktadressen',
        'status 70, the open disappearance row and the contact address',
      ),
    ],
    blockers: [
      blockedByLater(
        { party: 'person', entity: 'address', dateField: 'reappearanceDate' },
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
  maintenance: maintenanceOf('disappearance'),
})
