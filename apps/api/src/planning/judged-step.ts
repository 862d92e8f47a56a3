import { checkForm, checkRegister } from '@sagsgang/events'
import type { CaseData, EventDefinition, Finding, RegisterView } from '@sagsgang/events'

import { found } from './blockers.ts'
import { met } from './turn.ts'
import type { Met, PlanGround } from './turn.ts'

interface Judged {
  readonly met: readonly Met[]
  /** Rules whose warning the plan shows. */
  readonly confirmed: readonly string[]
}

interface Asked {
  readonly definition: EventDefinition
  readonly data: CaseData
  readonly view: RegisterView
}

/** What the rules will say of a step's own case, over the register as the steps before it leave it. */
export function judgedStep(
  { clock, authority }: PlanGround,
  { definition, data, view }: Asked,
): Judged {
  const facts = {
    data: { ...whoeverOrdersSaysWhy(definition), ...data },
    view,
    today: clock.today(),
    authority,
    viaPrimary: true,
  }
  const findings = [...checkForm(definition, facts), ...checkRegister(definition, facts)]
  return {
    met: distinct(findings).map((finding) => met(found(finding))),
    confirmed: findings.filter(({ severity }) => severity === 'warning').map(({ rule }) => rule),
  }
}

/** The reason is given with the order, and is no part of the plan. */
function whoeverOrdersSaysWhy({ kind }: EventDefinition): CaseData {
  // An event that is reported anew has a reason of its own, if any: a code, not words.
  return kind.type === 'maintenance' ? { reason: 'Fortrydelse' } : {}
}

function distinct(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((finding) => [finding.rule, finding])).values()]
}
