import type { Status } from '../ui/status-tag.tsx'

export const steps = ['data', 'warnings', 'send', 'followOns', 'done'] as const
export type Step = (typeof steps)[number]

/** How far a case has come, in the five steps that people think in. */
const stepOf: Partial<Record<Status, Step>> = {
  draft: 'data',
  checking: 'data',
  confirming: 'warnings',
  reporting: 'send',
  waiting: 'send',
  inDoubt: 'send',
  followOns: 'followOns',
  completed: 'done',
  undoing: 'done',
  undone: 'done',
  partlyUndone: 'done',
  withdrawn: 'data',
}

/** A stuck case stands where its state says, since being stuck is no progress. */
const stuckSteps: readonly (readonly [part: string, step: Step])[] = [
  ['followOns', 'followOns'],
  ['awaitingFollowOns', 'followOns'],
  ['accepted', 'done'],
  ['reporting', 'send'],
  ['confirming', 'warnings'],
]

const hasPart = (states: readonly string[], part: string) =>
  states.some((state) => state.split('/').includes(part))

export const currentStep = (status: Status, activeStates: readonly string[]): Step =>
  stepOf[status] ?? stuckSteps.find(([part]) => hasPart(activeStates, part))?.[1] ?? 'data'
