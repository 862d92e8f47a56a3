import type { CaseData, RegisterRow, RegisterView } from '@sagsgang/events'

import type { Clock } from '../engine/ports.ts'
import type { Obstacle } from './blockers.ts'
import type { NumberBack } from './numbers-now.ts'
import type { WrittenByCase } from './written-on.ts'

/** What a step is worked out from, beside the register as the steps before it leave it. */
export interface PlanGround {
  readonly clock: Clock
  /** What our cases have written on these people. */
  readonly written: readonly WrittenByCase[]
  /** Who carries the plan out: the authority of the case that is undone. */
  readonly authority: string
}

export interface PersonRow {
  readonly person: string
  readonly row: RegisterRow
}

/** What stands in the way, and the very rows that do. */
export interface Met {
  readonly obstacle: Obstacle
  readonly rows: readonly PersonRow[]
}

/** What its case would be opened with, and what stands once it is carried out. */
export interface Order {
  readonly operation: string
  readonly person: string
  readonly data: CaseData
  readonly confirmed: readonly string[]
  readonly after: RegisterView
  /** Set where the step gives somebody their old number back: the steps after it go by that one. */
  readonly back?: NumberBack
}

/** What comes of one thing that is to be taken back; without an order nothing is left to do, or nothing can be done. */
export interface Turn {
  readonly met: readonly Met[]
  readonly order: Order | null
}

export const nothingToDo: Turn = { met: [], order: null }

export function met(obstacle: Obstacle, rows: readonly PersonRow[] = []): Met {
  return { obstacle, rows }
}

export function isStopped({ met: all }: Pick<Turn, 'met'>): boolean {
  return all.some(({ obstacle }) => obstacle.severity === 'error')
}
