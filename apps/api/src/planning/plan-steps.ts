import type { CompensationStep, EventDefinition } from '@sagsgang/events'

import { isAccepted } from './case-tree.ts'
import type { CaseNode } from './case-tree.ts'

/** One thing to take back, before the register was looked at. */
export interface DraftStep {
  readonly node: CaseNode
  readonly operation: string
  /** `review`: a person decides; the plan leaves it as it is unless they chose it. */
  readonly policy: 'undo' | 'review' | 'keep'
  readonly isChosen: boolean
  readonly together: boolean
}

type Standing = Pick<DraftStep, 'policy' | 'isChosen'>

const must: Standing = { policy: 'undo', isChosen: false }
const stays: Standing = { policy: 'keep', isChosen: false }

/** Whether the plan takes it back. */
export function isTaken({ policy, isChosen }: Standing): boolean {
  return policy === 'undo' || isChosen
}

/** Cases that need not be undone, and that a person chose to undo as well. */
type Also = readonly string[]

/** Follow-ons before the case that gave access to them, the newest first; each with its own follow-ons before it. */
export function draftSteps(root: CaseNode, also: Also): readonly DraftStep[] {
  return stepsOf(root, must, also)
}

function stepsOf(node: CaseNode, standing: Standing, also: Also): readonly DraftStep[] {
  const kept = node.children.filter((child) => !hasStep(node.definition, child) && stands(child))
  return [
    ...kept.flatMap((child) => stepsOf(child, stays, also)),
    ...stepsIn(node.definition).flatMap((step) =>
      step.followOn === null
        ? [ownStep(node, step, standing)]
        : followOnSteps({ node, step, standing }, also),
    ),
  ]
}

/** A maintenance operation is taken back in one step of its own. */
function stepsIn({ id, kind, undo }: EventDefinition): readonly CompensationStep[] {
  if (kind.type === 'event') return undo.steps
  const own = { followOn: null, policy: 'undo', together: false } as const
  return [{ ...own, operation: id, entity: 'person' }]
}

function hasStep({ undo }: EventDefinition, { stored }: CaseNode): boolean {
  return undo.steps.some(({ followOn }) => followOn === stored.followOn)
}

function ownStep(node: CaseNode, step: CompensationStep, standing: Standing): DraftStep {
  return { node, ...standing, operation: step.operation, together: step.together }
}

interface Under {
  readonly node: CaseNode
  readonly step: CompensationStep
  readonly standing: Standing
}

function followOnSteps({ node, step, standing }: Under, also: Also): readonly DraftStep[] {
  const standingCases = node.children.filter(
    (child) => child.stored.followOn === step.followOn && stands(child),
  )
  return standingCases.flatMap((child) => {
    const own = standingOf(child, { node, step, standing }, also)
    const nested = stepsOf(child, own, also)
    return step.together
      ? [...nested.filter((one) => one.node !== child), ownStep(child, step, own)]
      : nested
  })
}

/** What stays takes along nothing that it opened itself. */
function standingOf({ stored }: CaseNode, { step, standing }: Under, also: Also): Standing {
  if (!isTaken(standing)) return stays
  return step.policy === 'undo' ? must : { policy: 'review', isChosen: also.includes(stored.id) }
}

/** Its rows are in the register, and no undo has taken them. */
function stands(child: CaseNode): boolean {
  return isAccepted(child) && !isUndone(child)
}

function isUndone({ stored }: CaseNode): boolean {
  const { context, value } = stored.snapshot
  return context.takenBackBy !== null || JSON.stringify(value).includes('"undone"')
}
