import { and, not } from 'xstate'

import type { UndoOrder } from '../changes/undo-plan.ts'
import { asking, dropWork } from './asks.ts'
import { endsStep } from './ends.ts'
import { kit } from './kit.ts'
import type { On, Part } from './kit.ts'
import type { Traits } from './traits.ts'

/** Taking back: everything under way holds still, then a plan is made, then it is carried out step by step. */

export const beginsUndo = {
  guard: not('isReleasing'),
  target: '#halting',
  actions: {
    type: 'orderUndo',
    params: ({ event }: { readonly event: UndoOrder }) => event,
  },
} as const

/** The undo of the case that opened this one begins: nothing more is changed here meanwhile. */
export const holdsStill = {
  target: '#held',
  actions: { type: 'setStopping', params: { stopping: true } },
} as const satisfies On['stop']

/** Back to where it was, which the case itself knows: there is no history to consult. */
function placesBack(traits: Traits) {
  return [{ guard: 'isPartlyUndone', target: '#partlyUndone' }, ...placesAlive(traits)] as const
}

function placesAlive({ isGated }: Traits) {
  return [
    { guard: 'isPartlyReported', target: '#partlyReported' },
    { guard: 'isVerified', target: isGated ? '#awaitingFollowOns' : '#completed' },
    { target: '#verifying' },
  ] as const
}

function calledOff(traits: Traits): On['blocked'] {
  return placesBack(traits).map((place) => ({
    ...place,
    actions: [{ type: 'setBlockers', params: ({ event }) => event }, 'releaseHalted'],
  }))
}

function released(traits: Traits): On['released'] {
  return placesBack(traits).map((place) => ({
    ...place,
    actions: [
      { type: 'setStopping', params: { stopping: false } },
      // A word that is still on its way would answer the next stop before that is heard.
      { type: 'drop', params: { slot: 'tell:halted' } },
      'releaseHalted',
    ],
  }))
}

/** A case that appears while the others hold still is asked too. */
const opened: On['opened'] = [
  {
    guard: { type: 'answers', params: { slot: 'correction' } },
    target: 'halting',
    reenter: true,
    actions: { type: 'addCorrection', params: ({ event }) => event },
  },
  { target: 'halting', reenter: true },
]

/** Everything that this case opened is asked to hold still; only then comes what needs the quiet. */
function haltingUntil(next: 'planning' | 'waiting', { isCorrectable, regions }: Traits): Part {
  const mayOpen = isCorrectable || regions.length > 0
  return {
    entry: 'askToHalt',
    exit: { type: 'drop', params: { slot: 'halt' } },
    always: { guard: 'isAllStill', target: next },
    on: { ...(mayOpen && { opened }), halted: { actions: 'noted' } },
  }
}

/** Taken back in turn: nothing more is rolled forward. */
const stepUndone = { ...endsStep('undone'), target: '#partlyUndone' } as const

const stepEnds: On = {
  caseSettled: { ...endsStep('done'), target: 'compensating', reenter: true },
  caseWithdrawn: { ...endsStep('withdrawn'), target: '#partlyUndone' },
  caseRefused: { ...endsStep('refused'), target: '#partlyUndone' },
  caseUndone: stepUndone,
}

/** What cannot be done need not be waited for. */
const givesUp = { guard: 'hasFailed', target: '#stoppingUndo' } as const

/** The plan is made after halting, so that a case accepted at the last moment is in it. */
export function undoing(traits: Traits): Part {
  return kit.createStateConfig({
    initial: 'halting',
    states: {
      halting: { id: 'halting', ...haltingUntil('planning', traits) },
      planning: asking(
        'plan',
        {
          planned: {
            target: 'compensating',
            actions: { type: 'setPlan', params: ({ event }) => event },
          },
          blocked: calledOff(traits),
          stopUndo: givesUp,
        },
        ({ undoChoice }) => undoChoice,
      ),
      compensating: {
        entry: 'askToCompensate',
        exit: dropWork,
        always: { guard: 'isCompensated', target: 'verifyingUndo', actions: 'markTogether' },
        on: {
          compensating: { actions: { type: 'beginStep', params: ({ event }) => event } },
          stopUndo: givesUp,
          ...stepEnds,
        },
      },
      verifyingUndo: asking('verifyUndo', {
        caseUndone: stepUndone,
        verified: [
          { guard: { type: 'noDifferences', params: ({ event }) => event }, target: '#undone' },
          {
            target: '#partlyUndone',
            actions: { type: 'setDifferences', params: ({ event }) => event },
          },
        ],
      }),
    },
  })
}

/** Some steps stand and some do not: nothing is rolled forward, a person goes on. */
export const partlyUndone: Part = kit.createStateConfig({
  id: 'partlyUndone',
  always: { guard: 'isStopping', target: '#held' },
  on: {
    undo: beginsUndo,
    stopUndo: { guard: not('isReleasing'), target: '#stoppingUndo' },
    stop: holdsStill,
  },
})

/** What still stands is to stand: the steps under way end, and with its own rows the case is alive again. */
export function stoppingUndo(traits: Traits): Part {
  const alive = placesAlive(traits).map((place) => ({
    target: place.target,
    guard: 'guard' in place ? and(['isAllStill', place.guard]) : ('isAllStill' as const),
    actions: ['letStand', 'releaseHalted'] as const,
  }))
  return kit.createStateConfig({
    id: 'stoppingUndo',
    entry: 'askStepsToHalt',
    exit: { type: 'drop', params: { slot: 'halt' } },
    always: [{ guard: and(['isAllStill', 'isTakenBack']), target: '#undone' }, ...alive],
    on: { halted: { actions: 'noted' } },
  })
}

/** Its rows stand while the case that opened it plans to take them back. */
export function held(traits: Traits): Part {
  return kit.createStateConfig({
    id: 'held',
    initial: 'halting',
    on: { released: released(traits) },
    states: {
      halting: haltingUntil('waiting', traits),
      waiting: { entry: { type: 'tellParent', params: { notice: 'halted' } } },
    },
  })
}

export const undone: Part = kit.createStateConfig({
  id: 'undone',
  entry: [
    'closeRows',
    'dropAllButNotices',
    'releaseKept',
    'takeBackCorrections',
    { type: 'tellParent', params: { notice: 'undone' } },
  ],
})
