import { nameOf, getDefinition } from '@sagsgang/events'
import {
  activeStates,
  causeNamed,
  commandsOf,
  followOnsOf,
  unreadable,
  waitsFor,
} from '@sagsgang/machines'

import { authorize, type Action } from '../access/authorize.ts'
import { rightToOpen } from '../access/right-to-open.ts'
import { takesRight } from '../access/takes-right.ts'
import type { CaseView, CommandView, HealthView } from '../case-view.ts'
import type { Actor, Clock } from '../engine/ports.ts'
import { causeIn, standingIn } from '../stuck/case-standing.ts'
import type { CaseRecord } from './case-record.ts'
import { chartVersionOf } from './chart-version.ts'
import { membersOf } from './members.ts'

interface Seeing {
  readonly actor: Actor
  readonly services: { readonly clock: Clock }
}

/** The case as the contract shows it, to this person. */
export function toCaseView(
  record: CaseRecord,
  { actor, services: { clock } }: Seeing,
  row: CaseView['row'],
): CaseView {
  const { snapshot } = record
  const { context } = snapshot
  const definition = getDefinition(record.event)
  return {
    ...headOf(record),
    kind: definition.kind.type,
    row,
    service: definition.service,
    chartVersion: chartVersionOf(definition),
    data: context.data,
    findings: context.findings.map((finding) =>
      finding.severity === 'warning'
        ? { ...finding, confirmed: context.confirmed.includes(finding.rule) }
        : finding,
    ),
    persons: personsIn(record),
    health: healthOf(record, clock),
    ...(record.stuckCause === unreadable ? untold : toldByChart(record, actor)),
    corrections: context.corrections.map(({ caseId }) => caseId),
    replacement: context.replacement,
    plan: context.plan.map((step) => ({ ...step, name: nameOf(step.operation) })),
    blockers: context.blockers,
    differences: context.differences,
    takenBackBy: context.takenBackBy,
    effects: Object.entries(context.open).map(([id, { type, failed }]) => ({
      id,
      type,
      failed: failed ?? null,
    })),
    deadlines: context.deadlines.map(({ id, date, followOn }) => ({
      id,
      date,
      followOn,
      overdue: context.overdue.some((one) => one.id === id && one.followOn === followOn),
    })),
    redacted: false,
  }
}

type ToldByChart = Pick<CaseView, 'followOns' | 'commands' | 'waitsFor' | 'activeStates'>

/** Where it stands and what it takes: the machine's to say. */
const toldByChart = (record: CaseRecord, actor: Actor): ToldByChart => {
  const { snapshot } = record
  const definition = getDefinition(record.event)
  return {
    followOns: followOnsOf(definition, snapshot),
    commands: commandsFor(record, actor),
    waitsFor: waitsFor(definition, snapshot),
    activeStates: activeStates(snapshot),
  }
}

/** Of a case that no machine of this version reads: what is known beside it is still shown. */
const untold: ToldByChart = {
  followOns: [],
  commands: [],
  waitsFor: causeNamed(unreadable).text,
  activeStates: [],
}

const headOf = (record: CaseRecord) => ({
  caseId: record.id,
  number: record.number,
  event: record.event,
  eventName: nameOf(record.event),
  status: record.status,
  state: record.snapshot.value,
  version: record.version,
  parent: record.parentId,
  deadline: record.deadline,
  assignee: record.assignee,
  openedBy: record.openedBy,
  openedAt: record.openedAt,
  changedAt: record.changedAt,
  purpose: record.purpose,
  authority: record.authority,
})

/** What may be known without knowing anybody: where the case stands and what keeps it. */
export function withoutContent(view: CaseView): CaseView {
  return {
    ...view,
    data: {},
    row: null,
    findings: view.findings.map(({ people: _people, ...finding }) => ({ ...finding, fields: [] })),
    persons: [],
    followOns: view.followOns.map((followOn) => ({ ...followOn, people: [] })),
    plan: view.plan.map((step) => ({ ...step, person: '', data: {} })),
    differences: [],
    purpose: '',
    redacted: true,
  }
}

const personsIn = (record: CaseRecord): CaseView['persons'] =>
  membersOf(record).map(({ role, pnr }) => {
    const known = record.people[pnr]
    return {
      role,
      pnr,
      ...(known?.name != null && { name: known.name }),
      ...(known?.protected === true && { protected: true as const }),
    }
  })

function healthOf(record: CaseRecord, clock: Clock): HealthView {
  const cause = causeIn(record)
  const standing = standingIn(record, clock)
  if (cause === null) return { state: 'well', ...standing }
  const { word, text, remedy } = cause
  return { state: 'stuck', cause: word, text, remedy, ...standing }
}

const rightFor: Readonly<Record<string, Action>> = {
  resume: 'cases.resume',
  assign: 'cases.assign',
  decide: 'cases.decide',
  undo: 'cases.undo',
  stopUndo: 'cases.undo',
  correct: 'cases.correct',
}

/**
 * The right that a command takes: who may not order a correction or an undo may not fill one in or send it either. To one
 * that is a follow-on the accepted primary gives the right.
 */
export function actionOf(
  command: string,
  { event, followOn }: Pick<CaseRecord, 'event' | 'followOn'>,
): Action {
  const own = followOn === null ? rightToOpen(getDefinition(event)) : 'cases.open'
  return rightFor[command] ?? (own === 'cases.open' ? 'cases.command' : own)
}

/** The machine says what the case takes; the role may still stand in the way. */
function commandsFor(record: CaseRecord, actor: Actor): readonly CommandView[] {
  const definition = getDefinition(record.event)
  return commandsOf(definition, record.snapshot).map((command) => {
    const verdict = authorize(actor, actionOf(command.type, record), record)
    if (!command.allowed || verdict.type === 'allowed') return command
    return {
      ...command,
      allowed: false,
      reason: takesRight(verdict.reason),
    }
  })
}
