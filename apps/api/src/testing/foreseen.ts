import { expect } from 'vitest'

import type { PlanView, RowView } from '../plan-view.ts'
import type { ShownRow } from './story.ts'
import type { World } from './world.ts'

type Rows = Readonly<Record<string, readonly ShownRow[]>>

/** Everybody's rows as the register's own window shows them. */
export async function registerOf(
  world: World,
  people: readonly string[],
): Promise<ReadonlyMap<string, Rows>> {
  const shown = await Promise.all(
    people.map(async (pnr) => {
      const person = await world.control<{ readonly rows: Rows }>(`person/${pnr}`)
      return [pnr, person.rows] as const
    }),
  )
  return new Map(shown)
}

interface Said {
  person: string
  entity: string
  columns: Record<string, unknown>
  start: string | null
  end: string | null
  mark: string | null
}

/** What is beside the content of a row, and no plan speaks of. */
const beside = new Set(['current', 'mark', 'start', 'end', 'derivedMark', 'code', 'startUncertain'])

function saidBy(register: ReadonlyMap<string, Rows>): Said[] {
  return [...register].flatMap(([person, kinds]) =>
    Object.entries(kinds).flatMap(([entity, rows]) =>
      rows.map(({ start, end, mark, ...rest }) => {
        const columns = Object.fromEntries(
          Object.entries(rest).filter(([name]) => !beside.has(name)),
        )
        return { person, entity, columns, start, end, mark }
      }),
    ),
  )
}

function isThe(one: Said, row: RowView): boolean {
  const isNumber = row.entity === 'person'
  return (
    one.person === row.person &&
    one.entity === row.entity &&
    (isNumber || (one.start === row.start && one.end === row.end && one.mark === row.mark)) &&
    Object.entries(row.columns).every(([name, value]) => one.columns[name] === value)
  )
}

/** Holds a plan to its word: the rows as they were, with what the plan says becomes of them, are the rows as they are. */
export function expectForeseen(
  plan: PlanView,
  before: ReadonlyMap<string, Rows>,
  now: ReadonlyMap<string, Rows>,
): void {
  const all = saidBy(before)
  for (const { before: was, after } of plan.steps) {
    for (const [index, row] of after.entries()) {
      const former = was[index]
      const { person, entity, columns, start, end, mark } = row
      const found = former && all.find((one) => isThe(one, former))
      if (former && !found)
        throw new Error(`the plan speaks of a ${former.entity} that is not there`)
      if (!found) all.push({ person, entity, columns: { ...columns }, start, end, mark })
      else {
        Object.assign(found, {
          person,
          start,
          end,
          mark,
          columns: { ...found.columns, ...columns },
        })
      }
    }
  }
  expect(inOrder(all)).toEqual(inOrder(saidBy(now)))
}

function inOrder(rows: readonly Said[]): readonly string[] {
  return (
    rows
      .map((row) => ({ ...row, columns: sorted(row.columns) }))
      // Since when a number is, no lookup shows.
      .map((row) => JSON.stringify(row.entity === 'person' ? { ...row, start: '', end: '' } : row))
      .toSorted()
  )
}

function sorted(columns: Record<string, unknown>): readonly (readonly [string, unknown])[] {
  return Object.entries(columns)
    .filter(([, value]) => value !== null)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
}
