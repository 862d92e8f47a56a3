import { describe, expect, test } from 'vitest'

import { fixtures } from '../fixtures.ts'
import { fromWire } from '../formats.ts'
import type { FieldValues, Reply, Role, Row } from '../message.ts'
import { systems } from '../public-words.ts'
import { readReply } from '../read-reply.ts'
import { readRequest } from '../read-request.ts'
import { findService, serviceDescriptions } from './catalogue.ts'
import type { ServiceDescription, ServiceField } from './describe.ts'

/** What the services that read are described to take and say, held against messages. */

const readings = serviceDescriptions.filter(({ system }) => system === systems.read)

interface Sample {
  readonly name: string
  readonly keys: Readonly<Record<string, string>>
  readonly reply: Reply
}

/** Messages that stand for drift and for other servers speak of more than is described. */
const strange = new Set(['STAM-drift-in-utf-8'])

const samples: readonly (Sample & { readonly service: string | undefined })[] = fixtures.flatMap(
  ({ name, request, reply }) => {
    const [asked, answered] = [readRequest(request), readReply(reply)]
    if (asked.type !== 'read' || answered.type !== 'read' || strange.has(name)) return []
    const { message } = asked
    if (message.type !== 'read') return []
    const service = findService(message.service)?.id
    return [{ name, service, keys: message.keys, reply: answered.message }]
  },
)

const rowsOf = (role: Role): readonly Row[] =>
  role.tables.flatMap(({ rows }) => rows.filter(({ use }) => use === null))

const partsOf = (role: Role): readonly FieldValues[] => [
  role.fields,
  ...Object.values(role.blocks),
  ...rowsOf(role).map(({ fields }) => fields),
]

/** Where the fields of a service stand: by name in its role, its block or the rows of its table. */
function placesOf({ shape }: ServiceDescription, role: Role): readonly FieldValues[] {
  if (shape.type === 'role') return [role.fields]
  if (shape.type === 'block') return [role.blocks[shape.name] ?? {}]
  return rowsOf({ ...role, tables: role.tables.filter(({ name }) => name === shape.name) }).map(
    ({ fields }) => fields,
  )
}

const misfits = (fields: FieldValues, known: readonly ServiceField[]): readonly string[] =>
  Object.entries(fields).flatMap(([code, { value }]) => {
    const field = known.find((one) => one.code === code)
    return field === undefined || fromWire(field.format, value) === null ? `${code}=${value}` : []
  })

const restart: ServiceField = { code: 'REST', name: { da: 'Rest', en: 'Rest' }, format: 'text' }

describe.each(readings)('$id', (service) => {
  const own = samples.filter((sample) => sample.service === service.id)
  const described = service.output.map(({ code }) => code)
  const known = [...service.output, ...service.beside, restart]

  test('has a message that says all of it', () => {
    const said = own.flatMap(({ reply }) => reply.roles.flatMap((role) => placesOf(service, role)))
    const whole = said.filter((fields) => described.every((code) => fields[code] !== undefined))
    expect(whole).not.toEqual([])
  })

  test.each(own)('takes the keys of $name', ({ keys }) => {
    const asked = Object.entries(keys).map(([code, value]) => [code, { value }])
    expect(misfits(Object.fromEntries(asked), service.keys)).toEqual([])
    expect(Object.keys(keys)).toEqual(
      expect.arrayContaining(
        service.keys.filter(({ required }) => required).map(({ code }) => code),
      ),
    )
  })

  test.each(own)('says in $name what fits its formats', ({ reply }) => {
    const said = reply.roles.flatMap(partsOf)
    expect(said.flatMap((fields) => misfits(fields, known))).toEqual([])
  })

  test('has a text beside every code that needs one', () => {
    const said = own.flatMap(({ reply }) => reply.roles.flatMap(partsOf))
    const needed = service.output.filter(({ hasText }) => hasText).map(({ code }) => code)
    const told = said.flatMap((fields) => needed.filter((code) => fields[code]?.text))
    expect(needed.filter((code) => !told.includes(code))).toEqual([])
  })
})
