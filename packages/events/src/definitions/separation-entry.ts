import { defineEvent } from '../define-event.ts'
import { authority, date, pnr, text } from '../fields.ts'
import { optional, undoStep } from '../follow-ons.ts'
import { maintenanceOf } from '../maintenance-ids.ts'
import { reporters } from '../reporters.ts'
import { access } from '../rules/access-rules.ts'
import { partedSince, separationOver } from '../rules/separation-blockers.ts'
import { separationRules } from '../rules/separation-rules.ts'
import { say } from '../text.ts'
import { afterPartnership } from './after-partnership.ts'
import { dateUncertain, personnummer } from './event-fields.ts'
import { authorityAfter, nameAfter, sharedResidenceAfter } from './parting-follow-ons.ts'

const either = say('personen eller ægtefællen', 'person or spouse')
const jointChildren = say('fælles børn', 'joint children')
const may = [reporters['family-law-house'], reporters.court, reporters.municipality]

/** A separation is no civil status: it is a row beside it that points at it. */
export const separationEntry = defineEvent({
  id: 'separation-entry',
  name: say('Separation - indgåelse', 'Separation - entry into'),
  service: 'SEPI-I',
  eventCodes: ['P35'],
  role: 'either',
  reporters: may,
  dateField: 'separationDate',
  deadlines: ['separation-6-months'],
  fields: {
    personnummer,
    spousePersonnummer: pnr(say('Ægtefælles personnummer', 'Personnummer of the spouse'), {
      required: true,
    }),
    separationDate: date(say('Separationsdato', 'Separation date'), {
      wire: 'HDTO',
      required: true,
    }),
    deciding: authority(say('Afgørende myndighed', 'Deciding authority'), {
      wire: 'MYNKOD',
      required: true,
    }),
    decision: text(60, say('Bevilling eller dom', 'Grant or judgment'), {
      wire: 'BEVILLING',
      required: true,
    }),
    dateUncertain,
  },
  rules: [access(may), ...separationRules],
  parties: {
    person: { field: 'personnummer' },
    // The spouse is not sent: the register finds them in the civil status, and so does the prediction.
    spouse: { spouseOf: 'person' },
    'spouse named': { field: 'spousePersonnummer' },
    'joint children': { childrenOf: 'person', and: 'spouse', under: 18 },
  },
  reads: [],
  reportedFor: ['person'],
  lookups: ['civil-status', 'separation', 'family', 'shared-residence'],
  effects: [
    {
      party: 'person',
      entity: 'separation',
      operation: 'appendRow',
      set: { civilStatusReference: { derive: 'civilStatusReference', of: 'person' } },
      text: say(
        'separeret fra separationsdatoen, med henvisning til civilstanden',
        'separated from the separation date, with reference to the civil status',
      ),
    },
    {
      party: 'spouse',
      entity: 'separation',
      operation: 'appendRow',
      set: { civilStatusReference: { derive: 'civilStatusReference', of: 'spouse' } },
      derivedMark: afterPartnership('PA', 'ÆG'),
      text: say('det samme for ægtefællen', 'the same for the spouse'),
    },
    {
      party: 'person',
      entity: 'civilStatus',
      operation: 'keep',
      text: say('civilstanden er fortsat G eller P', 'the civil status stays G or P'),
    },
  ],
  followOns: [
    authorityAfter('separationDate', jointChildren, {
      mode: 'conditional',
      whenTrue: 'optional',
      when: say(
        'der er en aftale eller afgørelse om børnene',
        'there is an agreement or decision on the children',
      ),
      decides: 'worker',
    }),
    optional('move', either, {
      parties: ['person', 'spouse'],
      when: say('de flytter fra hinanden', 'they part'),
    }),
    sharedResidenceAfter('separationDate', jointChildren, {
      mode: 'conditional',
      whenTrue: 'optional',
      when: say('forældrene er enige om delt bopæl', 'the parents agree on shared residence'),
      decides: 'worker',
    }),
    nameAfter({ other: 'spouse', dateField: 'separationDate' }, either, { onPrimaryUndo: 'keep' }),
  ],
  timers: [
    {
      deadline: 'separation-6-months',
      onExpiry: say(
        'hver af de to kan nu kræve skilsmisse',
        'either of the two can now demand divorce',
      ),
      effect: 'note',
    },
  ],
  stuckWhen: [say('afgørelsen er ikke endelig', 'the decision is not final')],
  undo: {
    dataType: 'separation',
    steps: [
      undoStep('parental-authority@joint-children', 'kinship.undo-current', 'parentalAuthority', {
        policy: 'review',
      }),
      undoStep(null, 'separation.undo-current', 'separation'),
    ],
    restores: [say('ingen åben separation', 'no open separation')],
    blockers: [separationOver, partedSince],
  },
  maintenance: maintenanceOf('separation'),
})
