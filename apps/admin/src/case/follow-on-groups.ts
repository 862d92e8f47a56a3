import type { CaseView } from './use-case-command.ts'

export type FollowOn = CaseView['followOns'][number]

/** What must be done, what must be answered, and only then what may be done or has been. */
const followOnGroups = [
  'todo',
  'questions',
  'offers',
  'apart',
  'derived',
  'ended',
  'needless',
] as const

export type FollowOnGroup = (typeof followOnGroups)[number]

const opening: readonly string[] = ['due', 'offered', 'open']

export function groupOf(followOn: Sorted): FollowOnGroup {
  const { state, mode, decides, separateCase } = followOn
  if (state === 'notNeeded') return 'needless'
  if (mode === 'derived') return 'derived'
  if (!opening.includes(state)) return 'ended'
  if (separateCase === true) return 'apart'
  if (state === 'offered') return 'offers'
  return state === 'due' && decides === 'worker' ? 'questions' : 'todo'
}

type Sorted = Pick<FollowOn, 'state' | 'mode' | 'decides' | 'separateCase' | 'deadline' | 'reason'>

export type Grouped<One extends Sorted = FollowOn> = Readonly<Record<FollowOnGroup, readonly One[]>>

export function groupFollowOns<One extends Sorted>(followOns: readonly One[]): Grouped<One> {
  const inGroup = (group: FollowOnGroup) => followOns.filter((one) => groupOf(one) === group)
  return {
    todo: inGroup('todo').toSorted((one, other) => urgency(one).localeCompare(urgency(other))),
    questions: inGroup('questions'),
    offers: inGroup('offers'),
    apart: inGroup('apart'),
    derived: inGroup('derived'),
    ended: inGroup('ended'),
    needless: inGroup('needless'),
  }
}

/** By date; then what runs against none, and last what waits for another. */
const urgency = ({ deadline, reason }: Sorted): string =>
  `${reason === 'awaitsFollowOn' ? 1 : 0}${deadline ?? 'none'}`
