import { emptyView, getDefinition, nameOf, reportsOf } from '@sagsgang/events'
import type { Finding } from '@sagsgang/events'
import type { PlanStep } from '@sagsgang/machines'

import type { CaseGround } from '../effects/case-facts.ts'
import type { EffectDeps } from '../effects/deps.ts'
import { receiptFindings } from '../effects/receipt-findings.ts'
import { updateOf } from '../effects/update-of.ts'
import type { PlannedStepView, RehearsalView, RehearsedStep } from '../plan-view.ts'
import type { Caller } from '../register-client/register-port.ts'
import { notRead } from '../register-client/trouble.ts'
import type { NotRead } from '../register-client/trouble.ts'

export type Rehearsed = { readonly type: 'rehearsed'; readonly view: RehearsalView } | NotRead

/** A step with the rows that it shows: whom it touches. */
export interface StepToRehearse {
  readonly step: PlanStep
  readonly shown: Pick<PlannedStepView, 'before' | 'after'>
}

type Deps = Pick<EffectDeps, 'port' | 'clock'>

/** Each step is put before the register as it would be sent, and never saved: what it answers today. */
export async function rehearse(
  deps: Deps,
  caller: Caller,
  steps: readonly StepToRehearse[],
): Promise<Rehearsed> {
  const told: RehearsedStep[] = []
  const troubles: NotRead[] = []
  for (const [place, one] of steps.entries()) {
    const answer = isSent(one.step) ? await askFor(deps, caller, one.step) : nothingAsked
    if (answer.type === 'notRead') {
      // What is closed or locked to this step is so to the others.
      if (answer.again !== 'soon') return answer
      troubles.push(answer)
    }
    told.push(toRehearsed(one.step, answer, stepsBefore(steps, place)))
  }
  const [trouble] = troubles
  const isMute = trouble !== undefined && told.every(({ outcome }) => outcome === 'notAsked')
  return isMute ? trouble : { type: 'rehearsed', view: { steps: told } }
}

/** What another step takes along, and what is kept, is not sent. */
function isSent({ policy, together, data }: PlanStep): boolean {
  return policy === 'undo' && !together && Object.keys(data).length > 0
}

type Answer =
  | { readonly type: 'asked'; readonly findings: readonly Finding[] }
  | { readonly type: 'notAsked' }
  | NotRead

const nothingAsked: Answer = { type: 'notAsked' }

/** A family that moves back makes a report for each: the first that is refused says enough. */
async function askFor(deps: Deps, caller: Caller, step: PlanStep): Promise<Answer> {
  const definition = getDefinition(step.operation)
  const { authority } = caller.actor
  const facts = {
    data: step.data,
    view: emptyView,
    today: deps.clock.today(),
    authority,
    viaPrimary: true,
  }
  const findings: Finding[] = []
  for (const report of reportsOf(definition, step.data).keys()) {
    const answer = await askReport(deps, caller, { ground: { definition, facts }, report })
    if (answer.type !== 'asked') return answer
    findings.push(...answer.findings)
    if (answer.findings.some(isError)) break
  }
  return { type: 'asked', findings }
}

interface ReportToAsk {
  readonly ground: CaseGround
  readonly report: number
}

/** A conversation is opened, the data are judged in it, and it is broken off. */
async function askReport(deps: Deps, caller: Caller, of: ReportToAsk): Promise<Answer> {
  const { definition } = of.ground
  const update = updateOf(of.ground, of.report)
  const opened = await deps.port.initiate(caller, update)
  if (opened.type === 'failed') return notRead(opened.reason)
  const warned = opened.type === 'accepted' ? [] : receiptFindings(definition, opened.receipt)
  if (opened.type === 'refused') return { type: 'asked', findings: warned }
  const judged = await deps.port.validate(caller, opened.dialogue, update)
  if (judged.type !== 'lapsed' && judged.type !== 'failed') {
    await deps.port.abort(caller, opened.dialogue)
  }
  if (judged.type === 'failed') return notRead(judged.reason)
  if (judged.type === 'lapsed') return nothingAsked
  const found = judged.type === 'accepted' ? [] : receiptFindings(definition, judged.receipt)
  return { type: 'asked', findings: distinct([...warned, ...found]) }
}

/** A warning that opened the conversation may be repeated in it. */
function distinct(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((one) => [`${one.rule} ${one.message.da}`, one])).values()]
}

const isError = ({ severity }: Pick<Finding, 'severity'>): boolean => severity === 'error'

function toRehearsed(
  { operation, caseId, person }: PlanStep,
  answer: Answer,
  restsOn: number,
): RehearsedStep {
  const findings = answer.type === 'asked' ? answer.findings : []
  return {
    operation,
    name: nameOf(operation),
    caseId,
    person,
    outcome: answer.type === 'asked' ? outcomeOf(findings) : 'notAsked',
    findings: findings.map(({ rule, severity, fields, message }) => ({
      rule,
      severity,
      fields,
      message,
    })),
    restsOn,
  }
}

function outcomeOf(findings: readonly Finding[]): RehearsedStep['outcome'] {
  if (findings.some(isError)) return 'refused'
  return findings.length > 0 ? 'warned' : 'accepted'
}

/** Those that are carried out before it and change somebody whom it changes: the register does not know of them yet. */
function stepsBefore(steps: readonly StepToRehearse[], place: number): number {
  const own = steps[place]
  if (own === undefined) return 0
  const people = peopleIn(own)
  return steps
    .slice(0, place)
    .filter((one) => isSent(one.step) && [...peopleIn(one)].some((person) => people.has(person)))
    .length
}

function peopleIn({ step, shown }: StepToRehearse): ReadonlySet<string> {
  const { before, after } = shown
  return new Set([step.person, ...[...before, ...after].map(({ person }) => person)])
}
