import { findService } from '@sagsgang/gctp'
import type { FormatName } from '@sagsgang/gctp'

import { holdersIn, isTrue, listOf, textOf } from './case-data.ts'
import type { CaseData } from './case-data.ts'
import type { EventDefinition } from './define-event.ts'
import type { Field, FieldType } from './fields.ts'
import { isPnr } from './pnr.ts'
import { toFloor, toHouseNumber, toNoteNumber, wireFormats } from './wire/wire-format.ts'

type Fields = Readonly<Record<string, string>>

/** One report to the register. */
export interface Report {
  /** Whom it is about; null while nobody with a number is. */
  readonly person: string | null
  readonly service: string
  readonly keys: Fields
  readonly data: Fields
  readonly tables?: Readonly<Record<string, readonly Fields[]>>
}

/** One way of writing for what can be written in several: the way of the register's rows. */
const canonicalByCode: Readonly<Record<string, (text: string) => string>> = {
  HUSNR: toHouseNumber,
  ETAGE: toFloor,
  SIDEDOER: (text) => text.trim(),
  NOTATNR: toNoteNumber,
}

/** A value as the register keeps it: one house, floor or number written in one way. */
export function canonicalText(
  field: Pick<Field, 'type' | 'length' | 'wire'>,
  text: string,
): string {
  const canonical = canonicalByCode[field.wire[0] ?? '']
  if (canonical) return canonical(text)
  const isPadded = field.type === 'number' && text !== '' && (field.length ?? 0) > 1
  return isPadded ? text.padStart(field.length ?? 0, '0') : text.trimEnd()
}

/** Fields of a fixed width. */
const writtenByCode: Readonly<Record<string, (text: string) => string>> = {
  HUSNR: wireFormats.houseNumber.write,
  SIDEDOER: wireFormats.door.write,
  NOTATNR: wireFormats.noteNumber.write,
}

function writeText(field: Field, data: CaseData): Fields {
  const text = canonicalText(field, textOf(data, field.name))
  if (text === '') return {}
  return Object.fromEntries(field.wire.map((code) => [code, (writtenByCode[code] ?? String)(text)]))
}

function writeFlag(field: Field, data: CaseData): Fields {
  if (!isTrue(data, field.name)) return {}
  return Object.fromEntries(field.wire.map((code) => [code, code.endsWith('USM') ? '*' : 'X']))
}

function writeLines(field: Field, data: CaseData): Fields {
  return Object.fromEntries(
    field.wire.flatMap((code) =>
      listOf(data, field.name).map((line, index) => [`${code}${index + 1}`, line]),
    ),
  )
}

/** Lists of people are evidence, or reports of their own: they are not sent. */
const nothing = (): Fields => ({})

const writers: Readonly<Record<FieldType, (field: Field, data: CaseData) => Fields>> = {
  pnr: writeText,
  pnrList: nothing,
  holderList: nothing,
  date: writeText,
  time: writeText,
  flag: writeFlag,
  code: writeText,
  authority: writeText,
  country: writeText,
  number: writeText,
  name: writeText,
  text: writeText,
  lines: writeLines,
  reference: writeText,
}

/** The reports that a case makes, in order: one, or one for each of a household. */
export function reportsOf(definition: EventDefinition, data: CaseData): readonly Report[] {
  const [first = '', ...others] = definition.reportedFor
  const keys = write(definition, data, true)
  const report = {
    service: definition.service,
    data: write(definition, data, false),
    ...tablesOf(definition, data),
  }
  return [
    { ...report, keys, person: peopleNamed(definition, data, first)[0] ?? null },
    ...others
      .flatMap((party) => peopleNamed(definition, data, party))
      .map((person): Report => ({ ...report, keys: { ...keys, PNR: person }, person })),
  ]
}

/** Keys of the conversation are those of its service: one field may be sent as a key and as data. */
function write(definition: EventDefinition, data: CaseData, isKey: boolean): Fields {
  const { keys = [], input = [] } = findService(definition.service) ?? {}
  const keyCodes = new Set(keys.map(({ code }) => code))
  const formats = new Map([...keys, ...input].map(({ code, format }) => [code, format]))
  const all: Fields = Object.assign(
    {},
    ...definition.fields.map((field) => writers[field.type](field, data)),
  )
  const meant = Object.entries(all).filter(([code]) => keyCodes.has(code) === isKey)
  return Object.fromEntries(meant.map(([code, text]) => [code, asWritten(text, formats.get(code))]))
}

/** One code is a day in one service and has a time in another. */
function asWritten(text: string, format: FormatName | undefined): string {
  return format === 'datetime12' ? wireFormats.datetime.write(text) : text
}

/** Numbers that the form names for a party. */
export function peopleNamed(
  definition: EventDefinition,
  data: CaseData,
  party: string,
): readonly string[] {
  const source = definition.parties[party]
  if (!source || !('field' in source)) return []
  return [textOf(data, source.field), ...listOf(data, source.field)].filter(isPnr)
}

function tablesOf(definition: EventDefinition, data: CaseData): Pick<Report, 'tables'> {
  const rows = definition.fields
    .filter((field) => field.type === 'holderList')
    .flatMap((field) => holdersIn(data, field.name))
    .map(({ relation, personnummer = '' }): Fields => ({ RELTYP: relation, RELPNR: personnummer }))
  return rows.length === 0 ? {} : { tables: { FORAELDREMYN: rows } }
}
