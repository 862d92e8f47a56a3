import { formats, type FormatName } from '../formats.ts'
import { systems } from '../public-words.ts'
import type {
  FieldCode,
  ServiceDescription,
  ServiceField,
  ServiceKey,
  ServiceKind,
  ServiceOutput,
  ServiceRow,
  ServiceShape,
} from './describe.ts'
import { fieldCodesAToF } from './field-codes-a-to-f.ts'
import { fieldCodesBeside } from './field-codes-beside.ts'
import { fieldCodesGToV } from './field-codes-g-to-v.ts'
import { lifeServices } from './life-services.ts'
import { maintenanceServices } from './maintenance-services.ts'
import { numberServices } from './number-services.ts'
import { personLookups } from './person-lookups.ts'
import { residenceLookups } from './residence-lookups.ts'
import { residenceServices } from './residence-services.ts'
import { searches } from './searches.ts'
import { tableLookups } from './table-lookups.ts'

const fieldCodes: Readonly<Record<string, FieldCode>> = {
  ...fieldCodesAToF,
  ...fieldCodesGToV,
  ...fieldCodesBeside,
}

/** Every service of the register that is known. */
export const serviceDescriptions: readonly ServiceDescription[] = [
  ...[...residenceLookups, ...personLookups, ...tableLookups].map(describeAs('lookup')),
  ...searches.map(describeAs('search')),
  ...[...numberServices, ...lifeServices, ...residenceServices].map(describeAs('event')),
  ...maintenanceServices.map(describeAs('maintenance')),
]

const byName: ReadonlyMap<string, ServiceDescription> = new Map(
  serviceDescriptions.flatMap((service) =>
    [service.id, ...service.aliases].map((name) => [name.toLowerCase(), service] as const),
  ),
)

/** How a service is described, wherever that is kept. */
export type FindService = (id: string) => ServiceDescription | undefined

/** Ids are compared without regard to case: some servers answer in another one. */
export function findService(id: string): ServiceDescription | undefined {
  return byName.get(id.toLowerCase())
}

/** A field by its code, as any service may name it; a service may give it a format of its own. */
export function findField(code: string): ServiceField | undefined {
  const wanted = code.toUpperCase()
  return Object.hasOwn(fieldCodes, wanted) ? readField(wanted) : undefined
}

function describeAs(kind: ServiceKind): (row: ServiceRow) => ServiceDescription {
  return (row) => ({
    id: row.id,
    aliases: row.aliases ?? [],
    name: row.name,
    kind: row.kind ?? kind,
    system: row.input === undefined ? systems.read : systems.update,
    keys: codesOf(row.keys).map(readKey),
    input: codesOf(row.input ?? '').map(readField),
    output: codesOf(row.output).map(readOutput),
    beside: codesOf(row.beside ?? '').map(readField),
    shape: readShape(row),
    otherTables: codesOf(row.otherTables ?? ''),
    modelled: row.modelled ?? false,
  })
}

function codesOf(line: string): readonly string[] {
  return line.split(' ').filter((code) => code !== '')
}

function readKey(written: string): ServiceKey {
  const required = written.endsWith('!')
  return { ...readField(required ? written.slice(0, -1) : written), required }
}

function readOutput(written: string): ServiceOutput {
  const hasText = written.endsWith('*')
  return { ...readKey(hasText ? written.slice(0, -1) : written), hasText }
}

function readShape({ id, shape }: ServiceRow): ServiceShape {
  const [type = '', name = ''] = (shape ?? `table ${id.toUpperCase()}`).split(' ')
  if (type === 'role') return { type }
  if (type === 'block' || type === 'table') return { type, name }
  throw new Error(`no shape "${type}" of an answer, in service ${id}`)
}

function readField(written: string): ServiceField {
  const [code = '', format] = written.split(':')
  const known = fieldCodes[code]
  if (known === undefined) throw new Error(`no field code ${code} in the catalogue of services`)
  const [ownFormat, da, en] = known
  return { code, name: { da, en }, format: readFormat(format) ?? ownFormat }
}

function readFormat(name: string | undefined): FormatName | undefined {
  return name !== undefined && isFormat(name) ? name : undefined
}

function isFormat(name: string): name is FormatName {
  return Object.hasOwn(formats, name)
}
