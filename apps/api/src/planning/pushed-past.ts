import { say } from '@sagsgang/events'
import type { RegisterRow, RegisterView } from '@sagsgang/events'

import type { Obstacle } from './blockers.ts'

/**
 * Somebody's row was over before the day that it is now to begin on, and what came after it would be pushed along; or
 * it began later than the day that it is now to end on, and nothing would be left of it.
 */
export function pushedPast(
  before: RegisterView,
  after: RegisterView,
  /** The days that were typed: a row may end on the day that it began. */
  days: readonly string[],
): readonly Obstacle[] {
  const isPast = Object.entries(before.people).some(([pnr, person]) =>
    (person?.rows ?? []).some((row, index) => isOver(row, after.people[pnr]?.rows[index], days)),
  )
  return isPast ? [coversRow] : []
}

/** Rows keep their index. An entry begins and ends on one day, wherever it is put. */
function isOver(was: RegisterRow, is: RegisterRow | undefined, days: readonly string[]): boolean {
  if (was.mark !== null || was.end === null || is?.end == null || is.mark !== null) return false
  if (was.start === was.end || is.end > is.start) return false
  return is.end > was.end || is.end < is.start || !days.includes(is.end)
}

const coversRow: Obstacle = {
  id: 'covers-row',
  severity: 'error',
  text: say(
    'Den rettede dato ville dække en hel række hos en af dem, hændelsen handler om',
    'The corrected date would cover a whole row of one of those whom the event is about',
  ),
  freedBy: say(
    'Vælg en dato, som den række kan rumme, eller fortryd den først',
    'Choose a date that leaves room for that row, or undo it first',
  ),
}
