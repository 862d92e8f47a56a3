import type { StepMark } from '../changes/undo-plan.ts'
import type { Correction } from '../snapshot.ts'

interface Named {
  readonly event: { readonly caseId: string }
}

/** How a step of the plan ends, by a notice of the case that carries it out. */
export function endsStep(to: StepMark['to']) {
  const params = ({ event }: Named) => ({ caseId: event.caseId, to })
  return { guard: { type: 'isStep', params }, actions: { type: 'markStep', params } } as const
}

/** How a correction ends, by a notice of its case. */
export function endsCorrection(to: Correction['state']) {
  const params = ({ event }: Named) => ({ caseId: event.caseId, to })
  return {
    guard: { type: 'isCorrection', params },
    actions: { type: 'markCorrection', params },
  } as const
}
