import type { Draft } from '../draft.ts'
import type { StoredRow } from '../rows.ts'
import type { Save } from '../saves.ts'
import type { Store } from '../store.ts'
import { correctRow } from './correct.ts'
import type { Place } from './correct.ts'
import type { Correction } from './correction.ts'
import type { RowMeant } from './row-meant.ts'

/** An event dates much that stands in other rows, the survivor's of a death among them: it all moves to the day that was meant. */
export function daysFollow(
  store: Store,
  draft: Draft,
  { person, row }: RowMeant,
  to: Correction,
): void {
  const begun = store.findSave(row.save)
  const ended = store.findSave(row.touched)
  const moved = { pnr: person.pnr, row }
  if (begun?.standsFor === row.entity && to.start !== row.start)
    moveDays(draft, moved, { save: begun, from: row.start, to })
  if (ended?.standsFor === row.entity && row.end !== null && to.end !== null && to.end !== row.end)
    moveDays(draft, moved, {
      save: ended,
      from: row.end,
      to: { start: to.end, startUncertain: false },
    })
}

interface Day {
  readonly save: Save
  readonly from: string
  readonly to: Pick<Correction, 'start' | 'startUncertain'>
}

/** Everything that the save wrote, but the row itself. */
function moveDays(draft: Draft, { row: own }: Place, day: Day): void {
  for (const { pnr, row: id } of day.save.touched) {
    const row = draft.find(pnr)?.rows.find((one) => one.id === id)
    if (row !== undefined && id !== own.id) moveDay(draft, { pnr, row }, day)
  }
}

function moveDay(draft: Draft, { pnr, row }: Place, { save, from, to }: Day): void {
  const { start } = to
  if (row.mark !== null) return
  const isWritten = row.save === save.id && row.start === from
  if (isWritten && row.entity !== 'person') correctRow(draft, { pnr, row }, begunOn(row, to))
  else if (row.end === from && row.save !== save.id)
    // What began later than the day it is to end on has no length.
    draft.restore(pnr, { ...row, end: start < row.start ? row.start : start })
  else if (row.columns['statusDate'] === from)
    draft.restore(pnr, { ...row, columns: { ...row.columns, statusDate: start } })
}

/** What lasts no day is moved whole. */
function begunOn(row: StoredRow, { start, startUncertain }: Day['to']): Correction {
  const isOver = row.end !== null && (row.end === row.start || row.end < start)
  return { columns: row.columns, start, startUncertain, end: isOver ? start : row.end }
}
