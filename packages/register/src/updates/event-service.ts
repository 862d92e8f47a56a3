import type { Entity, EventDefinition, Value } from '@sagsgang/events'
import { findService } from '@sagsgang/gctp'
import type { Fields } from '@sagsgang/gctp'

import type { Draft } from '../draft.ts'
import { numbersFor } from '../personnummer.ts'
import type { Sex } from '../personnummer.ts'
import { objection } from '../receipts.ts'
import type { Objection } from '../receipts.ts'
import { currentRow } from '../rows.ts'
import { applyEffects, givesNumber } from './apply-effects.ts'
import { disorderIn } from './disorder.ts'
import { eventChecks } from './event-checks.ts'
import { codeOf } from './event-codes.ts'
import { eventTold } from './event-told.ts'
import type { Shared } from './event-told.ts'
import { mayReport } from './grants.ts'
import { keep } from './keep.ts'
import { holdersIn, holderTable, reportInto, reportOf } from './reports.ts'
import type { Described } from './reports.ts'
import type { Call, UpdateService, Written } from './update-service.ts'

/** An update service made of the definitions of its events and the catalogue of services. */

const sexOfCode = (code: string): Sex => (code === 'M' ? 'M' : 'K')

/** The first number that nobody has ever had. */
function freeNumber(call: Call): string | null {
  const { FODT: birthDate = '', KON: sex = '' } = call.keys
  for (const pnr of numbersFor(birthDate, sexOfCode(sex)))
    if (call.store.find(pnr) === undefined) return pnr
  return null
}

function checkFaults({ definition, ...service }: Described, call: Call): readonly Objection[] {
  const { store } = call
  const { date } = reportOf({ ...service, definition }, call)
  const judged = {
    fields: { ...call.data, ...call.keys },
    holders: holdersIn(call),
    date,
    today: store.clock.today(),
    authority: call.authority,
    people: store,
  }
  for (const layer of eventChecks[definition.id] ?? []) {
    const objections = layer.flatMap((check) => check(judged))
    if (objections.length > 0) return objections
  }
  const isFull = givesNumber(definition) && freeNumber(call) === null
  return isFull ? [objection('noNumberLeft', 'FODT')] : []
}

function judge(service: Described, call: Call): readonly Objection[] {
  if (!mayReport(call, service.definition)) return [objection('noAccessToEvent', '')]
  const faults = checkFaults(service, call)
  if (faults.length > 0) return faults
  // Tried on paper first: whatever the checks overlook, nobody's rows are left in disorder.
  const { draft } = written(service, call)
  const [first] = disorderIn(call.store, draft)
  return first === undefined ? [] : [objectionTo(service, first)]
}

/** What is in disorder, told in the words of the form that brought it about. */
function objectionTo({ input }: Described, says: string): Objection {
  // Something that this event writes only sometimes stands later than its day.
  if (says.includes('overlap')) return objection('overlaps', 'HDTO')
  const namesStatus = input.some(({ code }) => code === 'STATUS')
  return namesStatus && says.includes('status')
    ? objection('statusLacksRows', 'STATUS')
    : objection('breaksRows', '')
}

/** The kind of row that the event stands for: what its own undo takes away. */
const standsFor = (definition: EventDefinition): Entity | null =>
  definition.undo.steps.find(({ followOn }) => followOn === null)?.entity ?? null

/** All that the report writes, in a draft. */
function written(service: Described, call: Call) {
  const report = reportOf(service, call)
  const newborn = givesNumber(service.definition) ? freeNumber(call) : null
  const code = codeOf(service.definition, report, call)
  const documentedBy = report.data['authority'] ?? call.data['MYNKOD'] ?? call.authority
  const draft = call.store.draft({ code, authority: documentedBy })
  if (newborn !== null) draft.create(newborn)
  applyEffects(reportInto(report, draft, newborn), draft)
  return { draft, code, documentedBy, newborn }
}

function write(service: Described, call: Call): Written {
  const { definition } = service
  const { store, authority } = call
  const { draft, code, documentedBy, newborn } = written(service, call)
  const subject = newborn ?? call.keys['PNR'] ?? ''
  const change = keep(draft, {
    service: definition.service,
    code,
    authority,
    documentedBy,
    subject,
    standsFor: standsFor(definition),
    created: newborn === null ? [] : [newborn],
    at: store.clock.stamp(),
  })
  const TIMSTP = stampOf(draft, subject, standsFor(definition))
  return { change, output: { PNR: subject, TIMSTP } }
}

/** The key of the row that the event stands for: one that it wrote, else one that it ended. */
function stampOf(draft: Draft, subject: string, entity: Entity | null): string {
  const rows = draft.changes().flatMap(({ pnr, after }) => (pnr === subject ? after : []))
  const own = rows.filter(({ save }) => save === draft.save)
  const row =
    own.findLast((one) => one.entity === entity) ??
    rows.findLast((one) => one.entity === entity) ??
    own.at(-1)
  return row?.timestamp ?? ''
}

/** Wire codes of the columns that an event writes straight from its fields. */
function codesByColumn({ definition }: Described): readonly (readonly [string, string])[] {
  const stands = standsFor(definition)
  return definition.effects
    .filter(({ entity }) => entity === stands)
    .flatMap(({ set }) => Object.entries(set ?? {}))
    .flatMap(([column, value]) =>
      codesOfField(definition, value).map((code) => [column, code] as const),
    )
}

function codesOfField(definition: EventDefinition, value: Value): readonly string[] {
  if (typeof value !== 'object' || value === null || !('field' in value)) return []
  const codes = definition.fields.find(({ name }) => name === value.field)?.wire ?? []
  return 'line' in value ? codes.map((code) => `${code}${value.line}`) : codes
}

/** What may be filled in, with what the register holds now. */
function current(service: Described, call: Call): Fields {
  const person = call.store.find(call.keys['PNR'] ?? '')
  const entity = standsFor(service.definition)
  const row = person === undefined || entity === null ? undefined : currentRow(person, entity)
  const values = Object.fromEntries(service.input.map(({ code }) => [code, '']))
  for (const [column, code] of codesByColumn(service))
    if (code in values) values[code] = row?.columns[column] ?? ''
  return { ...values, MYNKOD: call.authority }
}

/** Without a date it is today; without an authority it is the one that reports. */
const assumed: readonly string[] = ['HDTO', 'MYNKOD']

function requiredOf({ definition, keys, input }: Described): readonly string[] {
  const keyCodes = new Set(keys.map(({ code }) => code))
  const known = new Set(input.map(({ code }) => code))
  return definition.fields
    .filter(({ required, type }) => required && type !== 'holderList')
    .filter(({ wire }) => !wire.some((code) => assumed.includes(code)))
    .flatMap(({ type, wire }) => (type === 'lines' ? wire.map((code) => `${code}1`) : wire))
    .filter((code) => known.has(code) && !keyCodes.has(code))
}

export function eventService(definitions: Shared['definitions']): UpdateService | undefined {
  const description = findService(definitions[0].service)
  if (description === undefined) return undefined
  const { id, keys, input } = description
  const told = (call: Call): Described => eventTold({ id, keys, input, definitions }, call)
  const takesHolders = definitions.some(({ fields }) =>
    fields.some(({ type }) => type === 'holderList'),
  )
  const holderFields = input.filter(({ code }) => ['RELTYP', 'RELPNR'].includes(code))
  return {
    id,
    event: (call) => told(call).definition.id,
    keys,
    input,
    tables: takesHolders ? { [holderTable]: holderFields } : {},
    required: (call) => requiredOf(told(call)),
    mayUse: (call) => definitions.some((definition) => mayReport(call, definition)),
    current: (call) => current(told(call), call),
    judge: (call) => judge(told(call), call),
    write: (call) => write(told(call), call),
  }
}
