import type { Entity } from '@sagsgang/events'

import type { Draft } from './draft.ts'
import type { StoredRow } from './rows.ts'
import type { Pointed, RowChange } from './sheet.ts'

/** A person goes over from one number to another. */
export interface Renumbering {
  readonly from: string
  readonly to: string
}

/** A row as it was before a save, and as the save left it. */
export interface RowBefore {
  readonly pnr: string
  readonly row: StoredRow
  readonly became: StoredRow
}

/** One update as it was stored: what it stands for, and what each touched row was before. */
export interface Save {
  readonly id: number
  readonly service: string
  readonly code: string | null
  /** The kind of row that this event is known by; undoing that row takes back the whole save. */
  readonly standsFor: Entity | null
  readonly authority: string
  /** Numbers that this save gave out. */
  readonly created: readonly string[]
  readonly touched: readonly { readonly pnr: string; readonly row: number }[]
  readonly before: readonly RowBefore[]
  /** What the numbers that it made valid again pointed at. */
  readonly pointed?: readonly Pointed[]
  /** The number that it changed, and the one that took its place. */
  readonly renumbered?: Renumbering
  /** Set once the save has been taken back. */
  readonly undone?: true
}

/** What a save leaves behind for whoever wants to take it back. */
export function saveOf(
  draft: Draft,
  facts: Pick<Save, 'service' | 'code' | 'standsFor' | 'authority' | 'created' | 'renumbered'>,
): Save {
  const pointed = draft.pointed()
  return {
    id: draft.save,
    ...facts,
    ...(pointed.length > 0 && { pointed }),
    ...rowsIn(draft.changes()),
  }
}

/** Which rows a save touched, and what became of those that stood before. */
export const rowsIn = (changes: readonly RowChange[]): Pick<Save, 'touched' | 'before'> => ({
  touched: changes.map(({ pnr, after }) => ({ pnr, row: after.id })),
  before: changes.flatMap(({ pnr, before, after }) =>
    before === null ? [] : [{ pnr, row: before, became: after }],
  ),
})
