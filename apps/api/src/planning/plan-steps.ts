import type { CompensationStep } from '@sagsgang/events'

import { isAccepted } from './case-tree.ts'
import type { CaseNode } from './case-tree.ts'

/** One thing to take back, before the register was looked at. */
export interface DraftStep {
  readonly node: CaseNode
  readonly operation: string
  /** `review`: a person decides, by undoing that case on its own; the plan leaves it as it is. */
  readonly policy: 'undo' | 'review'
  readonly together: boolean
}

/** Follow-ons before the case that gave access to them, the newest first; each with its own follow-ons before it. */
export function draftSteps(
  node: CaseNode,
  policy: 'undo' | 'review' = 'undo',
): readonly DraftStep[] {
  return node.definition.undo.steps.flatMap((step) =>
    step.followOn === null ? [ownStep(node, step, policy)] : followOnSteps(node, step, policy),
  )
}

function ownStep(node: CaseNode, step: CompensationStep, policy: 'undo' | 'review'): DraftStep {
  return { node, operation: step.operation, policy, together: step.together }
}

function followOnSteps(
  node: CaseNode,
  step: CompensationStep,
  policy: 'undo' | 'review',
): readonly DraftStep[] {
  const taken = policy === 'review' ? policy : step.policy
  const standing = node.children.filter(
    (child) => child.stored.followOn === step.followOn && isAccepted(child) && !isUndone(child),
  )
  return standing.flatMap((child) =>
    step.together
      ? [
          ...draftSteps(child, taken).filter((nested) => nested.node !== child),
          { node: child, operation: step.operation, policy: taken, together: true },
        ]
      : draftSteps(child, taken),
  )
}

function isUndone({ stored }: CaseNode): boolean {
  const { context, value } = stored.snapshot
  return context.takenBackBy !== null || JSON.stringify(value).includes('"undone"')
}
