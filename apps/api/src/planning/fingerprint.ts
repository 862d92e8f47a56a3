import { createHash } from 'node:crypto'

import type { CaseData } from '@sagsgang/events'

import { canonicalJson } from '../audit/canonical-json.ts'
import type { PlannedStepView, RowView } from '../plan-view.ts'

/** Names a plan by all that it does: the same steps on the same rows have the same name, whoever asks and whenever. */
export function fingerprintOf(
  steps: readonly { readonly shown: PlannedStepView; readonly data: CaseData }[],
): string {
  const said = steps.map(({ shown, data }) => ({
    operation: shown.operation,
    caseId: shown.caseId,
    person: shown.person,
    policy: shown.policy,
    together: shown.together,
    data,
    before: shown.before.map(withoutNames),
    after: shown.after.map(withoutNames),
  }))
  return createHash('sha256').update(canonicalJson(said)).digest('base64url')
}

function withoutNames({ person, entity, columns, start, end, mark }: RowView) {
  return { person, entity, columns, start, end, mark }
}
