import { textOf } from '../case-data.ts'
import type { Facts } from '../define-event.ts'
import type { Entity, RegisterRow } from '../entities.ts'
import { isOfOneKey } from '../person-facts.ts'
import type { PersonView } from '../register-view.ts'
import { personIn } from '../rules/subjects.ts'

/** The exact row that a case is about: the register's own time stamp is its key. */
export function rowMeant(facts: Facts, entities: readonly Entity[]): RegisterRow | undefined {
  const stamp = textOf(facts.data, 'timestamp')
  return rowsKept(facts, entities).find(({ timestamp }) => timestamp === stamp)
}

export function rowsKept(facts: Facts, entities: readonly Entity[]): readonly RegisterRow[] {
  const rows = personIn(facts, 'personnummer')?.rows ?? []
  return rows.filter(({ entity }) => entities.includes(entity))
}

export interface Neighbours {
  /** The row that ended where this one begins. */
  readonly before: RegisterRow | undefined
  /** The row that began where this one ends. */
  readonly after: RegisterRow | undefined
}

/** The valid rows beside it in its chain. A marked row is proof and stands beside nothing. */
export function neighboursOf(person: PersonView, row: RegisterRow): Neighbours {
  const others = othersInChain(person, row)
  return {
    before: others.find(({ end, start }) => end === row.start && start <= row.start),
    after: row.end === null ? undefined : others.find(({ start }) => start === row.end),
  }
}

/** The valid rows of its chain that began when it had ended. */
export function rowsAfter(person: PersonView, row: RegisterRow): readonly RegisterRow[] {
  const { end } = row
  return end === null ? [] : othersInChain(person, row).filter(({ start }) => start >= end)
}

function othersInChain(person: PersonView, row: RegisterRow): readonly RegisterRow[] {
  return person.rows.filter(
    (other) =>
      other !== row &&
      other.mark === null &&
      other.entity === row.entity &&
      isOfOneKey(row.entity, other.columns, row.columns),
  )
}
