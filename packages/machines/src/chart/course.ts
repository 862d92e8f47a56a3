import { and, not, stateIn } from 'xstate'

import { asking } from './asks.ts'
import { isGateOpen } from './follow-on-guards.ts'
import { followOns } from './follow-ons.ts'
import { kit } from './kit.ts'
import type { On, Part } from './kit.ts'
import { landsSaved } from './landing.ts'
import type { Traits } from './traits.ts'
import {
  beginsUndo,
  held,
  holdsStill,
  partlyUndone,
  stoppingUndo,
  undoing,
  undone,
} from './undo.ts'

/** From acceptance on a case is parallel: its own course, and its follow-ons. */
export function accepted(traits: Traits): Part {
  return kit.createStateConfig({
    id: 'accepted',
    type: 'parallel',
    states: {
      course: course(traits),
      ...(traits.regions.length > 0 && { followOns: followOns(traits) }),
    },
  })
}

/** Told twice, it is heard once. */
const takenBack: On['takenBack'] = {
  guard: not(stateIn('#undone')),
  target: '#undone',
  actions: { type: 'setTakenBack', params: ({ event }) => event },
}

function course(traits: Traits): Part {
  return kit.createStateConfig({
    initial: 'verifying',
    on: { takenBack, land: landsSaved(traits) },
    states: {
      verifying: verifying(traits),
      ...(traits.isGated && { awaitingFollowOns: awaitingFollowOns(traits) }),
      completed: completed(traits),
      undone,
      held: held(traits),
      undoing: undoing(traits),
      partlyUndone,
      stoppingUndo: stoppingUndo(traits),
    },
  })
}

/** Asked to hold still where it could not. */
const stoppedBefore = { guard: 'isStopping', target: '#held' } as const

/**
 * Read back at once: is everyone touched as the effects said? Asked to stop, it looks first: later, what others have done
 * would be taken for a mistake of its own.
 */
function verifying(traits: Traits): Part {
  const gate = traits.isGated ? 'awaitingFollowOns' : 'completed'
  return {
    ...asking('verify', {
      verified: [
        {
          guard: { type: 'noDifferences', params: ({ event }) => event },
          target: gate,
          actions: 'setVerified',
        },
        {
          actions: [{ type: 'setDifferences', params: ({ event }) => event }, 'tellRefused'],
        },
      ],
      resume: {
        guard: 'hasDifferences',
        target: 'verifying',
        reenter: true,
        actions: { type: 'setDifferences', params: { differences: [] } },
      },
      undo: { ...beginsUndo, guard: and([not('isReleasing'), 'isUnverified']) },
      stop: { ...holdsStill, guard: 'isUnverified' },
    }),
    id: 'verifying',
    always: { ...stoppedBefore, guard: and(['isStopping', 'isUnverified']) },
  }
}

/** Correcting changes nothing about where the case stands: the correction is a case of its own. */
function standing(traits: Traits): On {
  return {
    stop: holdsStill,
    undo: beginsUndo,
    ...(traits.isCorrectable && {
      correct: {
        guard: not('isCorrecting'),
        actions: { type: 'askToCorrect', params: ({ event }) => event },
      },
    }),
  }
}

function awaitingFollowOns(traits: Traits): Part {
  return kit.createStateConfig({
    id: 'awaitingFollowOns',
    // What was ordered stands; what follows from it is its own affair.
    entry: 'tellOrdered',
    always: [stoppedBefore, { guard: isGateOpen(traits), target: 'completed' }],
    on: standing(traits),
  })
}

/** A follow-on undone by itself leads back to waiting. */
function completed(traits: Traits): Part {
  return kit.createStateConfig({
    id: 'completed',
    entry: { type: 'tellParent', params: { notice: 'settled' } },
    always: [
      stoppedBefore,
      ...(traits.isGated
        ? [{ guard: not(isGateOpen(traits)), target: 'awaitingFollowOns' as const }]
        : []),
    ],
    on: standing(traits),
  })
}
