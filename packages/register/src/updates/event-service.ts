import type { Entity, EventDefinition, Value } from '@sagsgang/events'
import { findService, formats } from '@sagsgang/gctp'
import type { Fields, ServiceField } from '@sagsgang/gctp'

import type { Draft } from '../draft.ts'
import { numbersFor } from '../personnummer.ts'
import type { Sex } from '../personnummer.ts'
import { objection } from '../receipts.ts'
import type { Objection } from '../receipts.ts'
import { currentRow } from '../rows.ts'
import { applyEffects, givesNumber } from './apply-effects.ts'
import { eventChecks } from './event-checks.ts'
import { mayReport } from './grants.ts'
import { keep } from './keep.ts'
import type { Report } from './parties.ts'
import type { Call, UpdateService, Written } from './update-service.ts'

/** An update service made of an event's definition and the catalogue of services. */

interface Wired {
  readonly name: string
  readonly codes: readonly string[]
}

const wiredFields = (definition: EventDefinition): readonly Wired[] =>
  definition.fields
    .filter(({ wire }) => wire.length > 0)
    .map(({ name, wire }) => ({ name, codes: wire }))

/** A wire text as the register keeps it: flags as `true`, house numbers and doors without padding. */
function canonical(fields: readonly ServiceField[], code: string, value: string): string {
  const format = fields.find((field) => field.code === code)?.format
  const read = format === undefined ? value : formats[format].fromWire(value)
  if (typeof read === 'string') return read.trim()
  return read === true ? 'true' : ''
}

function dataOf(service: Described, call: Call): Readonly<Record<string, string>> {
  const wire: Fields = { ...call.data, ...call.keys }
  const known = [...service.keys, ...service.input]
  const values = wiredFields(service.definition).map(({ name, codes }) => {
    const code = codes.find((one) => (wire[one] ?? '') !== '')
    return [name, code === undefined ? '' : canonical(known, code, wire[code] ?? '')] as const
  })
  return Object.fromEntries(values.filter(([, value]) => value !== ''))
}

/** The event's own date, as it came or as of today. */
const dateOf = ({ definition }: Described, data: Readonly<Record<string, string>>, today: string) =>
  data[definition.dateField] ?? today

interface Described {
  readonly definition: EventDefinition
  readonly keys: UpdateService['keys']
  readonly input: readonly ServiceField[]
}

const sexOfCode = (code: string): Sex => (code === 'M' ? 'M' : 'K')

/** The first number that nobody has ever had. */
function freeNumber(call: Call): string | null {
  const { FODT: birthDate = '', KON: sex = '' } = call.keys
  for (const pnr of numbersFor(birthDate, sexOfCode(sex)))
    if (call.store.find(pnr) === undefined) return pnr
  return null
}

function judge(service: Described, call: Call): readonly Objection[] {
  const data = dataOf(service, call)
  const today = call.store.clock.today()
  const fields = { ...call.data, ...call.keys }
  const date = dateOf(service, data, today)
  for (const layer of eventChecks[service.definition.service] ?? []) {
    const objections = layer.flatMap((check) => check({ fields, date, today, people: call.store }))
    if (objections.length > 0) return objections
  }
  const isFull = givesNumber(service) && freeNumber(call) === null
  return isFull ? [objection('noNumberLeft', 'FODT')] : []
}

/** A birth has one code when both parents are given and another for the mother alone. */
function codeOf({ eventCodes, parties }: EventDefinition, report: Pick<Report, 'data'>): string {
  const [usual = 'Z00', alone] = eventCodes
  const father = parties['father']
  const isAlone =
    father !== undefined && 'field' in father && report.data[father.field] === undefined
  return isAlone && alone !== undefined ? alone : usual
}

/** The kind of row that the event stands for: what its own undo takes away. */
const standsFor = (definition: EventDefinition): Entity | null =>
  definition.undo.steps.find(({ followOn }) => followOn === null)?.entity ?? null

function write(service: Described, call: Call): Written {
  const { definition } = service
  const { store, authority } = call
  const data = dataOf(service, call)
  const newborn = givesNumber(service) ? freeNumber(call) : null
  const code = codeOf(definition, { data })
  const documentedBy = data['authority'] ?? authority
  const draft = store.draft({ code, authority: documentedBy })
  if (newborn !== null) draft.create(newborn)
  const date = dateOf(service, data, store.clock.today())
  applyEffects({ definition, data, date, before: store, after: draft, newborn }, draft)
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

/** The key of the row that the event stands for. */
function stampOf(draft: Draft, subject: string, entity: Entity | null): string {
  const rows = draft.find(subject)?.rows.filter(({ save }) => save === draft.save) ?? []
  const row = rows.findLast((one) => one.entity === entity) ?? rows.at(-1)
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

const codesOfField = (definition: EventDefinition, value: Value): readonly string[] =>
  typeof value === 'object' && value !== null && 'field' in value
    ? (definition.fields.find(({ name }) => name === value.field)?.wire ?? [])
    : []

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

export function eventService(definition: EventDefinition): UpdateService | undefined {
  const description = findService(definition.service)
  if (description === undefined) return undefined
  const service: Described = { definition, keys: description.keys, input: description.input }
  const keyCodes = new Set(description.keys.map(({ code }) => code))
  const required = definition.fields
    .filter((field) => field.required && field.wire.length > 0)
    .flatMap(({ wire }) => wire)
    // Without a date it is today; without an authority it is the one that reports.
    .filter((code) => !keyCodes.has(code) && code !== 'HDTO' && code !== 'MYNKOD')
  return {
    id: description.id,
    event: () => definition.id,
    keys: description.keys,
    input: description.input,
    required,
    mayUse: (type) => mayReport(type, definition),
    current: (call) => current(service, call),
    judge: (call) => judge(service, call),
    write: (call) => write(service, call),
  }
}
