import { compareDates, isAfter } from './dates.ts'
import { rowKeys } from './entities.ts'
import type { Entity, RegisterRow } from './entities.ts'
import type { PersonView, RegisterView } from './register-view.ts'

type Columns = RegisterRow['columns']

/** What the rows of a looked-up person say. Marked rows are proof and say nothing. */

export function validRows(person: PersonView, entity: Entity): readonly RegisterRow[] {
  return person.rows.filter((row) => row.entity === entity && row.mark === null)
}

/** Whether a row that has begun stands on a day: one that is to end stands until then. */
export function isOpenOn({ end }: Pick<RegisterRow, 'end'>, day: string): boolean {
  return end === null || isAfter(end, day)
}

export function isCurrent(
  row: Pick<RegisterRow, 'mark' | 'end'>,
  { asOf }: Pick<PersonView, 'asOf'>,
): boolean {
  if (row.mark !== null) return false
  return asOf === undefined ? row.end === null : isOpenOn(row, asOf)
}

export function currentRows(person: PersonView, entity: Entity): readonly RegisterRow[] {
  return person.rows.filter((row) => row.entity === entity && isCurrent(row, person))
}

/** Whether two rows of a kind belong to one chain, and do not stand side by side. */
export function isOfOneKey(entity: Entity, one: Columns, other: Columns): boolean {
  return (rowKeys[entity] ?? []).every((key) => (one[key] ?? null) === (other[key] ?? null))
}

/** The current row whose place a new one takes: of the same key, where several stand side by side. */
export function rowReplaced(
  person: PersonView,
  entity: Entity,
  columns: Columns,
): RegisterRow | undefined {
  return currentRows(person, entity).find((row) => isOfOneKey(entity, row.columns, columns))
}

export function currentRow(person: PersonView, entity: Entity): RegisterRow | undefined {
  return currentRows(person, entity)[0]
}

export function columnOf(person: PersonView, entity: Entity, column: string): string | null {
  return currentRow(person, entity)?.columns[column] ?? null
}

/** Rows that stood on a day; a row that ended that day does not. */
export function rowsOn(person: PersonView, entity: Entity, day: string): readonly RegisterRow[] {
  return validRows(person, entity).filter(
    (row) => compareDates(row.start, day) <= 0 && isOpenOn(row, day),
  )
}

/** The valid number that a dead one points at. */
export function pointsAt({ pnr, validPnr }: PersonView): string | null {
  return validPnr === pnr ? null : validPnr
}

/** The spouse or partner of a couple that stands. */
export function spouseOf(person: PersonView): string | null {
  const row = currentRow(person, 'civilStatus')
  const status = row?.columns['civilStatus'] ?? ''
  return ['G', 'P'].includes(status) ? (row?.columns['spousePersonnummer'] ?? null) : null
}

/** The other half of a couple; the row of somebody who died still names the survivor. */
export function coupleOf(person: PersonView): string | null {
  const row = currentRow(person, 'civilStatus')
  if (row?.columns['civilStatus'] !== 'D') return spouseOf(person)
  return row.columns['spousePersonnummer'] ?? null
}

export function kinOf(
  person: PersonView,
  relation: 'mother' | 'father' | 'child',
): readonly string[] {
  return currentRows(person, 'kinship')
    .filter((row) => row.columns['relation'] === relation)
    .flatMap((row) => row.columns['personnummer'] ?? [])
}

const parentByRelation: Readonly<Record<string, 'mother' | 'father'>> = {
  '00003': 'mother',
  '00004': 'father',
}

/** Numbers of those who hold parental authority; a mother or father may be named by the relation alone. */
export function holdersOf(child: PersonView): readonly string[] {
  return currentRows(child, 'parentalAuthority').flatMap((row) => {
    const holder = row.columns['holderPersonnummer']
    const parent = parentByRelation[row.columns['relation'] ?? '']
    return holder ?? (parent ? kinOf(child, parent) : [])
  })
}

/** Null: no such person. Undefined: not looked up. */
export function findPerson(view: RegisterView, pnr: string): PersonView | null | undefined {
  return view.people[pnr]
}
