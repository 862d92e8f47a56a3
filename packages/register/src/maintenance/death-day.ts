import type { Draft } from '../draft.ts'
import type { Store } from '../store.ts'
import { correctRow } from './correct.ts'
import type { Place } from './correct.ts'
import type { Correction } from './correction.ts'
import type { RowMeant } from './row-meant.ts'

/** A death dates much that stands in other rows, the survivor's among them: it all moves to the day that was meant. */
export function deathDayFollows(
  store: Store,
  draft: Draft,
  { row: death }: RowMeant,
  to: Correction,
): void {
  const save = store.findSave(death.save)
  if (death.columns['civilStatus'] !== 'D' || save === undefined) return
  for (const { pnr, row: id } of save.touched) {
    const row = draft.find(pnr)?.rows.find((one) => one.id === id)
    if (row !== undefined && id !== death.id)
      moveDay(draft, { pnr, row }, { save: save.id, from: death.start, to })
  }
}

interface Day {
  readonly save: number
  readonly from: string
  readonly to: Correction
}

function moveDay(draft: Draft, { pnr, row }: Place, { save, from, to }: Day): void {
  const { start, startUncertain } = to
  if (row.save === save && row.start === from && row.mark === null)
    correctRow(draft, { pnr, row }, { ...row, start, startUncertain })
  if (row.touched !== save) return
  if (row.end === from) draft.restore(pnr, { ...row, end: start })
  if (row.columns['statusDate'] === from)
    draft.restore(pnr, { ...row, columns: { ...row.columns, statusDate: start } })
}
