import type { Text } from '@sagsgang/events'

import type { UndoChoice } from '../effects.ts'
import type { PlanStep } from '../outcomes.ts'
import type { Context, StepProgress } from '../snapshot.ts'
import { ask, askAll } from './asking.ts'
import type { Change } from './asking.ts'
import { stopWaiting, takenBack } from './stopping.ts'

/** Why, and what a person chose and saw. */
export type UndoOrder = { readonly reason: string } & Partial<UndoChoice>

export function orderUndo(_: Context, { reason, also = [], seen = null }: UndoOrder): Change {
  return { undoReason: reason, undoChoice: { also, seen }, blockers: [] }
}

/** What an earlier plan has taken back stays in it: the new one is made over what is left. */
export function setPlan(
  context: Context,
  { steps }: { readonly steps: readonly PlanStep[] },
): Change {
  const done = context.plan.filter(({ state }) => state === 'done')
  return { plan: [...done, ...steps.map(toProgress)], blockers: [], differences: [] }
}

/** Some of it is taken back and some is left that nobody has let stand: there is no way to where the case was. */
export function isPartlyUndone(context: Context): boolean {
  const isDone = context.plan.some(({ state }) => state === 'done')
  return isDone && (isTakenBack(context) || context.plan.some(({ state }) => left.has(state)))
}

const left: ReadonlySet<StepProgress['state']> = new Set([
  'planned',
  'running',
  'refused',
  'withdrawn',
])

/** Nothing is left of the case's own rows. */
export function isTakenBack({ caseId, plan }: Context): boolean {
  const own = plan.filter((step) => step.caseId === caseId)
  return own.length > 0 && own.every(({ state }) => state === 'done')
}

/** The undo ends where it is: what is left of the plan stands, and the case is alive again. */
export function letStand(context: Context): Change {
  return { plan: context.plan.map(kept), undoReason: null, blockers: [], differences: [] }
}

function kept(step: StepProgress): StepProgress {
  return left.has(step.state) ? { ...step, state: 'kept' } : step
}

/** Those who held still are about to be told that they may go on. */
export function isReleasing(context: Context): boolean {
  return Object.values(context.open).some(({ type }) => type === 'release')
}

/** A step that nobody has decided on stays: taking back more than was meant is the worse mistake. */
function toProgress(step: PlanStep): StepProgress {
  return { ...step, state: step.policy === 'undo' ? 'planned' : 'kept', carriedOutBy: null }
}

/** Called off. What an earlier plan has left half-way is still being undone. */
export function setBlockers(
  context: Context,
  { blockers }: { readonly blockers: readonly Text[] },
): Change {
  return { blockers, undoReason: isPartlyUndone(context) ? context.undoReason : null }
}

/** Index of the next step that takes a call of its own. */
function nextStep(context: Context): number {
  return context.plan.findIndex(({ state, together }) => state === 'planned' && !together)
}

export function askToCompensate(context: Context): Change {
  const step = nextStep(context)
  return step < 0 ? {} : ask(context, { effect: 'compensate', slot: 'work', payload: { step } })
}

/** Every step that takes a call has had it. */
export function isCompensated(context: Context): boolean {
  return nextStep(context) < 0 && !context.plan.some(({ state }) => state === 'running')
}

export function beginStep(context: Context, { caseId }: { readonly caseId: string }): Change {
  const payload = context.answering?.payload
  const running = payload && 'step' in payload ? payload.step : -1
  const begin = (step: StepProgress, index: number): StepProgress =>
    index === running ? { ...step, state: 'running', carriedOutBy: caseId } : step
  return { plan: context.plan.map(begin) }
}

export interface StepMark {
  readonly caseId: string
  readonly to: 'done' | 'refused' | 'withdrawn' | 'undone'
}

/** From where a step may come to its end: repeats and late notices change nothing. */
const leaves: Record<StepMark['to'], readonly StepProgress['state'][]> = {
  done: ['running', 'refused'],
  refused: ['running'],
  withdrawn: ['running', 'refused'],
  undone: ['running', 'refused', 'done'],
}

export function isStep(context: Context, { caseId, to }: StepMark): boolean {
  return context.plan.some(
    ({ carriedOutBy, state }) => carriedOutBy === caseId && leaves[to].includes(state),
  )
}

/** A step has ended; the case whose last rows it took back is told. */
export function markStep(context: Context, { caseId, to }: StepMark): Change {
  const mark = (step: StepProgress): StepProgress =>
    step.carriedOutBy === caseId ? { ...step, state: to } : step
  const told = tellTakenBack(context, context.plan.map(mark))
  return { ...told, ...stopWaiting(context, { caseId, to }) }
}

/** What the primary's own undo takes along is done with it. */
export function markTogether(context: Context): Change {
  return tellTakenBack(context, context.plan.map(endedTogether))
}

function endedTogether(step: StepProgress): StepProgress {
  return step.together && step.state === 'planned' ? { ...step, state: 'done' } : step
}

function tellTakenBack(context: Context, plan: readonly StepProgress[]): Change {
  const before = takenBack(context, context.plan)
  const cases = takenBack(context, plan).filter((caseId) => !before.includes(caseId))
  const asks = cases.map(
    (caseId) => ({ effect: 'takeBack', slot: 'takeBack', payload: { caseId } }) as const,
  )
  return { ...askAll(context, asks), plan }
}
