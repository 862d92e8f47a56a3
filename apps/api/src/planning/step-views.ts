import { nameOf } from '@sagsgang/events'
import type { RegisterRow, RegisterView } from '@sagsgang/events'

import type { PlannedStepView } from '../plan-view.ts'
import type { DraftStep } from './plan-steps.ts'
import { rowToUndo } from './row-to-undo.ts'
import { toRowView } from './row-views.ts'
import type { SavedReport } from './saved-reports.ts'

/** One row to take back, a maintenance case to take back, or a case that another step takes along. */
export type Item =
  | { readonly type: 'report'; readonly step: DraftStep; readonly report: SavedReport }
  | { readonly type: 'maintenance' | 'together'; readonly step: DraftStep }

/** What another step takes along is no change of its own. */
export function shownAlong(step: DraftStep): PlannedStepView {
  const [first] = step.node.stored.snapshot.context.persons
  return { ...outline(step, step.operation), person: first?.pnr ?? '', before: [], after: [] }
}

/** The row is shown, and nothing becomes of it. */
export function shownKept(view: RegisterView, item: Item): PlannedStepView {
  const kept = standingOf(view, item)
  const rows = kept.row ? [toRowView(kept.person, kept.row)] : []
  return {
    ...outline(item.step, item.step.operation),
    person: kept.person,
    before: rows,
    after: rows,
  }
}

function standingOf(
  view: RegisterView,
  item: Item,
): { readonly person: string; readonly row: RegisterRow | null } {
  if (item.type !== 'report') {
    const [first] = item.step.node.stored.snapshot.context.persons
    return { person: first?.pnr ?? '', row: null }
  }
  const found = rowToUndo(item.report, view)
  return { person: item.report.person, row: 'row' in found ? found.row : null }
}

export function outline({ node: { stored }, policy, together }: DraftStep, operation: string) {
  return {
    operation,
    name: nameOf(operation),
    caseId: stored.id,
    policy,
    together,
    isPrimary: false,
    acceptedOn: stored.snapshot.context.accepted.on,
  }
}
