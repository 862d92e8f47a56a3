import { isAfter } from './dates.ts'
import type { RegisterRow } from './entities.ts'
import { pointer } from './expectations.ts'
import type { Difference, ExpectedChange } from './expectations.ts'
import {
  currentRows,
  isCurrent,
  isOfOneKey,
  pointsAt,
  rowReplaced,
  validRows,
} from './person-facts.ts'
import type { PersonView, RegisterView } from './register-view.ts'
import { rowHolds, shownOf } from './wire/wire-tables.ts'
import type { Shown } from './wire/wire-tables.ts'

/** What the register should show and does not. What no lookup shows is taken on trust. */
export function differences(
  expected: readonly ExpectedChange[],
  view: RegisterView,
): readonly Difference[] {
  return expected.flatMap((change) => {
    const shown = shownOf(change.entity)
    if (shown === null) return []
    const person = change.pnr === null ? null : view.people[change.pnr]
    return person
      ? comparisons[change.change]({ person, change, shown, expected })
      : missingPerson(change, person)
  })
}

/** Somebody looked for and not in the register is the greatest difference of all. */
function missingPerson(
  change: ExpectedChange,
  person: PersonView | null | undefined,
): readonly Difference[] {
  if (change.pnr === null || person === undefined) return []
  return [differs(change, 'personnummer', change.pnr, null)]
}

interface Comparison {
  readonly person: PersonView
  readonly change: ExpectedChange
  readonly shown: Shown
  readonly expected: readonly ExpectedChange[]
}

const comparisons: Readonly<
  Record<ExpectedChange['change'], (comparison: Comparison) => readonly Difference[]>
> = {
  append: notStanding,
  create: notStanding,
  set: notStanding,
  end: notEnded,
  annul: notAnnulled,
}

function differs(
  { party, entity }: ExpectedChange,
  column: string,
  expected: string | null,
  found: string | null,
): Difference {
  return { party, entity, column, expected, found }
}

function notStanding(comparison: Comparison): readonly Difference[] {
  const { person, change, shown } = comparison
  const isOver = change.end !== null && !isCurrent({ mark: null, end: change.end }, person)
  if (isOver && !shown.former) return []
  const row = rowStanding(comparison)
  return [...unlikeIn(comparison, row, change.columns), ...unlikeSpan(comparison, row)]
}

/** What is written over keeps its start, and its end unless the report says one. */
function unlikeSpan(
  { change, shown }: Comparison,
  row: RegisterRow | undefined,
): readonly Difference[] {
  const isAppended = change.change === 'append'
  const { start, end } = change
  const compared = [
    { column: 'start', expected: start, isMeant: isAppended && start !== null },
    { column: 'end', expected: end, isMeant: shown.former && (isAppended || end !== null) },
  ] as const
  return compared
    .map((one) => ({ ...one, found: row?.[one.column] ?? null }))
    .filter(({ isMeant, expected, found }) => isMeant && expected !== found)
    .map(({ column, expected, found }) => differs(change, column, expected, found))
}

/** The row that should be the one written; of those that are to end, it may have ended already. */
function rowStanding({ person, change }: Comparison): RegisterRow | undefined {
  const { entity, columns, start, end } = change
  const ending =
    end === null
      ? undefined
      : validRows(person, entity).find(
          (row) => row.start === start && row.end === end && rowHolds(row, columns),
        )
  return ending ?? rowReplaced(person, entity, columns) ?? currentRows(person, entity)[0]
}

function unlikeIn(
  { person, change, shown }: Comparison,
  row: RegisterRow | undefined,
  columns: RegisterRow['columns'],
): readonly Difference[] {
  return Object.entries(columns)
    .filter(([column]) => shown.columns.has(column) || column === pointer)
    .map(([column, expected]) => {
      const found = column === pointer ? pointsAt(person) : (row?.columns[column] ?? null)
      return differs(change, column, expected, found)
    })
    .filter(({ expected, found }) => expected !== found)
}

function notEnded(comparison: Comparison): readonly Difference[] {
  const { change } = comparison
  const [standing] = leftStanding(comparison)
  if (standing) return [differs(change, 'end', change.end, standing.end)]
  const written = Object.entries(change.columns).filter(
    ([column, value]) => (change.before[column] ?? null) !== value,
  )
  const row = rowEnded(comparison)
  return row ? unlikeIn(comparison, row, Object.fromEntries(written)) : []
}

function rowEnded({ person, change }: Comparison): RegisterRow | undefined {
  const { entity, start, end, before } = change
  return validRows(person, entity).find(
    (row) => row.start === start && row.end === end && isOfOneKey(entity, row.columns, before),
  )
}

/** Rows like the one that should be gone, beside such as this very report writes anew. */
function leftStanding({ person, change, shown, expected }: Comparison): readonly RegisterRow[] {
  const { pnr, entity, start, end, before } = change
  const like = validRows(person, entity).filter(
    (row) => row.start === start && rowHolds(row, before),
  )
  const standing = like.filter((row) => row.end === null || (end !== null && isAfter(row.end, end)))
  const anew = expected.filter(
    (other) =>
      other.change === 'append' &&
      other.pnr === pnr &&
      other.entity === entity &&
      other.start === start &&
      [...shown.columns].every(
        (column) => (other.columns[column] ?? null) === (before[column] ?? null),
      ),
  )
  return standing.slice(anew.length)
}

function notAnnulled(comparison: Comparison): readonly Difference[] {
  const { person, change, shown } = comparison
  const [standing] = leftStanding(comparison)
  if (standing) return [differs(change, 'mark', 'A', standing.mark)]
  const isProven = person.rows.some(
    (row) =>
      row.entity === change.entity &&
      row.mark === 'A' &&
      row.start === change.start &&
      rowHolds(row, change.columns),
  )
  return isProven || !shown.marked ? [] : [differs(change, 'mark', 'A', null)]
}
