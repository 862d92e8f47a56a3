import { defineEvent } from '../define-event.ts'
import type { EventDefinition, Maintenance, RuleSpec } from '../define-event.ts'
import type { PartySource } from '../effects.ts'
import { authority, date, flag, pnr, reference, text } from '../fields.ts'
import type { FieldSpec } from '../fields.ts'
import { maintenanceOf, operationsOn, operationWords } from '../maintenance-ids.ts'
import type { Reporter } from '../reporters.ts'
import { access } from '../rules/access-rules.ts'
import { say } from '../text.ts'
import type { Text } from '../text.ts'
import { dataTypeEntities } from './data-type-entities.ts'
import type { DataTypeId } from './data-type-entities.ts'
import { contentIsGiven, fitsBetween, movesNeighbours } from './late-rules.ts'
import { correctedDatesMove, undoLeavesGap, undoLeavesNone } from './neighbour-rules.ts'
import { operations } from './operations.ts'
import type { Operation } from './operations.ts'
import { correctedPeriodRules, latePeriodRules } from './period-rules.ts'
import { contentRules, maintenanceRules, rowRules, undoneRowRules } from './row-rules.ts'

type Fields = Readonly<Record<string, FieldSpec>>

interface OwnDate {
  readonly label: Text
  readonly wire: string
}

/** A kind of data and how it is maintained. */
interface DataType {
  readonly id: DataTypeId
  readonly name: Text
  /** What the ids of its services begin with. */
  readonly service: string
  readonly lookups: readonly string[]
  readonly keepers: readonly Reporter[]
  /** Who may correct, where that is fewer. */
  readonly correctors?: readonly Reporter[]
  /** What the register's stream of updates shows for it; any code may where no public list names one. */
  readonly codes: Readonly<Partial<Record<Operation['act'], readonly string[]>>>
  /** What a correction or a late report says, by the row's own columns where it has them. */
  readonly columns: Fields
  /** What the ends of the period are called, where the service has codes of its own for them as well. */
  readonly dates?: { readonly start: OwnDate; readonly end: OwnDate }
  /** Columns without which a late report says nothing. */
  readonly needed?: readonly string[]
  /** Rules about what they say. */
  readonly rules?: readonly RuleSpec[]
  /** Rules of one way of maintaining alone. */
  readonly rulesFor?: Readonly<Partial<Record<Operation['act'], readonly RuleSpec[]>>>
  /** Other people whose rows mirror these, or whom the columns name. */
  readonly parties?: Readonly<Record<string, PartySource>>
}

const personnummer = pnr(say('Personnummer', 'Personnummer'), { key: 'PNR', required: true })

const timestamp = reference(say('Rækkens tidsstempel', 'Time stamp of the row'), {
  key: 'TIMSTP',
  required: true,
  hint: say('hentes fra opslaget: den nøjagtige række', 'from the lookup: the exact row'),
})

const reason = text(1000, say('Begrundelse', 'Reason'), {
  required: true,
  hint: say('bliver i sagen', 'stays in the case'),
})

const establishingAuthority = authority(say('Myndighed', 'Authority'), {
  wire: 'MYNKOD',
  hint: say(
    'den myndighed, der har fastslået forholdene, hvis det ikke er den, der indberetter',
    'the authority that established the facts, where it is not the one that reports',
  ),
})

const plainDates = {
  start: { label: say('Startdato', 'Start date'), wire: 'STARTDATO' },
  end: { label: say('Slutdato', 'End date'), wire: 'SLUTDATO' },
}

/** A day that a service takes under two codes is asked once. */
function endOfPeriod({ dates = plainDates }: DataType, which: 'start' | 'end', required: boolean) {
  const { label, wire } = dates[which]
  return date(label, { wire: [...new Set([plainDates[which].wire, wire])], required })
}

const dateUncertain = flag(say('Startdatoen er usikker', 'Start date uncertain'), {
  wire: 'STARTDATOUSM',
})

const endDateUncertain = flag(say('Slutdatoen er usikker', 'End date uncertain'), {
  wire: 'SLUTDATOUSM',
})

/** Part of the row itself where the kind of data has a column of that name. */
function withAuthority({ id }: DataType): Fields {
  return id === 'civil-status' ? {} : { authority: establishingAuthority }
}

interface Shape {
  readonly fields: Fields
  readonly rules: readonly RuleSpec[]
  readonly dateField: string
}

function undo({ id, rulesFor }: DataType, which: 'current' | 'former'): Shape {
  const entities = dataTypeEntities[id]
  const left = which === 'former' ? undoLeavesGap(entities) : undoLeavesNone(entities)
  return {
    fields: { personnummer, timestamp, reason },
    rules: [...undoneRowRules(entities, which), left, ...(rulesFor?.undo ?? [])],
    // Taking back is dated by nothing but the day it is done on.
    dateField: '',
  }
}

function correct(type: DataType, which: 'current' | 'former'): Shape {
  const entities = dataTypeEntities[type.id]
  const period = { startDate: endOfPeriod(type, 'start', false), dateUncertain }
  const end =
    which === 'former' ? { endDate: endOfPeriod(type, 'end', false), endDateUncertain } : {}
  return {
    fields: {
      personnummer,
      timestamp,
      ...type.columns,
      ...period,
      ...end,
      ...withAuthority(type),
      reason,
    },
    rules: [
      ...(type.rules ?? []),
      ...contentRules(entities, Object.keys(type.columns)),
      ...rowRules(entities, which),
      ...correctedPeriodRules(entities, which),
      correctedDatesMove(entities),
      ...(type.rulesFor?.correct ?? []),
    ],
    dateField: 'startDate',
  }
}

function reportFormer(type: DataType): Shape {
  const { needed = [] } = type
  const [entity] = dataTypeEntities[type.id]
  const columns = Object.entries(type.columns).map(
    ([name, field]) => [name, { ...field, required: needed.includes(name) }] as const,
  )
  const late = { entity, columns: Object.keys(type.columns) }
  return {
    fields: {
      personnummer,
      ...Object.fromEntries(columns),
      startDate: endOfPeriod(type, 'start', true),
      dateUncertain,
      endDate: endOfPeriod(type, 'end', true),
      endDateUncertain,
      ...withAuthority(type),
      reason,
    },
    rules: [
      ...(type.rules ?? []),
      ...(needed.length === 0 ? contentIsGiven(Object.keys(type.columns)) : []),
      ...latePeriodRules,
      fitsBetween(late),
      movesNeighbours(late),
      ...(type.rulesFor?.report ?? []),
    ],
    dateField: 'startDate',
  }
}

const shapes: Readonly<Record<Maintenance, (type: DataType) => Shape>> = {
  correctCurrent: (type) => correct(type, 'current'),
  correctFormer: (type) => correct(type, 'former'),
  undoCurrent: (type) => undo(type, 'current'),
  undoFormer: (type) => undo(type, 'former'),
  reportFormer,
}

/** The available operations on a kind of data. */
export function defineMaintenance(type: DataType): readonly EventDefinition[] {
  return operationsOn(type.id).map((operation) => define(type, operation))
}

function define(type: DataType, operation: Maintenance): EventDefinition {
  const { suffix, act, name } = operations[operation]
  const { fields, rules, dateField } = shapes[operation](type)
  const may = keepersOf(type, act)
  const parties = { person: { field: 'personnummer' }, ...partiesIn(type, fields) }
  return defineEvent<string>({
    kind: { type: 'maintenance', dataType: type.id, operation },
    id: `${type.id}.${operationWords[operation]}`,
    name: say(`${type.name.da} - ${name.da}`, `${type.name.en} - ${name.en}`),
    service: `${type.service}-${suffix}`,
    eventCodes: type.codes[act] ?? [],
    role: 'either',
    reporters: may,
    dateField,
    deadlines: [],
    fields,
    rules: [access(may), ...maintenanceRules, ...rules],
    parties,
    reads: Object.keys(parties),
    reportedFor: ['person'],
    lookups: type.lookups,
    // What is written follows from the rows that stand, not from what the form says.
    effects: [],
    followOns: [],
    timers: [],
    stuckWhen: [],
    undo: { dataType: type.id, steps: [], restores: [], blockers: [] },
    maintenance: maintenanceOf(type.id),
  })
}

function keepersOf(
  { keepers, correctors = keepers }: DataType,
  act: Operation['act'],
): readonly Reporter[] {
  return act === 'correct' ? correctors : keepers
}

/** An undo has no columns, and so nobody whom they name. */
function partiesIn(
  { parties = {} }: DataType,
  fields: Fields,
): Readonly<Record<string, PartySource>> {
  return Object.fromEntries(
    Object.entries(parties).filter(([, source]) => !('field' in source) || source.field in fields),
  )
}
