import { say } from '@sagsgang/events'

import type { Obstacle } from './blockers.ts'

/** Of a case that the register has not heard of, or no more. */
export const nothingStands: Obstacle = {
  id: 'nothing-stands',
  severity: 'error',
  text: say(
    'Intet af det, sagen har indberettet, står i registret',
    'Nothing that the case has reported stands in the register',
  ),
  freedBy: say(
    'Indberet sagen først, eller åbn en ny: her er intet at rette eller fortryde',
    'Report the case first, or open a new one: nothing is left here to correct or undo',
  ),
}
