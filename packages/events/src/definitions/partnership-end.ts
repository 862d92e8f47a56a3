import { defineEvent } from '../define-event.ts'
import type { EventDefinition } from '../define-event.ts'
import type { Value } from '../effects.ts'
import { authority, date, pnr, text } from '../fields.ts'
import { optional, undoStep } from '../follow-ons.ts'
import { maintenanceOf } from '../maintenance-ids.ts'
import { reporters } from '../reporters.ts'
import { access } from '../rules/access-rules.ts'
import { laterCivilStatus } from '../rules/couple-blockers.ts'
import { partnershipEndRules } from '../rules/partnership-rules.ts'
import { say } from '../text.ts'
import type { Text } from '../text.ts'
import { dateUncertain, personnummer } from './event-fields.ts'
import { partingEffects } from './parting-effects.ts'
import {
  authorityAfter,
  endOfSeparation,
  nameAfter,
  sharedResidenceAfter,
} from './parting-follow-ons.ts'

interface PartnershipEnd {
  readonly id: string
  readonly name: Text
  readonly service: string
  readonly eventCode: string
  /** The civil status row that each of the two gets. */
  readonly set: (party: string) => Readonly<Record<string, Value>>
  readonly becomes: Text
  /** Why a separation that stands open ends with it. */
  readonly reason: string
}

const children = say('børnene', 'children')
const two = ['person', 'partner']
const may = [reporters['family-law-house'], reporters.court]
const parting = { other: 'partner', dateField: 'endDate', authorityField: 'deciding' } as const

const whileUnderAge = {
  mode: 'conditional',
  whenTrue: 'optional',
  when: say('de har fælles børn under 18', 'they have joint children under 18'),
  decides: 'engine',
} as const

const fields = {
  personnummer,
  partnerPersonnummer: pnr(say('Partners personnummer', 'Personnummer of the partner'), {
    key: 'SPNR',
    required: true,
  }),
  endDate: date(say('Virkningsdato', 'End date'), { wire: 'HDTO', required: true }),
  deciding: authority(say('Afgørende myndighed', 'Deciding authority'), {
    wire: 'MYNKOD',
    required: true,
  }),
  decision: text(60, say('Bevilling eller dom', 'Grant or judgment'), { required: true }),
  dateUncertain,
}

const undo: EventDefinition['undo'] = {
  dataType: 'civil-status',
  steps: [
    undoStep('parental-authority@children', 'kinship.undo-current', 'parentalAuthority', {
      policy: 'review',
    }),
    undoStep('name-change@person-and-partner', 'name.undo-current', 'name'),
    undoStep('separation-cessation@person', 'separation.undo-current', 'separation', {
      together: true,
    }),
    undoStep(null, 'civil-status.undo-current', 'civilStatus'),
  ],
  restores: [say('P for begge, og den åbne separation', 'P for both, and the open separation')],
  blockers: [
    laterCivilStatus({
      id: 'later-civil-status',
      text: say(
        'et senere ægteskab eller dødsfald er registreret: fortryd det først',
        'a later marriage or death exists: undo it first',
      ),
      parties: two,
      dateField: 'endDate',
    }),
  ],
}

/** A partnership is annulled and dissolved on one form; what the two are afterwards tells which. */
export function partnershipEnd(end: PartnershipEnd): EventDefinition {
  return defineEvent({
    id: end.id,
    name: end.name,
    service: end.service,
    eventCodes: [end.eventCode],
    role: 'primary',
    reporters: may,
    dateField: 'endDate',
    deadlines: [],
    fields,
    rules: [access(may), ...partnershipEndRules],
    parties: {
      person: { field: 'personnummer' },
      partner: { field: 'partnerPersonnummer' },
      'joint children': { childrenOf: 'person', and: 'partner', under: 18 },
    },
    reads: [],
    reportedFor: ['person'],
    lookups: ['civil-status', 'separation', 'family', 'shared-residence'],
    effects: partingEffects({ other: 'partner', mark: 'PA', set: end.set, text: end.becomes }),
    followOns: [
      endOfSeparation(parting, { whom: say('personen', 'person'), reason: end.reason }),
      nameAfter(parting, say('personen og partneren', 'person and partner'), {
        onPrimaryUndo: 'undo',
      }),
      optional('move', say('personen eller partneren', 'person or partner'), { parties: two }),
      sharedResidenceAfter('endDate', children, whileUnderAge),
      authorityAfter('endDate', children, whileUnderAge),
    ],
    timers: [],
    stuckWhen: [say('afgørelsen er ikke endelig', 'the decision is not final')],
    undo,
    maintenance: maintenanceOf('civil-status'),
  })
}
