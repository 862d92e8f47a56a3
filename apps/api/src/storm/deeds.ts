import { correct } from './correcting.ts'
import type { Deed } from './life.ts'
import { report, reportLate } from './reporting.ts'
import { undo, undoHalfway } from './undoing.ts'

/** What may be done in a history, as often as it is done. */

const passDays: Deed = async ({ house, random, last }) => {
  await house.advance(random.below(3))
  return last
}

export const lots: readonly Deed[] = [
  report,
  report,
  undo,
  undo,
  undo,
  correct,
  correct,
  reportLate,
  undoHalfway,
  undoHalfway,
  passDays,
]
