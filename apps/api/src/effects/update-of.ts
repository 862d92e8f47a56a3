import { reportsOf } from '@sagsgang/events'
import type { Report } from '@sagsgang/events'
import type { Update } from '@sagsgang/gctp'

import type { CaseGround } from './case-facts.ts'

/** One of the reports that a case makes: a family that moves together makes one for each. */
export function reportOf({ definition, facts }: CaseGround, report: number): Report {
  const found = reportsOf(definition, facts.data)[report]
  if (!found) throw new Error(`${definition.id} makes no report ${report}`)
  return found
}

/** The same as the register is told it, in the name of the authority. */
export function updateOf(ground: CaseGround, report: number): Update {
  const { person: _person, ...update } = reportOf(ground, report)
  return { ...update, authority: ground.facts.authority }
}
