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
  /** The register's stamp of the conversation in which it was written. */
  readonly reportedAt: string
}

/** What a case hands down to those it opened, and they may change. */
type Standing = Pick<DraftStep, 'policy' | 'isChosen' | 'reportedAt'>

/** Whether the plan takes it back. */
export function isTaken({ policy, isChosen }: Pick<Standing, 'policy' | 'isChosen'>): boolean {
  return policy === 'undo' || isChosen
}

/** Cases that need not be undone, and that a person chose to undo as well. */
type Also = readonly string[]

/** The newest first, and so each before the case that gave access to it; what one save wrote in the catalogue's order. */
export function draftSteps(root: CaseNode, also: Also): readonly DraftStep[] {
  const must: Standing = { policy: 'undo', isChosen: false, reportedAt: '' }
  return stepsOf(root, must, also).toSorted(newerFirst)
}

function newerFirst(one: DraftStep, other: DraftStep): number {
  if (one.reportedAt === other.reportedAt) return 0
  return one.reportedAt < other.reportedAt ? 1 : -1
}

function stepsOf(node: CaseNode, above: Standing, also: Also): readonly DraftStep[] {
  const standing = { ...above, reportedAt: reportedAt(node) ?? above.reportedAt }
  const kept = node.children.filter((child) => !hasStep(node.definition, child) && stands(child))
  return [
    ...kept.flatMap((child) => stepsOf(child, staying(standing), also)),
    ...stepsIn(node.definition).flatMap((step) =>
      step.followOn === null
        ? [ownStep(node, step, standing)]
        : followOnSteps({ node, step, standing }, also),
    ),
  ]
}

/** Undefined for what another's save wrote. */
function reportedAt({ submissions }: CaseNode): string | undefined {
  return submissions
    .map(({ dialogue }) => dialogue)
    .toSorted()
    .at(-1)
}

function staying(standing: Standing): Standing {
  return { ...standing, policy: 'keep', isChosen: false }
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
  if (!isTaken(standing)) return staying(standing)
  return step.policy === 'undo'
    ? { ...standing, policy: 'undo', isChosen: false }
    : { ...standing, policy: 'review', isChosen: also.includes(stored.id) }
}

/** Its rows are in the register, and no undo has taken them. */
export function stands(child: CaseNode): boolean {
  return isAccepted(child) && !isUndone(child)
}

function isUndone({ stored }: CaseNode): boolean {
  const { context, value } = stored.snapshot
  return context.takenBackBy !== null || JSON.stringify(value).includes('"undone"')
}
