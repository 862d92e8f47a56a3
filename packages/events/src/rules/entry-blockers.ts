import { blockedByLater } from '../blockers.ts'
import type { Blocker } from '../define-event.ts'
import { say } from '../text.ts'
import { goneSince } from './move-blockers.ts'

/** In the way of taking back an entry on a number that was there before it. */
export const movedOnSince: readonly Blocker[] = [
  blockedByLater(
    { party: 'person', entity: 'address', dateField: 'entryDate' },
    {
      id: 'later-move',
      text: say(
        'en senere flytning er registreret: fortryd den først, eller brug tidligere data',
        'a later move is registered: undo it first, or use former data',
      ),
    },
  ),
  goneSince,
]
