import { blockedByLater } from '../blockers.ts'
import { defineEvent } from '../define-event.ts'
import { date, pnr, text } from '../fields.ts'
import { followOn, optional, undoStep } from '../follow-ons.ts'
import { maintenanceOf } from '../maintenance-ids.ts'
import { reporters } from '../reporters.ts'
import { access } from '../rules/access-rules.ts'
import { widowhoodRules } from '../rules/widowhood-rules.ts'
import { say } from '../text.ts'
import { afterPartnership } from './after-partnership.ts'
import { dateUncertain, reportingAuthority } from './event-fields.ts'

const person = say('personen', 'person')
const deceased = say('den afdøde', 'the deceased')
const may = [reporters.system, reporters.parish, reporters.municipality]

const withoutNumber = {
  text: say('når den afdøde intet personnummer har', 'when the deceased has no personnummer'),
  holds: ({ data }: { readonly data: Readonly<Record<string, unknown>> }) =>
    !data['spousePersonnummer'],
}

/** Nearly always derived from a death; reported by itself only where the register knows of none. */
export const widowhood = defineEvent({
  id: 'widowhood',
  name: say('Enkestand', 'Widowhood (surviving spouse or partner)'),
  service: 'ENKE-I',
  eventCodes: ['A21'],
  role: 'either',
  reporters: may,
  dateField: 'deathDate',
  deadlines: [],
  fields: {
    personnummer: pnr(say('Længstlevendes personnummer', 'Personnummer of the survivor'), {
      key: 'PNR',
      required: true,
    }),
    spousePersonnummer: pnr(say('Afdødes personnummer', 'Personnummer of the deceased'), {
      wire: 'AEGTEPNR',
    }),
    spouseName: text(34, say('Afdødes navn', 'Name of the deceased'), {
      wire: 'AEGTENVN',
      requiredWhen: withoutNumber,
    }),
    deathDate: date(say('Dødsdato', 'Death date'), { wire: 'HDTO', required: true }),
    documentation: text(60, say('Dødsattest', 'Death certificate'), {
      requiredWhen: withoutNumber,
    }),
    authority: reportingAuthority,
    dateUncertain,
  },
  rules: [access(may), ...widowhoodRules],
  parties: { person: { field: 'personnummer' }, deceased: { field: 'spousePersonnummer' } },
  reads: [],
  reportedFor: ['person'],
  lookups: ['civil-status', 'separation', 'family', 'master'],
  effects: [
    {
      party: 'person',
      entity: 'civilStatus',
      operation: 'appendRow',
      set: {
        civilStatus: afterPartnership('L', 'E'),
        spousePersonnummer: { pnrOf: 'deceased' },
        spouseName: { field: 'spouseName' },
      },
      derivedMark: afterPartnership('PA', 'ÆG'),
      text: say(
        'E efter ægteskab, L efter registreret partnerskab, fra dødsdatoen',
        'E after a marriage, L after a registered partnership, from the death date',
      ),
    },
    {
      party: 'person',
      entity: 'separation',
      operation: 'endRow',
      when: { party: 'person', has: 'separation' },
      text: say('en separation ophører', 'an open separation ends'),
    },
  ],
  followOns: [
    optional('name-change', person, {
      parties: ['person'],
      prefill: { nameDate: { field: 'deathDate' } },
    }),
    optional('move', person, { parties: ['person'] }),
    optional('contact-address', deceased, {
      parties: ['deceased'],
      when: say(
        'den længstlevende sidder i uskiftet bo og modtager posten',
        'the survivor keeps the estate undivided and receives the post',
      ),
    }),
    followOn('separation-cessation', person, {
      parties: ['person'],
      mode: 'derived',
      when: say('en separation står åben', 'a separation is open'),
      condition: { party: 'person', has: 'separation' },
      onPrimaryUndo: 'undo',
      prefill: {
        spousePersonnummer: {
          first: [
            { pnrOf: 'deceased' },
            { current: 'civilStatus', of: 'person', column: 'spousePersonnummer' },
          ],
        },
        endDate: { field: 'deathDate' },
        reason: 'DEATH',
      },
    }),
  ],
  timers: [],
  stuckWhen: [],
  undo: {
    dataType: 'civil-status',
    steps: [
      undoStep('separation-cessation@person', 'separation.undo-current', 'separation', {
        together: true,
      }),
      undoStep(null, 'civil-status.undo-current', 'civilStatus'),
    ],
    restores: [say('G eller P, og den åbne separation', 'G or P, and the open separation')],
    blockers: [
      blockedByLater(
        { party: 'person', entity: 'civilStatus', dateField: 'deathDate' },
        {
          id: 'later-marriage',
          text: say('et senere ægteskab er registreret', 'a later marriage is registered'),
        },
      ),
    ],
  },
  maintenance: maintenanceOf('civil-status'),
})
