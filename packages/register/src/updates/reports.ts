import type { EventDefinition } from '@sagsgang/events'
import { formats } from '@sagsgang/gctp'
import type { Fields, ServiceField } from '@sagsgang/gctp'

import type { Draft } from '../draft.ts'
import type { Item, Report } from './parties.ts'
import type { Call, UpdateService } from './update-service.ts'

/** A call of an event's service, read as what the event's definition speaks of. */

export interface Described extends Pick<UpdateService, 'id' | 'keys' | 'input'> {
  readonly definition: EventDefinition
}

type Field = EventDefinition['fields'][number]
type Values = Readonly<Record<string, string>>

/** Where the holders of parental authority stand, a row each. */
export const holderTable = 'FORAELDREMYN'

/** A wire text as the register keeps it: flags as `true`, house numbers and doors without padding. */
function canonical(fields: readonly ServiceField[], code: string, value: string): string {
  const format = fields.find((field) => field.code === code)?.format
  const read = format === undefined ? value : formats[format].fromWire(value)
  if (typeof read === 'string') return read.trim()
  return read === true ? 'true' : ''
}

const fiveLines = [1, 2, 3, 4, 5]

/** Five codes under one stem; lines below the last filled one are no lines. */
const linesOf = (codes: readonly string[], wire: Fields): string =>
  codes
    .map((code) => fiveLines.map((line) => (wire[`${code}${line}`] ?? '').trim()).join('\n'))
    .join('\n')
    .trimEnd()

function valueOf(service: Described, field: Field, wire: Fields): string {
  if (field.type === 'lines') return linesOf(field.wire, wire)
  const code = field.wire.find((one) => (wire[one] ?? '') !== '')
  if (code === undefined) return ''
  const text = canonical([...service.keys, ...service.input], code, wire[code] ?? '')
  // A number of a fixed width is a code: its zeros belong to it.
  return field.type === 'number' && text !== '' ? text.padStart(field.length ?? 1, '0') : text
}

function dataOf(service: Described, call: Call): Values {
  const wire: Fields = { ...call.data, ...call.keys }
  return Object.fromEntries(
    service.definition.fields
      .map((field) => [field.name, valueOf(service, field, wire)] as const)
      .filter(([, value]) => value !== ''),
  )
}

const itemOf = ({ RELTYP = '', RELPNR = '' }: Fields): Item => ({
  relation: RELTYP || null,
  personnummer: RELPNR || null,
})

/** One holder may come as plain fields, several come as rows. */
export function holdersIn({ data, tables }: Pick<Call, 'data' | 'tables'>): readonly Item[] {
  const rows = tables[holderTable] ?? (data['RELTYP'] === undefined ? [] : [data])
  return rows.map(itemOf)
}

const itemsOf = ({ definition }: Described, call: Call): Report['items'] =>
  Object.fromEntries(
    definition.fields
      .filter(({ type }) => type === 'holderList')
      .map(({ name }) => [name, holdersIn(call)]),
  )

/** What a call reports, before anything is written. */
export function reportOf(service: Described, call: Call): Report {
  const data = dataOf(service, call)
  const { definition } = service
  return {
    definition,
    data,
    // The event's own date, as it came or as of today.
    date: data[definition.dateField] ?? call.store.clock.today(),
    before: call.store,
    after: call.store,
    newborn: null,
    items: itemsOf(service, call),
  }
}

/** The same report once a draft is being written. */
export const reportInto = (report: Report, draft: Draft, newborn: string | null): Report => ({
  ...report,
  after: draft,
  newborn,
})
