import { entities } from '@sagsgang/events'
import type { Fields } from '@sagsgang/gctp'

import type { Draft } from '../draft.ts'
import { birthDateOf } from '../personnummer.ts'
import { objection } from '../receipts.ts'
import type { Objection } from '../receipts.ts'
import { isCurrent, isValid, rowsOf } from '../rows.ts'
import type { Columns, Person, StoredRow } from '../rows.ts'
import type { Call } from '../updates/update-service.ts'
import { columnsFrom } from './correct.ts'
import type { DataType } from './data-types.ts'

/** A fact of the past that was never reported: a closed row between those that stand. */
export interface LateRow {
  readonly entity: StoredRow['entity']
  readonly columns: Columns
  readonly start: string
  readonly startUncertain: boolean
  readonly end: string
}

/** The first kind of row of a data type is the one reported late. */
export function lateRow(type: DataType, data: Fields): LateRow | undefined {
  const [entity] = type.entities
  if (entity === undefined) return undefined
  const empty = Object.fromEntries(entities[entity].map((column) => [column, null]))
  return {
    entity,
    columns: columnsFrom(type, { entity, columns: empty }, data),
    start: data['STARTDATO']?.slice(0, 8) ?? '',
    startUncertain: data['STARTDATOUSM'] === '*',
    end: data['SLUTDATO']?.slice(0, 8) ?? '',
  }
}

const validRows = (person: Person, { entity }: LateRow): readonly StoredRow[] =>
  rowsOf(person, entity).filter(isValid)

/** The row that the late one begins inside, and the one it ends inside. */
const cutBy = (person: Person, late: LateRow) => {
  const rows = validRows(person, late).filter(({ start, end }) => start !== end)
  return {
    head: rows.find(({ start, end }) => start < late.start && (end === null || end > late.start)),
    tail: rows.find(({ start, end }) => start < late.end && (end === null || end > late.end)),
    swallowed: rows.filter(
      ({ start, end }) => start >= late.start && end !== null && end <= late.end,
    ),
  }
}

function fitFaults(person: Person, late: LateRow): readonly Objection[] {
  const { head, tail, swallowed } = cutBy(person, late)
  const isSplit = head !== undefined && head.id === tail?.id
  const cutsCurrent = [head, tail].some((row) => row !== undefined && isCurrent(row))
  return isSplit || cutsCurrent || swallowed.length > 0 ? [objection('overlaps', 'STARTDATO')] : []
}

export function reportFaults(type: DataType, call: Call): readonly Objection[] {
  const person = call.store.find(call.keys['PNR'] ?? '')
  const late = lateRow(type, call.data)
  if (person === undefined || late === undefined) return [objection('notInRegister', 'PNR')]
  const isBeforeBirth = late.start < (birthDateOf(person.pnr) ?? '') && !late.startUncertain
  if (isBeforeBirth) return [objection('beforeBirth', 'STARTDATO')]
  if (late.end <= late.start) return [objection('endBeforeStart', 'SLUTDATO')]
  if (late.end > call.store.clock.today()) return [objection('future', 'SLUTDATO')]
  return fitFaults(person, late)
}

/** The neighbours give way: one ends where the late row begins, the other begins where it ends. */
export function reportFormer(draft: Draft, person: Person, late: LateRow): StoredRow {
  const { head, tail } = cutBy(person, late)
  if (head !== undefined) draft.change(person.pnr, head, { end: late.start })
  if (tail !== undefined) draft.change(person.pnr, tail, { start: late.end })
  return draft.append(person.pnr, late)
}
