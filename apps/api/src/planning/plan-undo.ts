import type { RegisterView } from '@sagsgang/events'
import type { PlanStep } from '@sagsgang/machines'

import type { EffectDeps } from '../effects/deps.ts'
import type { PlanView, PlannedStepView } from '../plan-view.ts'
import type { Caller } from '../register-client/register-port.ts'
import type { NotRead } from '../register-client/trouble.ts'
import { distinct, toBlocker, writtenByParent } from './blockers.ts'
import type { Obstacle } from './blockers.ts'
import { loadTree } from './case-tree.ts'
import type { CaseNode } from './case-tree.ts'
import { fingerprintOf } from './fingerprint.ts'
import { nothingStands } from './nothing-stands.ts'
import { reportNow, stepNow } from './numbers-now.ts'
import type { NumberBack } from './numbers-now.ts'
import { draftSteps, isTaken, stands } from './plan-steps.ts'
import type { DraftStep } from './plan-steps.ts'
import { lookOf, readTouched } from './read-touched.ts'
import type { Look } from './read-touched.ts'
import { changedRows } from './row-views.ts'
import { savedReports } from './saved-reports.ts'
import type { SavedReport } from './saved-reports.ts'
import { outline, shownAlong, shownKept } from './step-views.ts'
import type { Item } from './step-views.ts'
import type { Met, Order, PlanGround, Turn } from './turn.ts'
import { keptBehind, looksAtMaintained, undoMaintenance } from './undo-maintenance.ts'
import { undoReport } from './undo-report.ts'
import { withUnshownRows } from './unshown-rows.ts'
import { withWritersElsewhere } from './written-elsewhere.ts'
import { namedByMaintenance, writersOf, writtenOnPeopleOf } from './written-on.ts'
import type { WrittenByCase } from './written-on.ts'

export interface UndoPlan {
  readonly type: 'planned'
  readonly plan: PlanView
  /** The same for the case: what a person must decide, and has not, is kept. */
  readonly steps: readonly PlanStep[]
}

interface LaidOut {
  readonly shown: PlannedStepView
  /** Null: nothing is sent. */
  readonly order: Order | null
}

/** What has come of the steps so far: the register as it will be, what to do, and what stands in the way. */
interface Progress {
  readonly view: RegisterView
  readonly steps: readonly LaidOut[]
  readonly met: readonly (Met & { readonly caseId: string })[]
  /** Numbers that steps have given back. */
  readonly backs: readonly NumberBack[]
}

/** The steps that would take a case back, over the register's rows as they are now. Undefined: no such case. */
export async function planUndo(
  deps: EffectDeps,
  caller: Caller,
  of: UndoWanted,
): Promise<UndoPlan | NotRead | undefined> {
  const [tree, written] = await Promise.all([
    loadTree(deps.db, of.caseId),
    writtenOnPeopleOf(deps.db, of.caseId),
  ])
  return tree && planTree(deps, caller, { tree, written, also: of.also ?? [] })
}

export interface UndoWanted {
  readonly caseId: string
  /** Cases that need not be undone, and that a person chose to undo as well. */
  readonly also?: readonly string[]
}

/** A case with all that it opened, and what our cases have written on its people, the earliest first. */
export interface Wanted {
  readonly tree: CaseNode
  readonly written: readonly WrittenByCase[]
  readonly also: readonly string[]
}

/** The same, of what is known already. */
export async function planTree(
  deps: Pick<EffectDeps, 'port' | 'clock'>,
  caller: Caller,
  { tree, written, also }: Wanted,
): Promise<UndoPlan | NotRead> {
  const bar = barOf(tree)
  if (bar) return planned({ steps: [], blockers: [toBlocker(bar, { caseId: tree.stored.id })] })
  const ground = { clock: deps.clock, written, authority: tree.stored.authority }
  const items = draftSteps(tree, also).flatMap((step) => itemsOf(ground, step))
  const looked = await readTouched(
    deps,
    caller,
    items.flatMap((item) => looksOf(ground, item)),
  )
  if (looked.type !== 'read') return looked
  const reports = items.flatMap((item) => (item.type === 'report' ? item.report : []))
  const behind = items.flatMap((item) =>
    item.type === 'maintenance' ? keptBehind(ground, item.step.node, looked.view) : [],
  )
  const view = withUnshownRows(looked.view, [...reports, ...behind])
  const start: Progress = { view, steps: [], met: [], backs: [] }
  const done = items.reduce((progress, item) => plan(ground, progress, item), start)
  // Of another authority's cases nobody is told: whom to ask is.
  const own = written.filter(({ authority }) => authority === ground.authority)
  const all = await withWritersElsewhere(deps, caller, done.met, { ...ground, written: own })
  const blockers = all.map(({ obstacle, rows, caseId }) =>
    toBlocker(obstacle, { caseId, by: writersOf(rows, own).filter((id) => id !== caseId) }),
  )
  const steps = done.steps.map((step) => asPrimary(step, tree))
  return planned({ steps, blockers: distinct(blockers) })
}

function planned({
  steps,
  blockers,
}: {
  readonly steps: readonly LaidOut[]
  readonly blockers: PlanView['blockers']
}): UndoPlan {
  const shown = steps.map((step) => step.shown)
  const fingered = steps.map(({ shown: one, order }) => ({ shown: one, data: order?.data ?? {} }))
  return {
    type: 'planned',
    plan: { steps: shown, blockers, fingerprint: fingerprintOf(fingered) },
    steps: steps.map(toPlanStep),
  }
}

/** What wrote nothing of its own has nothing to take back. */
function barOf(root: CaseNode): Obstacle | null {
  if (root.stored.snapshot.context.mode === 'derived') return writtenByParent
  return stands(root) ? null : nothingStands
}

function itemsOf(ground: PlanGround, step: DraftStep): readonly Item[] {
  if (step.together) return [{ type: 'together', step }]
  if (step.node.definition.kind.type === 'maintenance') return [{ type: 'maintenance', step }]
  const reports = savedReports(step.node, ground)
  return reports.toReversed().map((report) => ({ type: 'report', step, report }))
}

/** Those whom its corrections have put in the place of others go out with the rest. */
function lookAtReport({ written }: PlanGround, report: SavedReport): Look {
  const look = lookOf(report)
  return { ...look, people: [...look.people, ...namedByMaintenance(look.people, written)] }
}

function looksOf(ground: PlanGround, item: Item): readonly Look[] {
  if (item.type === 'report') return [lookAtReport(ground, item.report)]
  return item.type === 'maintenance' ? looksAtMaintained(ground, item.step.node) : []
}

function plan(ground: PlanGround, done: Progress, drafted: Item): Progress {
  const item = itemNow(drafted, done.backs)
  const { step } = item
  if (item.type === 'together') return withStep(done, { shown: shownAlong(step), order: null })
  if (!isTaken(step)) return withStep(done, { shown: shownKept(done.view, item), order: null })
  const turn = turnOf(ground, done.view, item)
  const caseId = step.node.stored.id
  const next = { ...done, met: [...done.met, ...turn.met.map((one) => ({ ...one, caseId }))] }
  const { order } = turn
  if (!order)
    return isLeftOut(step, turn)
      ? next
      : withStep(next, { shown: shownKept(done.view, item), order })
  const shown = {
    ...outline(step, order.operation),
    person: order.person,
    ...changedRows(order.person, done.view, order.after),
  }
  const backs = order.back ? [...done.backs, order.back] : done.backs
  return { ...withStep(next, { shown, order }), view: order.after, backs }
}

function itemNow(item: Item, backs: readonly NumberBack[]): Item {
  if (backs.length === 0) return item
  const step = stepNow(item.step, backs)
  return item.type === 'report'
    ? { ...item, step, report: reportNow(item.report, backs) }
    : { ...item, step }
}

/** Who chose a case sees it still where it cannot go, and may choose otherwise. */
function isLeftOut({ policy }: DraftStep, turn: Turn): boolean {
  return policy !== 'review' || turn.met.length === 0
}

function turnOf(ground: PlanGround, view: RegisterView, item: Item): Turn {
  const { step } = item
  return item.type === 'report'
    ? undoReport(ground, { step, report: item.report, view })
    : undoMaintenance(ground, { step, view })
}

function withStep(done: Progress, step: LaidOut): Progress {
  return { ...done, steps: [...done.steps, step] }
}

function asPrimary({ shown, order }: LaidOut, { stored }: CaseNode): LaidOut {
  return { shown: { ...shown, isPrimary: shown.caseId === stored.id }, order }
}

function toPlanStep({ shown, order }: LaidOut): PlanStep {
  const { operation, caseId, person, policy, together } = shown
  const { data = {}, confirmed = [] } = order ?? {}
  const isCarriedOut = order !== null || (together && policy === 'undo')
  return {
    operation,
    caseId,
    person,
    data,
    confirmed,
    // Whoever was asked has chosen by now: what they did not choose stays.
    policy: isCarriedOut ? 'undo' : 'keep',
    together,
  }
}
