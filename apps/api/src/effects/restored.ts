import type { Difference, ExpectedChange, RegisterRow, RegisterView } from '@sagsgang/events'

/** Where the register is not as it was before these changes were made. */
export function differencesFromBefore(
  changes: readonly ExpectedChange[],
  now: RegisterView,
): readonly Difference[] {
  const created = new Set(
    changes.filter(({ change }) => change === 'create').map((change) => change.pnr),
  )
  return changes.flatMap((change) => {
    if (change.pnr === null) return []
    if (change.change === 'create') return annulled(change, now)
    // What a number taken back had is gone with it.
    return created.has(change.pnr) ? [] : restored(change, now)
  })
}

/** A number that was given cannot be un-given: it is annulled. */
function annulled(change: ExpectedChange, now: RegisterView): readonly Difference[] {
  const status = (change.pnr && now.people[change.pnr]?.status) || null
  return status === '30' ? [] : [{ ...where(change), column: 'status', expected: '30', found: status }]
}

function restored(change: ExpectedChange, now: RegisterView): readonly Difference[] {
  const current = currentRows(change, now)
  const before = change.change === 'end' ? change.columns : change.before
  if (Object.keys(before).length === 0) return goneAgain(change, current)
  if (current.some((row) => unlike(row, before).length === 0)) return []
  const nearest = current.toSorted((a, b) => unlike(a, before).length - unlike(b, before).length)[0]
  return (nearest ? unlike(nearest, before) : Object.keys(before)).map((column) => ({
    ...where(change),
    column,
    expected: before[column] ?? null,
    found: nearest?.columns[column] ?? null,
  }))
}

/** A first row leaves nothing behind. */
function goneAgain(
  change: ExpectedChange,
  current: readonly RegisterRow[],
): readonly Difference[] {
  const still = current.find((row) => unlike(row, change.columns).length === 0)
  if (!still) return []
  return [{ ...where(change), column: 'row', expected: null, found: still.start }]
}

function currentRows({ pnr, entity }: ExpectedChange, now: RegisterView): readonly RegisterRow[] {
  const rows = (pnr && now.people[pnr]?.rows) || []
  return rows.filter((row) => row.entity === entity && row.end === null && row.mark === null)
}

function unlike(row: RegisterRow, columns: ExpectedChange['columns']): readonly string[] {
  return Object.keys(columns).filter(
    (column) => (row.columns[column] ?? null) !== (columns[column] ?? null),
  )
}

function where({ party, entity }: ExpectedChange) {
  return { party, entity }
}
