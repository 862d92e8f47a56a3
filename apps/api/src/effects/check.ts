import {
  checkForm,
  checkRegister,
  emptyView,
  insteadOf,
  personsOf,
  reportOn,
  reportsOf,
} from '@sagsgang/events'
import type { EventDefinition, Finding, RegisterView } from '@sagsgang/events'
import type { EffectPayloads } from '@sagsgang/machines'

import type { Answer, Clock, PureHandler, StoredCase } from '../engine/ports.ts'
import { groundOf, storedView } from './case-facts.ts'
import type { EffectDeps } from './deps.ts'

/** Cheap rules before paid lookups: the form is judged alone, then with what the register showed. */
export function checkHandler({ clock }: Pick<EffectDeps, 'clock'>): PureHandler<'check'> {
  return async (trx, run) => {
    const { stage } = run.effect.payload
    const view = stage === 'form' ? emptyView : await storedView(trx, run.case)
    return judgeCase(run.case, { stage, view, clock })
  }
}

interface Judging {
  readonly stage: EffectPayloads['check']['stage']
  readonly view: RegisterView
  readonly clock: Clock
}

/** What the rules say of a case over this view. */
export function judgeCase(
  stored: StoredCase,
  { stage, view, clock }: Judging,
): Extract<Answer, { type: 'checked' }> {
  const { definition, facts } = groundOf(stored, view, clock)
  const instead = stage === 'form' ? null : insteadOf(definition, facts)
  const judged = stage === 'form' ? checkForm(definition, facts) : checkRegister(definition, facts)
  const findings = instead === null ? judged : judged.map((one) => asPast(definition, one))
  const isFaulty = findings.some(({ severity }) => severity === 'error')
  return {
    type: 'checked',
    findings,
    reportOn: isFaulty ? null : reportOn(definition, facts),
    insteadOf: instead,
    reports: isFaulty ? 1 : reportsOf(definition, facts.data).length,
    persons: personsOf(definition, facts.data, view),
  }
}

/** That a fact belongs to the past is no fault where another case reports it as such: it is only told. */
function asPast({ id }: EventDefinition, finding: Finding): Finding {
  return finding.rule === `${id}.latest` ? { ...finding, severity: 'warning' } : finding
}
