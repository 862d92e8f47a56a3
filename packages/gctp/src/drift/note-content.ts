import { fromWire } from '../formats.ts'
import type { FieldValues, Reply, Role } from '../message.ts'
import { mainRole, restartKey, systems } from '../public-words.ts'
import type { ServiceDescription, ServiceField } from '../services/describe.ts'
import type { Note } from './drift.ts'
import { codeFormats, sampleOf, shapeOf } from './sample-of.ts'

interface Held {
  readonly service: ServiceDescription
  readonly isKnownCode: (field: ServiceField, value: string) => boolean
}

/** Fields by code, and the place of each among those of an answer. */
interface Known {
  readonly fields: ReadonlyMap<string, ServiceField>
  readonly places: ReadonlyMap<string, number>
}

const knownOf = new WeakMap<ServiceDescription, Known>()

/** Every answer is looked at: what a description says is put in order once. */
function getKnown(service: ServiceDescription): Known {
  const kept = knownOf.get(service)
  if (kept !== undefined) return kept
  const { keys, input, output, beside } = service
  const known = {
    fields: new Map([...keys, ...input, ...beside, ...output].map((field) => [field.code, field])),
    places: new Map(output.map(({ code }, place) => [code, place])),
  }
  knownOf.set(service, known)
  return known
}

/** The fields of an answer, held against the description of its service. */
export function noteContent(reply: Reply, held: Held, note: Note): void {
  const { type, roles, receipt } = reply
  for (const role of roles) noteRole(role, held, note)
  const main = roles.find(({ name }) => name === mainRole)
  if (type === 'read' && receipt.outcome === 'done' && main !== undefined)
    noteWhole(main, held.service, note)
}

function noteRole(role: Role, held: Held, note: Note): void {
  // An update answers with whatever may be filled in; only of a lookup is it said where its fields stand.
  if (held.service.system === systems.read) notePlaces(role, held.service, note)
  noteFields(role.fields, held, note)
  for (const values of Object.values(role.blocks)) noteFields(values, held, note)
  for (const { rows } of role.tables) for (const { fields } of rows) noteFields(fields, held, note)
}

function notePlaces({ name, blocks, tables }: Role, service: ServiceDescription, note: Note): void {
  const { shape, otherTables } = service
  const isKnown = (type: 'block' | 'table', place: string) =>
    shape.type === type && shape.name === place
  const strange = [
    ...(name === mainRole ? [] : [name]),
    ...Object.keys(blocks).filter((block) => !isKnown('block', block)),
    ...tables
      .map((table) => table.name)
      .filter((table) => !isKnown('table', table) && !otherTables.includes(table)),
  ]
  for (const place of strange) note('newPlace', place, '')
}

function noteFields(values: FieldValues, held: Held, note: Note): void {
  const { fields } = getKnown(held.service)
  for (const [code, { value }] of Object.entries(values)) {
    const field = fields.get(code)
    if (field !== undefined) noteValue(field, value, held, note)
    else if (code !== restartKey) note('newField', code, shapeOf(value))
  }
}

function noteValue(field: ServiceField, value: string, { isKnownCode }: Held, note: Note): void {
  if (value === '') return
  const fits = fromWire(field.format, value) !== null
  if (fits && isKnownCode(field, value)) return
  const isCode = fits || codeFormats.has(field.format)
  note(isCode ? 'newCode' : 'otherFormat', field.code, sampleOf(field.format, value.trim()))
}

/** Whether all is there that is described, in the order of its description. */
function noteWhole(main: Role, service: ServiceDescription, note: Note): void {
  const { shape } = service
  if (shape.type === 'table') {
    const rows = main.tables.filter(({ name }) => name === shape.name).flatMap((one) => one.rows)
    for (const { use, fields } of rows)
      if (use === null) notePlace(fields, service, { name: shape.name, note })
    return
  }
  const name = shape.type === 'role' ? mainRole : shape.name
  const values = shape.type === 'role' ? main.fields : main.blocks[shape.name]
  if (values === undefined) note('missingPlace', name, '')
  else notePlace(values, service, { name, note })
}

function notePlace(
  values: FieldValues,
  service: ServiceDescription,
  { name, note }: { readonly name: string; readonly note: Note },
): void {
  const { places } = getKnown(service)
  for (const { code } of service.output)
    if (!Object.hasOwn(values, code)) note('missingField', code, '')
  let last = -1
  for (const code of Object.keys(values)) {
    const place = places.get(code) ?? last
    if (place < last) return note('otherOrder', name, code)
    last = place
  }
}
