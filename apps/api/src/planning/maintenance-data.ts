import type { CaseData } from '@sagsgang/events'
import type { PlanStep } from '@sagsgang/machines'

/** What the maintenance case of one step of an undo is opened with: the exact row, and why. */
export function maintenanceData(
  step: Pick<PlanStep, 'person' | 'timestamp'>,
  reason: string,
): CaseData {
  return {
    personnummer: step.person,
    ...(step.timestamp !== null && { timestamp: step.timestamp }),
    reason,
  }
}

/** The same for a correction, whose plan has given the row and its right content. */
export function correctionData(data: CaseData, reason: string): CaseData {
  return { ...data, reason }
}
