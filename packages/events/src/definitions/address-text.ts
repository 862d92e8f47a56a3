import { defineEvent } from '../define-event.ts'
import type { EventDefinition, Facts } from '../define-event.ts'
import type { EventEffect } from '../effects.ts'
import { date, lines } from '../fields.ts'
import type { FieldSpec } from '../fields.ts'
import { followOn, undoStep } from '../follow-ons.ts'
import { maintenanceOf } from '../maintenance-ids.ts'
import { reporters } from '../reporters.ts'
import { access } from '../rules/access-rules.ts'
import { addressTextCessationRules, addressTextRules } from '../rules/address-text-rules.ts'
import type { AddressText } from '../rules/address-text-rules.ts'
import { say } from '../text.ts'
import type { Text } from '../text.ts'
import { personnummer, reportingAuthority } from './event-fields.ts'
import { linesOf } from './lines-of.ts'

const person = say('personen', 'person')
const may = [reporters.municipality]

/** What one kind of address text has of its own. */
interface Kind {
  readonly entity: AddressText
  readonly service: string
  readonly eventCodes: readonly string[]
  readonly lookups: readonly string[]
}

interface Registration extends Kind {
  readonly id: string
  readonly name: Text
  readonly statuses: readonly string[]
  /** Fields of the one kind alone. */
  readonly fields: Readonly<Record<string, FieldSpec>>
  readonly cessation: {
    readonly event: string
    readonly when: Text
    readonly condition: (facts: Facts) => boolean
  }
  readonly notes?: Text
}

const shared = {
  role: 'either',
  reporters: may,
  deadlines: [],
  parties: { person: { field: 'personnummer' } },
  reads: [],
  reportedFor: ['person'],
  timers: [],
  stuckWhen: [],
  maintenance: maintenanceOf('address'),
} as const

function textWritten(entity: AddressText): EventEffect {
  return {
    party: 'person',
    entity,
    operation: 'set',
    set: linesOf('lines'),
    from: { field: 'startDate' },
    until: { field: 'endDate' },
    text: say(
      'fem linjer à 34 tegn med start- og slutdato',
      'five lines of 34 characters with start and end date',
    ),
  }
}

/** An address of up to five lines, kept beside the home or in its stead; a new text takes the place of the former. */
export function addressText({
  cessation,
  statuses,
  fields,
  ...kind
}: Registration): EventDefinition {
  return defineEvent({
    ...shared,
    ...kind,
    toldBy: { code: 'STARTDATO', given: true },
    dateField: 'startDate',
    fields: {
      personnummer,
      startDate: date(say('Startdato', 'Start date'), { wire: 'STARTDATO', required: true }),
      endDate: date(say('Slutdato', 'End date'), {
        wire: 'SLETDATO',
        hint: say(
          'adressen ophører af sig selv på dagen',
          'the address ends by itself on that day',
        ),
      }),
      lines: lines(say('Adresselinjer', 'Address lines'), { wire: 'ADR', required: true }),
      ...fields,
      authority: reportingAuthority,
    },
    rules: [access(may), ...addressTextRules(kind.entity, statuses)],
    effects: [textWritten(kind.entity)],
    followOns: [
      followOn(cessation.event, person, {
        parties: ['person'],
        mode: 'conditional',
        whenTrue: 'optional',
        when: cessation.when,
        decides: 'engine',
        condition: cessation.condition,
        separateCase: true,
        onPrimaryUndo: 'keep',
        prefill: { endDate: { detail: 'start', ofRow: 'address', of: 'person' } },
      }),
    ],
    undo: {
      dataType: 'address',
      steps: [undoStep(null, 'address.undo-current', kind.entity)],
      restores: [say('den tidligere tekst og periode', 'the former text and period')],
      blockers: [],
    },
  })
}

interface Cessation extends Kind {
  readonly id: string
  readonly name: Text
  /** Without article: `contact address`. */
  readonly row: Text
}

export function addressTextCessation({ row, ...kind }: Cessation): EventDefinition {
  return defineEvent({
    ...shared,
    ...kind,
    toldBy: { code: 'STARTDATO', given: false },
    dateField: 'endDate',
    fields: {
      personnummer,
      endDate: date(say('Ophørsdato', 'End date'), { wire: 'SLETDATO', required: true }),
      authority: reportingAuthority,
    },
    rules: [access(may), ...addressTextCessationRules(kind.entity, row)],
    effects: [
      {
        party: 'person',
        entity: kind.entity,
        operation: 'endRow',
        text: say('adressen ophører på ophørsdatoen', 'the address ends on the end date'),
      },
    ],
    followOns: [],
    undo: {
      dataType: 'address',
      steps: [undoStep(null, 'address.undo-current', kind.entity)],
      restores: [say('adressen gælder igen', 'the text is open again')],
      blockers: [],
    },
  })
}
