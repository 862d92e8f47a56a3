import { wireTablesOf } from '@sagsgang/events'
import type { WireTable } from '@sagsgang/events'
import type { FieldValues, Table } from '@sagsgang/gctp'

import { isPnr } from '../personnummer.ts'
import { isCurrent, isValid } from '../rows.ts'
import type { Person, StoredRow } from '../rows.ts'
import { found, page, refuse, tableOf } from './answer.ts'
import type { Answer, LookUp, Question } from './answer.ts'
import { extrasOf, titlesOf } from './extras.ts'
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

export const personRows = onPerson((person, question) => {
  const { service, keys, store } = question
  const tables = wireTablesOf(service)
  const all = keys['AKX'] === 'X'
  const [first, ...others] = tables
  if (first === undefined) return refuse(15)
  const extras = extrasOf(service, person, store)
  if (first.shape === 'block') {
    const fields = titlesOf({ ...currentFields(person, tables), ...extras })
    return found({ blocks: { [first.name]: fields } })
  }
  if (first.shape === 'role') {
    const fields = titlesOf({ ...currentFields(person, tables), ...extras })
    return found({ fields, tables: all ? tablesFor(person, tables, true) : [] })
  }
  const [table] = tablesFor(person, [first], all)
  if (others.length === 0 && table !== undefined) return page(table, keys)
  return found({ tables: tablesFor(person, tables, all) })
})

/** ADRESSE1 and NAVNE1 list what ADRESSE3 and NAVNE3 show in detail. */
export const personList = (detailed: string): LookUp =>
  onPerson((person, { service, keys }) => {
    const [table] = wireTablesOf(detailed)
    if (table === undefined) return refuse(15)
    const rows = shown(person, table, keys['AKX'] === 'X')
    const written = rows.map((row) => titlesOf(writeRow(table, row)))
    return page(tableOf(service, written), keys)
  })
