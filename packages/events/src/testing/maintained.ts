import type { CaseData } from '../case-data.ts'
import { getDefinition } from '../catalogue.ts'
import type { Entity, RegisterRow } from '../entities.ts'
import type { ExpectedChange } from '../expectations.ts'
import { foretell } from '../maintenance/foretell.ts'
import type { RegisterView } from '../register-view.ts'
import { row } from './people.ts'

/** The people and rows that maintenance is foretold over. */
export const one = '0101900001'
export const other = '0101900002'
export const third = '0101900003'
export const stamps = [
  '20100101120000000001',
  '20150101120000000001',
  '20200101120000000001',
] as const

type Columns = RegisterRow['columns']

/** Three rows, each beginning where the one before ends, the newest first. */
export function chain(
  entity: Entity,
  columns: readonly [Columns, Columns, Columns],
): readonly RegisterRow[] {
  return [
    row(entity, columns[2], { start: '20200101', timestamp: stamps[2] }),
    row(entity, columns[1], { start: '20150101', end: '20200101', timestamp: stamps[1] }),
    row(entity, columns[0], { start: '20100101', end: '20150101', timestamp: stamps[0] }),
  ]
}

export function after(
  operation: string,
  data: CaseData,
  view: RegisterView,
  save: readonly ExpectedChange[] = [],
): RegisterView {
  return foretell(getDefinition(operation), { personnummer: one, ...data }, view, save)
}

/** A column, start, end and mark of each row of a kind. */
export function rowsOf(view: RegisterView, pnr: string, entity: Entity, column: string) {
  return (view.people[pnr]?.rows ?? [])
    .filter((found) => found.entity === entity)
    .map(({ columns, start, end, mark }) => [columns[column] ?? null, start, end, mark])
}
