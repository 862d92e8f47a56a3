import { and, not, or, stateIn } from 'xstate'

import { kit } from './kit.ts'
import type { Part } from './kit.ts'

/** Why nothing happens by itself: worked out from the case, so that whatever frees it also heals it. */
const isStuck = or([
  'hasFailed',
  'isPressed',
  stateIn('#partlyReported'),
  and([stateIn('#verifying'), 'hasDifferences']),
])

/** Beside the course, not a place on it: a stuck case keeps its place and can still be worked on. */
export const health: Part = kit.createStateConfig({
  initial: 'well',
  states: {
    well: { always: { guard: isStuck, target: 'stuck' } },
    stuck: {
      always: { guard: not(isStuck), target: 'well' },
      on: { resume: { guard: 'hasFailed', actions: 'repeatFailed' } },
    },
  },
})
