import {
  findDefinition,
  foretell,
  getDefinition,
  isCurrent,
  readsFor,
  textOf,
} from '@sagsgang/events'
import type { CaseData, CaseDataChange, EventDefinition, RegisterView } from '@sagsgang/events'

import type { EffectDeps } from '../effects/deps.ts'
import { dataTypeKeeping } from '../effects/maintained-row.ts'
import type { FieldDiff, PlanView, PlannedStepView } from '../plan-view.ts'
import type { Caller } from '../register-client/register-port.ts'
import type { NotRead } from '../register-client/trouble.ts'
import { distinct, toBlocker } from './blockers.ts'
import type { Obstacle } from './blockers.ts'
import { loadTree } from './case-tree.ts'
import type { CaseNode } from './case-tree.ts'
import { writtenBy } from './correctable.ts'
import { isMaintenance, othersReported } from './correction-blockers.ts'
import { correctionData, givesNumber, withNewNumber } from './correction-data.ts'
import { correctionTarget } from './correction-target.ts'
import type { Target } from './correction-target.ts'
import { fingerprintOf } from './fingerprint.ts'
import { judgedStep } from './judged-step.ts'
import { nothingStands } from './nothing-stands.ts'
import { obstaclesToCorrection } from './obstacles-to-correction.ts'
import { pushedPast } from './pushed-past.ts'
import { lookOf, readTouched } from './read-touched.ts'
import type { Look } from './read-touched.ts'
import { changedRows } from './row-views.ts'
import { savedReports } from './saved-reports.ts'
import type { SavedReport } from './saved-reports.ts'
import type { PlanGround } from './turn.ts'
import { changesIn } from './typed-fields.ts'
import type { FieldChange } from './typed-fields.ts'
import { withUnshownRows } from './unshown-rows.ts'
import { writtenOnPeopleOf } from './written-on.ts'

export interface CorrectionPlan {
  readonly type: 'planned'
  readonly plan: PlanView
  /** Null where nothing is to be corrected, or something is in the way. */
  readonly order: CorrectionOrder | null
}

export interface CorrectionOrder {
  readonly operation: string
  readonly data: CaseData
  /** Rules whose warning the plan shows. */
  readonly confirmed: readonly string[]
}

/** The maintenance that would give a case's row the content that was typed. Undefined: no such case. */
export async function planCorrection(
  deps: EffectDeps,
  caller: Caller,
  of: { readonly caseId: string; readonly data: CaseDataChange },
): Promise<CorrectionPlan | NotRead | undefined> {
  const [tree, written] = await Promise.all([
    loadTree(deps.db, of.caseId),
    writtenOnPeopleOf(deps.db, of.caseId),
  ])
  if (!tree) return undefined
  return planFor(deps, caller, {
    node: tree,
    ground: { clock: deps.clock, written, authority: tree.stored.authority },
    typed: of.data,
  })
}

/** A case, and what was typed anew. */
export interface Wanted {
  readonly node: CaseNode
  readonly ground: PlanGround
  readonly typed: CaseDataChange
}

/** The same, of what is known already. */
export async function planFor(
  deps: Pick<EffectDeps, 'port'>,
  caller: Caller,
  wanted: Wanted,
): Promise<CorrectionPlan | NotRead> {
  const { node, ground, typed } = wanted
  const reports = savedReports(node, ground)
  const [report] = reports
  if (!report) {
    const changes = changesIn(node.stored.snapshot.context.data, typed)
    return planned(node, { changes, obstacles: changes.length === 0 ? [] : [bareOf(node)] })
  }
  const looked = await readTouched(deps, caller, [lookOf(report), ...looksFor(wanted, report)])
  if (looked.type !== 'read') return looked
  const target = correctionTarget({ node, report, typed, now: looked.view })
  if (target.type === 'blocked') return planned(node, target)
  const view = await viewFor(deps, caller, { ...wanted, report, target, view: looked.view })
  if (view.type !== 'read') return view
  const several = reports.length > 1 ? [othersReported] : []
  return correct({ ...wanted, report, target, view: view.view }, several)
}

/** Corrections that may be meant look at what follows from them, which the event itself may not have touched. */
function looksFor({ node, typed }: Wanted, { person, changes }: SavedReport): readonly Look[] {
  const kinds = Object.keys(typed).flatMap(
    (field) => writtenBy(node.definition, field, changes)?.entity ?? [],
  )
  const types = new Set(kinds.map((entity) => dataTypeKeeping(node.definition, entity)))
  return [...types].flatMap((dataType) => {
    const definition = findDefinition(`${dataType ?? ''}.correct-current`)
    const data = { personnummer: person }
    return definition ? [{ definition, data, people: [], at: 'rules' }] : []
  })
}

function bareOf({ definition }: CaseNode): Obstacle {
  return definition.kind.type === 'maintenance' ? isMaintenance : nothingStands
}

function operationOn({ node, report, target, view }: Correcting): string {
  const { row } = target
  const person = view.people[report.person]
  const which = person && isCurrent(row, person) ? 'current' : 'former'
  return `${dataTypeKeeping(node.definition, row.entity) ?? ''}.correct-${which}`
}

interface Correcting extends Wanted {
  readonly report: SavedReport
  readonly target: Extract<Target, { readonly type: 'row' }>
  readonly view: RegisterView
}

/** Whoever the right row names is looked at too, and so is a new road. */
async function viewFor(deps: Pick<EffectDeps, 'port'>, caller: Caller, of: Correcting) {
  const { report, target } = of
  const kept = { ...report, entity: target.row.entity }
  const known = withUnshownRows(of.view, [kept])
  const definition = findDefinition(operationOn({ ...of, view: known }))
  // What is stopped at once need not be looked at further.
  if (!definition || obstaclesToCorrection(definition, of).length > 0)
    return { type: 'read', view: known } as const
  const data = correctionData(definition, report.person, target)
  const { people, roads } = readsFor(definition, data, known)
  const isNumber = givesNumber(definition)
  if (!isNumber && [...people, ...roads].length === 0) return { type: 'read', view: known } as const
  const judged = { definition, data, people: [], at: 'rules' } as const
  const looks = [lookOf(report), judged, ...(isNumber ? looksAtNumbers(judged, report) : [])]
  const looked = await readTouched(deps, caller, looks)
  if (looked.type !== 'read') return looked
  return { type: 'read', view: withUnshownRows(looked.view, [kept]) } as const
}

/** Whoever changes number takes every row along, to a number that nobody has. */
function looksAtNumbers(look: Look, { person }: SavedReport): readonly Look[] {
  const right = { birthDate: textOf(look.data, 'birthDate'), sex: textOf(look.data, 'sex') }
  return [
    { ...look, definition: { ...look.definition, searches: () => [right] } },
    { ...look, people: [person], at: 'everything' },
  ]
}

function correct(of: Correcting, warnings: readonly Obstacle[]): CorrectionPlan {
  const { node, ground, report, target, view } = of
  const { changes } = target
  const operation = operationOn(of)
  const bars = obstaclesToCorrection(findDefinition(operation), { node, target, ground })
  if (bars.length > 0) return planned(node, { changes, obstacles: bars })
  const definition = getDefinition(operation)
  const data = withNewNumber(definition, correctionData(definition, report.person, target), view)
  const isOwn = target.row.entity === report.entity
  const after = foretell(definition, data, view, isOwn ? report.changes : [])
  const judged = judgedStep(ground, { definition, data, view })
  const days = [textOf(data, 'startDate'), textOf(data, 'endDate')]
  const bent = [...target.leftAsIs(after), ...pushedPast(view, after, days)]
  const obstacles = [...warnings, ...bent, ...judged.met.map(({ obstacle }) => obstacle)]
  const shown = shownStep(of, definition, after)
  const order = { operation, data, confirmed: judged.confirmed }
  return planned(node, { changes, obstacles }, { shown, order })
}

function shownStep(
  { node, report, view }: Correcting,
  { id, name }: EventDefinition,
  after: RegisterView,
): PlannedStepView {
  const { stored } = node
  return {
    operation: id,
    name,
    caseId: stored.id,
    person: report.person,
    policy: 'undo',
    together: false,
    isPrimary: true,
    acceptedOn: stored.snapshot.context.accepted.on,
    ...changedRows(report.person, view, after),
  }
}

interface Outcome {
  readonly changes: readonly FieldChange[]
  readonly obstacles: readonly Obstacle[]
}

/** What would be carried out is shown even where something is in its way. */
function planned(
  { stored, definition }: CaseNode,
  { changes, obstacles }: Outcome,
  step?: { readonly shown: PlannedStepView; readonly order: CorrectionOrder },
): CorrectionPlan {
  const blockers = distinct(obstacles.map((one) => toBlocker(one, { caseId: stored.id })))
  const isStopped = blockers.some(({ severity }) => severity === 'error')
  const steps = step ? [step] : []
  const fingered = steps.map(({ shown, order }) => ({ shown, data: order.data }))
  const plan: PlanView = {
    steps: steps.map(({ shown }) => shown),
    blockers,
    fingerprint: fingerprintOf(fingered),
    diff: changes.map((change) => toDiff(definition, change)),
  }
  return { type: 'planned', plan, order: isStopped ? null : (step?.order ?? null) }
}

function toDiff({ fields }: EventDefinition, { field, from, to }: FieldChange): FieldDiff {
  const label = fields.find(({ name }) => name === field)?.label ?? { da: field, en: field }
  return { field, label, before: from, after: to }
}
