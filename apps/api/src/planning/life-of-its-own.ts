import { rowHolds } from '@sagsgang/events'
import type { Entity, PersonView, RegisterRow, RegisterView } from '@sagsgang/events'

import type { SavedReport } from './saved-reports.ts'
import type { PersonRow } from './turn.ts'

type Kept = Pick<SavedReport, 'changes' | 'stamps'>

/** Kinds of rows that keep a number from being given up while they stand. */
const weighty: ReadonlySet<Entity> = new Set([
  'name',
  'address',
  'civilStatus',
  'citizenship',
  'church',
  'kinship',
  'parentalAuthority',
  'migration',
  'disappearance',
  'separation',
])

/** What other reports wrote on a number that this one gave: even on the day that it was given. */
export function lifeOfItsOwn(report: Kept, { people }: RegisterView): readonly PersonRow[] {
  const given = report.changes.filter(({ change }) => change === 'create')
  return given
    .flatMap(({ pnr }) => (pnr === null ? [] : (people[pnr] ?? [])))
    .flatMap((person) =>
      person.rows
        .filter((row) => isWeighty(row) && !isOwn(row, person, report))
        .map((row) => ({ person: person.pnr, row })),
    )
}

function isWeighty({ entity, mark }: RegisterRow): boolean {
  return mark === null && weighty.has(entity)
}

/** Written by the report, or by a correction of it. */
function isOwn(row: RegisterRow, { pnr }: PersonView, { changes, stamps }: Kept): boolean {
  const isSaid = changes.some(
    (one) =>
      one.pnr === pnr &&
      one.entity === row.entity &&
      one.start === row.start &&
      rowHolds(row, one.columns),
  )
  return isSaid || stamps.includes(row.timestamp)
}
