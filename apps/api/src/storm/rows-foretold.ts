import { isDeepStrictEqual } from 'node:util'

import { areRowsShown, entities, wireTables } from '@sagsgang/events'
import type { Entity } from '@sagsgang/events'
import type { Person } from '@sagsgang/register'

import type { PlannedStepView, RowView } from '../plan-view.ts'

/** A plan held against the register: what it says of every row, and what the register says once it is carried out. */

/** Everybody by number. People are never changed in place, so that a copy of the list is a copy of the world. */
export type World = ReadonlyMap<string, Person>

/** One row without its stamps. */
interface Said {
  readonly entity: Entity
  readonly columns: Readonly<Record<string, string | null>>
  readonly start: string
  readonly end: string | null
  readonly mark: string | null
}

type Foretold = Pick<PlannedStepView, 'before' | 'after'>

const isEntity = (name: string): name is Entity => name in entities

function columnsOf(entity: Entity, columns: Said['columns']): Said['columns'] {
  return Object.fromEntries(entities[entity].map((column) => [column, columns[column] ?? null]))
}

/** A kind of row that no lookup shows is none that a plan could know. */
const isEverShown = ({ entity }: Pick<Said, 'entity'>): boolean =>
  ['01', '70', '80'].some((status) => areRowsShown(entity, status))

function rowsOf(person: Person | undefined): readonly Said[] {
  return (person?.rows ?? []).filter(isEverShown).map(({ entity, columns, start, end, mark }) => ({
    entity,
    columns: columnsOf(entity, columns),
    start,
    end,
    mark,
  }))
}

/** Since when a status is: no plan that shows the status alone says. */
const untold = '?'

/** Since when a number is, no lookup shows. */
const isOwnRow = ({ entity }: Pick<RowView, 'entity'>): boolean => entity === 'person'

function isMeant(row: Said, shown: RowView): boolean {
  if (row.entity !== shown.entity || row.mark !== shown.mark) return false
  const isThen = isOwnRow(shown) || (row.start === shown.start && row.end === shown.end)
  return isThen && holds(row.columns, shown.columns)
}

function holds(columns: Said['columns'], shown: RowView['columns']): boolean {
  return Object.entries(shown).every(
    ([column, value]) =>
      !(column in columns) || columns[column] === value || columns[column] === untold,
  )
}

function becoming(row: Said, shown: RowView): Said {
  if (isOwnRow(shown))
    return {
      ...row,
      columns: columnsOf('person', { ...row.columns, statusDate: untold, ...shown.columns }),
    }
  const { start, end, mark } = shown
  const columns = columnsOf(row.entity, { ...row.columns, ...shown.columns })
  return { entity: row.entity, columns, start: start ?? row.start, end, mark }
}

/** Columns that no lookup shows: what they will hold in a new row, nobody can say. */
function untoldIn(entity: Entity): Said['columns'] {
  const shown = wireTables
    .filter((table) => table.entity === entity)
    .flatMap(({ columns }) => Object.keys(columns))
  const others = entities[entity].filter((column) => !shown.includes(column))
  return Object.fromEntries(others.map((column) => [column, untold]))
}

function begun(shown: RowView): Said | undefined {
  const { entity, start, end, mark } = shown
  if (!isEntity(entity)) return undefined
  const columns = { ...columnsOf(entity, shown.columns), ...untoldIn(entity) }
  return { entity, columns, start: start ?? '', end, mark }
}

/** Carries the steps out on paper, and tells what they speak of that is not there. */
function carriedOut(before: World, steps: readonly Foretold[]) {
  const people = new Map<string, Said[]>()
  const missing: string[] = []
  const rowsFor = (pnr: string): Said[] => {
    const known = people.get(pnr) ?? [...rowsOf(before.get(pnr))]
    people.set(pnr, known)
    return known
  }
  const take = (was: RowView): Said | undefined => {
    const rows = rowsFor(was.person)
    const index = rows.findIndex((row) => isMeant(row, was))
    return index < 0 ? undefined : rows.splice(index, 1)[0]
  }
  for (const { before: from, after } of steps)
    for (const [place, shown] of after.entries()) {
      if (!isEntity(shown.entity) || !isEverShown({ entity: shown.entity })) continue
      const was = from[place]
      const row = was && take(was)
      const next = row ? becoming(row, shown) : begun(shown)
      if (was && !row) missing.push(`${was.entity} ${was.start}-${was.end} is not there`)
      else if (next) rowsFor(shown.person).push(next)
    }
  return { people, missing }
}

const isAs = (said: Said, row: Said): boolean =>
  said.entity === row.entity &&
  said.mark === row.mark &&
  said.start === row.start &&
  said.end === row.end &&
  Object.entries(said.columns).every(
    ([column, value]) => value === untold || value === row.columns[column],
  )

/** What of one list is not in the other, row for row. */
function unlike(said: readonly Said[], rows: readonly Said[]): readonly string[] {
  const left = [...rows]
  const wrong = said.filter((one) => {
    const index = left.findIndex((row) => isAs(one, row))
    if (index >= 0) left.splice(index, 1)
    return index < 0
  })
  return [
    ...wrong.map((row) => `foretold ${wordsOf(row)}`),
    ...left.map((row) => `found ${wordsOf(row)}`),
  ]
}

function wordsOf({ entity, columns, start, end, mark }: Said): string {
  const filled = Object.entries(columns).filter(([, value]) => value !== null)
  return `${mark ?? ''}${entity} ${start}-${end ?? ''} ${filled.map(([name, value]) => `${name}=${value}`).join(' ')}`
}

/** Where the register differs from what the steps said of it; nothing where they were right about everybody. */
export function misforetold(
  steps: readonly Foretold[],
  { before, after }: { readonly before: World; readonly after: World },
): readonly string[] {
  const { people, missing } = carriedOut(before, steps)
  const changed = [...after.keys()].filter((pnr) => before.get(pnr) !== after.get(pnr))
  const wrong = [...new Set([...people.keys(), ...changed])].flatMap((pnr) =>
    unlike(people.get(pnr) ?? rowsOf(before.get(pnr)), rowsOf(after.get(pnr))),
  )
  return [...missing, ...wrong]
}

const annulled = '30'

/** Valid rows that are not what they were, on anybody but a number that was given meanwhile and annulled again. */
export function notAsBefore(before: World, after: World): readonly string[] {
  return [...after].flatMap(([pnr, person]) => {
    const was = before.get(pnr)
    if (was === person) return []
    const [then, now] = [validRows(was), validRows(person)]
    const isAnnulled =
      !was &&
      now.every(({ entity, columns }) => entity !== 'person' || columns['status'] === annulled)
    return isAnnulled || isDeepStrictEqual(then, now)
      ? []
      : unlike(rowsOf(was).filter(isValid), rowsOf(person).filter(isValid)).concat(
          then.length === now.length ? [] : [`${now.length} valid rows, not ${then.length}`],
        )
  })
}

const isValid = ({ mark }: Pick<Said, 'mark'>): boolean => mark === null

/** Everything that is said of them, by whom and when it was written down left out. */
function validRows(person: Person | undefined) {
  return (person?.rows ?? [])
    .filter(isValid)
    .map(({ id, entity, columns, start, startUncertain, end, endsAhead, code, derivedMark }) => ({
      id,
      entity,
      columns,
      start,
      startUncertain,
      end,
      endsAhead,
      code,
      derivedMark,
    }))
}
