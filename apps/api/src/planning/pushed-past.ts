import { say } from '@sagsgang/events'
import type { RegisterRow, RegisterView } from '@sagsgang/events'

import type { Obstacle } from './blockers.ts'

/** Somebody's row was over before the day that it is now to begin on: what came after it would be pushed along. */
export function pushedPast(before: RegisterView, after: RegisterView): readonly Obstacle[] {
  const isPast = Object.entries(before.people).some(([pnr, person]) =>
    (person?.rows ?? []).some((row, index) => isOver(row, after.people[pnr]?.rows[index])),
  )
  return isPast ? [coversRow] : []
}

/** Rows keep their index. An entry begins and ends on one day, wherever it is put. */
function isOver(was: RegisterRow, is: RegisterRow | undefined): boolean {
  if (was.start === was.end) return false
  if (was.mark !== null || was.end === null || is?.end == null) return false
  return is.mark === null && is.end > was.end && is.end <= is.start
}

const coversRow: Obstacle = {
  id: 'covers-row',
  severity: 'error',
  text: say(
    'Den rettede dato ligger efter noget senere hos en af dem, hændelsen handler om',
    'The corrected date lies after something later on one of those whom the event is about',
  ),
  freedBy: say(
    'Vælg en dato før det senere, eller fortryd det senere først',
    'Choose a date before the later one, or undo the later one first',
  ),
}
