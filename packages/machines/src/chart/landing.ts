import { and, not, or, stateIn } from 'xstate'

import type { Landing, LandingPlace } from '../vocabulary.ts'
import { isGateOpen } from './follow-on-guards.ts'
import type { Composed } from './follow-on-guards.ts'
import type { On } from './kit.ts'
import type { Traits } from './traits.ts'

/**
 * Moving a case by hand, when a bug or a register that contradicts itself leaves no other way. Each place is safe by what the
 * case itself knows; who may propose and approve it is not the chart's to say.
 */

const isOver = or([stateIn('#withdrawn'), stateIn('#replaced'), stateIn('#undone')])

/** A save may have left, or lies in the register's own queue. */
const isUnresolved = or(
  ['saving', 'awaitingRegister', 'confirmingQueued', 'reconciling', 'deciding'].map((reporting) =>
    stateIn({ work: { reporting } }),
  ),
)

const isSaved = or([stateIn('#offering'), stateIn('#accepted')])

const isUnsent = and([not(isOver), not(isSaved), not(isUnresolved), 'isFirstReport'])

interface Ordered {
  readonly event: Landing
}

/** It is this place that is meant, and it is safe. */
function mayLand(place: LandingPlace, isSafe: Composed): Composed {
  return and([{ type: 'isTo', params: ({ event }: Ordered) => ({ to: event.to, place }) }, isSafe])
}

/** Until the register has accepted it. */
export const landsUnsaved: On['land'] = [
  {
    guard: mayLand('drafting', and([isUnsent, not(stateIn('#drafting')), not('isStopping')])),
    target: '#drafting',
    actions: ['dropAllButNotices', 'landUnsent', 'tellRefused'],
  },
  { guard: mayLand('withdrawn', isUnsent), target: '#withdrawn' },
  {
    guard: mayLand('deciding', and([isUnresolved, not(stateIn('#deciding'))])),
    target: '#deciding',
    actions: 'dropAllButNotices',
  },
  {
    guard: mayLand(
      'partlyReported',
      and(['isPartlyReported', not(isSaved), not(isUnresolved), not(stateIn('#partlyReported'))]),
    ),
    target: '#partlyReported',
    actions: ['dropAllButNotices', 'landUnsent', 'tellRefused'],
  },
]

/** Its rows stand, nobody is taking them back, and no step of an undo can still change that. */
const isAlive = and([not(isOver), not('isStopping'), not('isTakenBack'), not('hasStepUnderWay')])

/** Landing where it rests is for what failed there. */
const isMoved = (id: string) => or([not(stateIn(id)), 'hasFailed'])

const isUndoing = or([
  stateIn({ work: { accepted: { course: 'undoing' } } }),
  stateIn('#stoppingUndo'),
])

/** From acceptance on. Its follow-ons stay where they are. */
export function landsSaved({ isGated, ...traits }: Traits): On['land'] {
  const gate = isGateOpen({ isGated, ...traits })
  const isWhole = and([isAlive, not('isPartlyReported')])
  const isEnd = and([isWhole, isMoved('#completed'), ...(isGated ? [gate] : [])])
  const isGate = and([isWhole, isMoved('#awaitingFollowOns'), not(gate)])
  const isHalf = and([isAlive, 'isPartlyReported'])
  // A person has judged what the register shows.
  const actions = ['landAlive', 'setVerified'] as const
  return [
    { guard: mayLand('completed', isEnd), target: '#completed', actions },
    ...(isGated
      ? [
          {
            guard: mayLand('awaitingFollowOns', isGate),
            target: '#awaitingFollowOns',
            actions,
          } as const,
        ]
      : []),
    { guard: mayLand('partlyReported', isHalf), target: '#partlyReported', actions: 'landAlive' },
    {
      guard: mayLand('partlyUndone', and([isUndoing, 'hasBegunUndo'])),
      target: '#partlyUndone',
      actions: 'dropUnderWay',
    },
  ]
}
