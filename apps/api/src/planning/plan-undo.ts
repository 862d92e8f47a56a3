import { blockersOf, findDefinition, nameOf, takenBack } from '@sagsgang/events'
import type { RaisedBlocker, RegisterRow, RegisterView } from '@sagsgang/events'
import type { PlanStep } from '@sagsgang/machines'

import type { BlockerView, PlanView, PlannedStepView, RowView } from '../case-view.ts'
import { groundOf } from '../effects/case-facts.ts'
import type { EffectDeps } from '../effects/deps.ts'
import type { Caller } from '../register-client/register-port.ts'
import type { NotRead } from '../register-client/trouble.ts'
import {
  buried,
  deadNumber,
  distinct,
  inUse,
  isMaintenance,
  missing,
  notOffered,
  toBlocker,
  writtenByParent,
} from './blockers.ts'
import type { Obstacle } from './blockers.ts'
import { loadTree } from './case-tree.ts'
import type { CaseNode } from './case-tree.ts'
import { fingerprintOf } from './fingerprint.ts'
import { hasLifeOfItsOwn } from './life-of-its-own.ts'
import { draftSteps } from './plan-steps.ts'
import type { DraftStep } from './plan-steps.ts'
import { readTouched } from './read-tree.ts'
import { endOf, rowToUndo } from './row-to-undo.ts'
import type { RowToUndo } from './row-to-undo.ts'
import { changedRows, toRowView } from './row-views.ts'
import type { Changed } from './row-views.ts'
import { savedReports } from './saved-reports.ts'
import type { SavedReport } from './saved-reports.ts'
import { withUnshownRows } from './unshown-rows.ts'

export interface UndoPlan {
  readonly type: 'planned'
  readonly plan: PlanView
  /** The same for the case: what a person must decide is kept. */
  readonly steps: readonly PlanStep[]
}

/** One row to take back, or a case that another step takes along. */
interface Item {
  readonly step: DraftStep
  /** Null: nothing is sent. */
  readonly report: SavedReport | null
}

/** What has come of the steps so far: the register as it will be, what to do, and what stands in the way. */
interface Progress {
  readonly view: RegisterView
  readonly steps: readonly { readonly shown: PlannedStepView; readonly timestamp: string | null }[]
  readonly blockers: readonly BlockerView[]
}

/** The steps that would take a case back, over the register's rows as they are now. Undefined: no such case. */
export async function planUndo(
  deps: EffectDeps,
  caller: Caller,
  caseId: string,
): Promise<UndoPlan | NotRead | undefined> {
  const tree = await loadTree(deps.db, caseId)
  return tree && planTree({ ...deps, reportsOf: (node) => savedReports(deps, node) }, caller, tree)
}

/** What a plan is made with. */
export interface PlanDeps extends Pick<EffectDeps, 'port' | 'clock'> {
  readonly reportsOf: (node: CaseNode) => Promise<readonly SavedReport[]>
}

/** The same, for a case with all that it opened. */
export async function planTree(
  deps: PlanDeps,
  caller: Caller,
  tree: CaseNode,
): Promise<UndoPlan | NotRead> {
  const bar = barOf(tree)
  if (bar) return barred(tree, bar)
  const items = await itemsOf(deps, draftSteps(tree))
  const reports = items.flatMap(({ report }) => report ?? [])
  const looked = await readTouched(deps, caller, reports)
  if (looked.type !== 'read') return looked
  const view = withUnshownRows(looked.view, reports)
  const start: Progress = { view, steps: [], blockers: [] }
  const { steps, blockers } = items.reduce((done, item) => plan(deps, done, item), start)
  const planned = steps.map(({ shown, timestamp }) => toPlanStep(shown, timestamp))
  const fingered = steps.map(({ shown }, index) => ({ shown, data: planned[index]?.data ?? {} }))
  return {
    type: 'planned',
    plan: {
      steps: steps.map(({ shown }) => shown),
      blockers: distinct(blockers),
      fingerprint: fingerprintOf(fingered),
    },
    steps: planned,
  }
}

function barred({ stored }: CaseNode, bar: Obstacle): UndoPlan {
  const blockers = [toBlocker(bar, { caseId: stored.id })]
  return {
    type: 'planned',
    plan: { steps: [], blockers, fingerprint: fingerprintOf([]) },
    steps: [],
  }
}

/** What wrote nothing of its own has nothing to take back. */
function barOf({ stored, definition }: CaseNode): Obstacle | null {
  if (stored.snapshot.context.mode === 'derived') return writtenByParent
  return definition.kind.type === 'maintenance' ? isMaintenance : null
}

async function itemsOf(deps: PlanDeps, steps: readonly DraftStep[]): Promise<readonly Item[]> {
  const items = await Promise.all(
    steps.map(async (step): Promise<readonly Item[]> => {
      if (step.together) return [{ step, report: null }]
      const reports = await deps.reportsOf(step.node)
      return reports.toReversed().map((report) => ({ step, report }))
    }),
  )
  return items.flat()
}

function plan(deps: PlanDeps, done: Progress, { step, report }: Item): Progress {
  if (!report) return together(done, step)
  const found = rowToUndo(report, done.view)
  if (found.type === 'undone') return done
  const blockers = findDefinition(step.operation)
    ? blockersTo(deps, done, { step, report, found })
    : [notOffered(step.node.definition.name)]
  const caseId = step.node.stored.id
  const told = blockers.map((blocker) => toBlocker(blocker, { caseId }))
  const next = { ...done, blockers: [...done.blockers, ...told] }
  return found.type === 'row' && findDefinition(step.operation)
    ? laidOut(next, { step, report, row: found.row })
    : next
}

interface Meant {
  readonly step: DraftStep
  readonly report: SavedReport
}

/** What a person must decide on has nothing in its way: it is left as it is. */
function blockersTo(
  deps: PlanDeps,
  done: Progress,
  { step, report, found }: Meant & { readonly found: Exclude<RowToUndo, { type: 'undone' }> },
): readonly Obstacle[] {
  if (step.policy !== 'undo') return []
  const { name } = step.node.definition
  const own = 'row' in found ? found.row : null
  const inTheWay = {
    missing: () => [missing(report.entity, name)],
    deadNumber: () => [deadNumber(name)],
    buried: () => [buried(report.entity, name)],
    row: () => (hasLifeOfItsOwn(report, done.view) ? [inUse(name)] : []),
  }[found.type]()
  const raised = definitionBlockers(deps, done, step, saidBy(report, own))
  return [...raised.map(toObstacle), ...inTheWay]
}

function laidOut(
  done: Progress,
  { step, report, row }: Meant & { readonly row: RegisterRow },
): Progress {
  const { person, changes } = report
  const view = step.policy === 'undo' ? takenBack(done.view, { person, row, changes }) : done.view
  const shown = {
    ...outline(step),
    person,
    ...shownRows(step, changedRows(person, done.view, view), toRowView(person, row)),
  }
  return { ...done, view, steps: [...done.steps, { shown, timestamp: row.timestamp }] }
}

/** What a person must decide on stays as it is: the row is shown, and nothing becomes of it. */
function shownRows({ policy }: DraftStep, changed: Changed, standing: RowView): Changed {
  return policy === 'undo' ? changed : { before: [standing], after: [standing] }
}

/** The day that the event's own row says it happened, and the day that it was written down. */
interface Standing {
  readonly day: string
  readonly written: string
}

/** A row that was ended says it by its end. */
function saidBy(report: SavedReport, row: RegisterRow | null): Standing | null {
  if (row === null) return null
  const day = endOf(report, row)?.end ?? row.start
  return { day, written: row.timestamp.slice(0, 8) }
}

/** What the event itself says stands in the way, judged as if the steps before this one were done. */
function definitionBlockers(
  { clock }: PlanDeps,
  { view }: Progress,
  { node }: DraftStep,
  own: Standing | null,
): readonly RaisedBlocker[] {
  const { definition, facts } = groundOf(node.stored, view, clock)
  const acceptedOn = node.stored.snapshot.context.accepted.on ?? facts.today
  if (own === null) return blockersOf(definition, { ...facts, acceptedOn })
  // A correction moves the event's own row and writes it anew: that is nothing which came after it.
  const { written } = own
  const data = { ...facts.data, [definition.dateField]: own.day }
  const standsSince = written > acceptedOn ? written : acceptedOn
  return blockersOf(definition, { ...facts, data, acceptedOn: standsSince })
}

function together(done: Progress, step: DraftStep): Progress {
  const [first] = step.node.stored.snapshot.context.persons
  const shown = {
    ...outline(step),
    person: first?.pnr ?? '',
    before: [],
    after: [],
  }
  return { ...done, steps: [...done.steps, { shown, timestamp: null }] }
}

function outline({ node: { stored }, operation, policy, together: isTogether }: DraftStep) {
  return {
    operation,
    name: nameOf(operation),
    caseId: stored.id,
    policy,
    together: isTogether,
    isPrimary: false,
    acceptedOn: stored.snapshot.context.accepted.on,
  }
}

function toPlanStep(
  { operation, caseId, person, policy, together: isTogether }: PlannedStepView,
  timestamp: string | null,
): PlanStep {
  // Reviewed means undone on its own beforehand; what still stands was meant to.
  const kept = policy === 'review' ? 'keep' : policy
  const data = timestamp === null ? {} : { personnummer: person, timestamp }
  return { operation, caseId, person, data, confirmed: [], policy: kept, together: isTogether }
}

function toObstacle({ id, text, severity, freedBy }: RaisedBlocker): Obstacle {
  return { id, text, severity, freedBy }
}
