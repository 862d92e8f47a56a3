import { fieldForColumn } from '@sagsgang/events'
import type { EventDefinition } from '@sagsgang/events'

import { mayReport } from '../access/may-report.ts'
import { fixedField, keptByOthers } from './blockers.ts'
import type { Obstacle } from './blockers.ts'
import type { CaseNode } from './case-tree.ts'
import type { RowToCorrect } from './correction-data.ts'
import { labelOf } from './correction-target.ts'
import type { PlanGround } from './turn.ts'

interface Wanted {
  readonly node: CaseNode
  readonly target: RowToCorrect
  readonly ground: PlanGround
}

/** What the maintenance service does not take, or does not take from this authority. */
export function obstaclesToCorrection(
  maintenance: EventDefinition | undefined,
  { node, target, ground }: Wanted,
): readonly Obstacle[] {
  const changed = target.changes.map(({ field }) => labelOf(node, field))
  if (!maintenance) return changed.map(fixedField)
  const outside = target.changes.filter(
    ({ written }) => fieldForColumn(maintenance, target.row, written.column) === null,
  )
  if (outside.length > 0) return outside.map(({ field }) => fixedField(labelOf(node, field)))
  return mayReport(maintenance, ground) ? [] : changed.map(keptByOthers)
}
