import type { CaseData, ExpectedChange } from '@sagsgang/events'

import type { DraftStep } from './plan-steps.ts'
import type { SavedReport } from './saved-reports.ts'

/** Somebody goes back from one number to another in the course of a plan. */
export interface NumberBack {
  readonly from: string
  readonly to: string
}

/** What was reported, under the numbers that stand once the steps before it are done. */
export function reportNow(report: SavedReport, backs: readonly NumberBack[]): SavedReport {
  return backs.reduce(
    (now, back) => ({
      ...now,
      person: now.person === back.from ? back.to : now.person,
      changes: now.changes.map((change) => renamedChange(change, back)),
      node: nodeNow(now.node, back),
    }),
    report,
  )
}

export function stepNow(step: DraftStep, backs: readonly NumberBack[]): DraftStep {
  return backs.reduce((now, back) => ({ ...now, node: nodeNow(now.node, back) }), step)
}

function nodeNow(node: DraftStep['node'], back: NumberBack): DraftStep['node'] {
  const { stored } = node
  const { context } = stored.snapshot
  const data = renamedData(context.data, back)
  return {
    ...node,
    stored: { ...stored, snapshot: { ...stored.snapshot, context: { ...context, data } } },
  }
}

function renamedChange(change: ExpectedChange, back: NumberBack): ExpectedChange {
  const { pnr, columns, before } = change
  return {
    ...change,
    pnr: pnr === back.from ? back.to : pnr,
    columns: renamedColumns(columns, back),
    before: renamedColumns(before, back),
  }
}

function renamedColumns(columns: ExpectedChange['columns'], { from, to }: NumberBack) {
  return Object.fromEntries(
    Object.entries(columns).map(([column, value]) => [column, value === from ? to : value]),
  )
}

function renamedData(data: CaseData, { from, to }: NumberBack): CaseData {
  return Object.fromEntries(
    Object.entries(data).map(([field, value]) => [field, value === from ? to : value]),
  )
}
