import { defineEvent } from '../define-event.ts'
import type { EventDefinition, FollowOn } from '../define-event.ts'
import type { EventEffect } from '../effects.ts'
import { date, lines, text } from '../fields.ts'
import type { FieldSpec } from '../fields.ts'
import { optional, undoStep } from '../follow-ons.ts'
import { maintenanceOf } from '../maintenance-ids.ts'
import { reporters } from '../reporters.ts'
import type { Reporter } from '../reporters.ts'
import { access } from '../rules/access-rules.ts'
import { enteredSince } from '../rules/later-event-blockers.ts'
import { isAddressingNameTooLong } from '../rules/name-conditions.ts'
import { numberAssignmentRules } from '../rules/number-assignment-rules.ts'
import { searchesFor } from '../rules/same-person-rules.ts'
import { say } from '../text.ts'
import type { Text } from '../text.ts'
import { dateUncertain, reportingAuthority } from './event-fields.ts'
import { linesOf } from './lines-of.ts'
import { birthAuthority, newPersonEffects, newPersonFields } from './new-person.ts'

interface NumberAssignment {
  readonly id: string
  readonly name: Text
  readonly service: string
  readonly eventCode: string
  readonly issuer: Reporter
  /** The fictive municipality that the number belongs to. */
  readonly municipality: string
  /** What the issuer vouches for. */
  readonly purpose: Text
  readonly fields?: Readonly<Record<string, FieldSpec>>
  readonly notes?: Text
}

const person = say('personen', 'person')

const { birthDate, ...otherFields } = newPersonFields

const identityFields = {
  birthDate,
  assignmentDate: date(say('Tildelingsdato', 'Assignment date'), { wire: 'HDTO', required: true }),
  ...otherFields,
  foreignAddress: lines(say('Udlandsadresse', 'Foreign address'), {
    wire: 'UDLANDSADR',
    required: true,
  }),
  contactAddress: lines(say('Kontaktadresse', 'Contact address'), {
    wire: 'ADR',
    hint: say('en ret efter CPR-loven § 26, stk. 4', 'given by right under CPR-loven § 26(4)'),
  }),
  birthAuthority: birthAuthority(false),
}

const evidenceFields = {
  documentation: text(60, say('Legitimation', 'Documentation'), {
    required: true,
    hint: say('pas eller identitetskort', 'passport or identity card'),
  }),
  authority: reportingAuthority,
  dateUncertain,
}

const followOns: readonly FollowOn[] = [
  optional('contact-address', person, {
    parties: ['person'],
    when: say('ikke angivet med det samme', 'not given at once'),
    condition: { field: 'contactAddress', given: false },
    onPrimaryUndo: 'undo',
    prefill: { startDate: { field: 'assignmentDate' } },
  }),
  optional('addressing-name', person, {
    parties: ['person'],
    when: say('navnet er længere end 34 tegn', 'the name is longer than 34 characters'),
    condition: isAddressingNameTooLong,
    onPrimaryUndo: 'undo',
  }),
  optional('entry-with-pnr', person, {
    parties: ['person'],
    when: say(
      'personen flytter senere til Danmark: en sag for sig på dette nummer',
      'the person later settles in Denmark: a case of its own on this number',
    ),
    separateCase: true,
  }),
]

const undo: EventDefinition['undo'] = {
  dataType: 'personnummer',
  steps: [
    undoStep('addressing-name@person', 'name.undo-current', 'addressingName'),
    undoStep('contact-address@person', 'address.undo-current', 'contactAddress'),
    undoStep(null, 'personnummer.undo-current', 'person'),
  ],
  restores: [say('nummeret annulleres (status 30)', 'the number is annulled (status 30)')],
  blockers: [enteredSince],
}

/** A number for somebody who does not live here: the three kinds differ in who gives it and what for. */
export function numberAssignment(kind: NumberAssignment): EventDefinition {
  const may = [kind.issuer, reporters['cpr-office']]
  return defineEvent({
    id: kind.id,
    name: kind.name,
    service: kind.service,
    eventCodes: [kind.eventCode],
    role: 'primary',
    reporters: may,
    dateField: 'assignmentDate',
    deadlines: [],
    fields: { ...identityFields, ...kind.fields, ...evidenceFields },
    rules: [access(may), ...numberAssignmentRules(kind.municipality, kind.purpose)],
    parties: { person: { newborn: true } },
    reads: [],
    reportedFor: ['person'],
    lookups: ['search-birthdate', 'search-name', 'start', 'former-personnummer', 'code-texts'],
    searches: searchesFor,
    effects: assignmentEffects(kind.municipality),
    followOns,
    timers: [],
    stuckWhen: [
      say('mulige dobbeltnumre er ikke afgjort', 'possible duplicates are not decided'),
      say('legitimationen mangler', 'the identification is missing'),
    ],
    undo,
    maintenance: maintenanceOf('personnummer'),
    ...(kind.notes && { notes: kind.notes }),
  })
}

function assignmentEffects(municipality: string): readonly EventEffect[] {
  return [
    ...newPersonEffects({
      value: '20',
      since: 'assignmentDate',
      text: say(
        'personstatus 20 (nummer uden bopæl)',
        'person status 20 (number without residence)',
      ),
    }),
    {
      party: 'person',
      entity: 'address',
      operation: 'appendRow',
      set: { municipalityCode: municipality },
      text: say(`den fiktive kommune ${municipality}`, `fictive municipality ${municipality}`),
    },
    {
      party: 'person',
      entity: 'civilStatus',
      operation: 'appendRow',
      set: { civilStatus: 'U' },
      text: say('ugift', 'unmarried'),
    },
    {
      party: 'person',
      entity: 'church',
      operation: 'appendRow',
      set: { churchRelation: 'U' },
      text: say('uden for folkekirken', 'outside the church'),
    },
    {
      party: 'person',
      entity: 'contactAddress',
      operation: 'set',
      set: linesOf('contactAddress'),
      from: { field: 'assignmentDate' },
      when: { field: 'contactAddress', given: true },
      text: say('kontaktadressen, hvis den er angivet', 'the contact address, where it is given'),
    },
  ]
}
