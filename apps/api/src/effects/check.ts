import {
  checkForm,
  checkRegister,
  emptyView,
  insteadOf,
  isReplacedByCatalogue,
  personsOf,
  reportOn,
  reportsOf,
  toldAsPast,
} from '@sagsgang/events'
import type { EventDefinition, Facts, Finding, RegisterView } from '@sagsgang/events'
import type { EffectPayloads } from '@sagsgang/machines'

import type { Answer, Clock, PureHandler, StoredCase } from '../engine/ports.ts'
import { groundOf, storedView } from './case-facts.ts'
import type { EffectDeps } from './deps.ts'

/** Cheap rules before paid lookups: the form is judged alone, then with what the register showed. */
export function checkHandler({ clock }: Pick<EffectDeps, 'clock'>): PureHandler<'check'> {
  return async (db, run) => {
    const { stage } = run.effect.payload
    const view = stage === 'form' ? emptyView : (run.view ?? (await storedView(db, run.case)))
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
  const judged = stage === 'form' ? checkForm(definition, facts) : checkRegister(definition, facts)
  const past = stage === 'form' ? null : asPast(definition, facts, judged)
  const findings = past?.findings ?? judged
  const isFaulty = findings.some(({ severity }) => severity === 'error')
  return {
    type: 'checked',
    findings,
    reportOn: isFaulty ? null : reportOn(definition, facts),
    insteadOf: past?.operation ?? null,
    reports: isFaulty ? 1 : reportsOf(definition, facts.data).length,
    persons: personsOf(definition, facts.data, view),
  }
}

interface AsPast {
  readonly operation: string
  readonly findings: readonly Finding[]
}

/**
 * That a fact belongs to the past is no fault where another case reports it as such: it is only told. The rule against it
 * stands, though, wherever the catalogue does not say that another takes the event's place.
 */
function asPast(
  definition: EventDefinition,
  facts: Facts,
  judged: readonly Finding[],
): AsPast | null {
  const operation = insteadOf(definition, facts)
  const told = toldAsPast(definition, facts)
  if (operation === null || told === null) return null
  const isOverruled = isReplacedByCatalogue(definition)
  const others = judged.filter(({ rule }) => !isOverruled || rule !== told.rule)
  if (others.some(({ severity }) => severity === 'error') && !isOverruled) return null
  return { operation, findings: [...others, told] }
}
