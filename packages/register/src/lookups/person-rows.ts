import { wireTablesOf } from '@sagsgang/events'
import type { WireTable } from '@sagsgang/events'
import { findService } from '@sagsgang/gctp'
import type { FieldValues, Table } from '@sagsgang/gctp'

import { isPnr } from '../personnummer.ts'
import { isCurrent, isValid } from '../rows.ts'
import type { Person, StoredRow } from '../rows.ts'
import { found, page, refuse, tableOf } from './answer.ts'
import type { Answer, LookUp, Question } from './answer.ts'
import { extrasOf } from './extras.ts'
import { rowExtrasOf } from './row-extras.ts'
import { writeRow } from './write-row.ts'

/** The lookups that show rows of one person, answered from the table of where each column stands. */

export const newestFirst = (rows: readonly StoredRow[]): readonly StoredRow[] =>
  rows.toSorted((one, other) => other.start.localeCompare(one.start) || other.id - one.id)

/** Current and former rows; marked ones only when asked for. */
function shown(person: Person, table: WireTable, withMarked: boolean): readonly StoredRow[] {
  const rows = person.rows.filter((row) => row.entity === table.entity)
  return newestFirst(withMarked ? rows : rows.filter(isValid))
}

/** Runs a lookup that is keyed on a person; the number is checked first. */
export const onPerson =
  (answer: (person: Person, question: Question) => Answer): LookUp =>
  (question) => {
    const pnr = question.keys['PNR'] ?? ''
    if (!isPnr(pnr)) return refuse(52, 'PNR')
    const person = question.store.find(pnr)
    return person === undefined ? refuse(172, 'PNR') : answer(person, question)
  }

function currentFields(person: Person, tables: readonly WireTable[]): FieldValues {
  const parts = tables.map((table) => {
    const row = person.rows.find((one) => one.entity === table.entity && isCurrent(one))
    return row === undefined ? {} : writeRow(table, row)
  })
  return Object.assign({}, ...parts)
}

export function tablesFor(
  person: Person,
  tables: readonly WireTable[],
  all: boolean,
): readonly Table[] {
  return tables.map((table) =>
    tableOf(
      table.name,
      shown(person, table, all).map((row) => writeRow(table, row)),
    ),
  )
}

const isPaged = (service: string): boolean =>
  findService(service)?.keys.some(({ code }) => code === 'MAXA') ?? false

/** One table: in pages where the service has such, else whole. */
function listRows(person: Person, table: WireTable, { service, keys }: Question): Answer {
  const items = shown(person, table, keys['AKX'] === 'X')
  const write = (row: StoredRow): FieldValues => ({
    ...writeRow(table, row),
    ...rowExtrasOf(service, person, row),
  })
  const { name } = table
  return isPaged(service)
    ? page({ name, items, write }, keys)
    : found({ tables: [tableOf(name, items.map(write))] })
}

export const personRows = onPerson((person, question) => {
  const { service, keys, store } = question
  const tables = wireTablesOf(service)
  const all = keys['AKX'] === 'X'
  const [first, ...others] = tables
  if (first === undefined) return refuse(15)
  if (first.shape === 'table' && others.length === 0) return listRows(person, first, question)
  if (first.shape === 'table') return found({ tables: tablesFor(person, tables, all) })
  const fields = { ...currentFields(person, tables), ...extrasOf(service, person, store) }
  return first.shape === 'block'
    ? found({ blocks: { [first.name]: fields } })
    : found({ fields, tables: all ? tablesFor(person, tables, true) : [] })
})

/** ADRESSE1 and NAVNE1 list what ADRESSE3 and NAVNE3 show in detail. */
export const personList = (detailed: string): LookUp =>
  onPerson((person, question) => {
    const [table] = wireTablesOf(detailed)
    if (table === undefined) return refuse(15)
    return listRows(person, { ...table, name: question.service }, question)
  })
