import { datedAsNow, getDefinition } from '@sagsgang/events'
import type { EventDefinition, Maintenance, RegisterView } from '@sagsgang/events'

import { anothers } from './authorities.ts'
import type { CaseNode } from './case-tree.ts'
import { correctBack } from './correct-back.ts'
import { maintainedBy, rowStamped, saveUndoneBy } from './maintained.ts'
import type { Maintained } from './maintained.ts'
import type { DraftStep } from './plan-steps.ts'
import type { Look } from './read-touched.ts'
import { dataAnew, reportAnew } from './report-anew.ts'
import { takeLateBack } from './take-late-back.ts'
import { met } from './turn.ts'
import type { PlanGround, Turn } from './turn.ts'
import type { Kept } from './unshown-rows.ts'
import { stampsSince } from './written-on.ts'
import type { WrittenByCase } from './written-on.ts'

/** A maintenance case that is to be taken back. */
export interface MaintenanceMeant {
  readonly step: DraftStep
  readonly own: Maintained
  /** The register as the steps before leave it. */
  readonly view: RegisterView
}

type TakeBack = (ground: PlanGround, meant: MaintenanceMeant) => Turn

/** A correction is corrected back, a late report undone, an undo reported anew. */
const takers: Readonly<Record<Maintenance, TakeBack>> = {
  correctCurrent: correctBack,
  correctFormer: correctBack,
  reportFormer: takeLateBack,
  undoCurrent: reportAnew,
  undoFormer: reportAnew,
}

/** How a maintenance case is taken back. */
export function undoMaintenance(
  ground: PlanGround,
  { step, view }: Pick<MaintenanceMeant, 'step' | 'view'>,
): Turn {
  const { kind } = step.node.definition
  if (kind.type !== 'maintenance') return { met: [], order: null }
  const own = maintainedBy(step.node, ground.written)
  const foreign = anothers(step.node, ground.authority).map((obstacle) => met(obstacle))
  const turn = takers[kind.operation](ground, { step, own, view })
  return { ...turn, met: [...foreign, ...turn.met] }
}

/** The save that a row stems from, whatever stamps it has carried. */
function savesBehind(
  { stamp }: Pick<Maintained, 'stamp'>,
  written: readonly WrittenByCase[],
): readonly WrittenByCase[] {
  return written.filter(({ output }) =>
    stampsSince([output['TIMSTP'] ?? ''], written).includes(stamp),
  )
}

/** What that save ended and no lookup shows any more, on the days that it has by now. */
export function keptBehind(
  { written }: Pick<PlanGround, 'written'>,
  node: CaseNode,
  view: RegisterView,
): readonly Kept[] {
  const own = maintainedBy(node, written)
  const row = rowStamped(view, own)
  if (own.isUndo || !row) return []
  const { person, stamps } = own
  return savesBehind(own, written).map(({ expected: changes }) => ({
    person,
    entity: row.entity,
    changes: datedAsNow({ person, row, changes }),
    stamps,
  }))
}

/** What the save that the row stems from wrote moves with its day: that may be on others than it names by now. */
function looksBehind(
  own: Pick<Maintained, 'stamp'>,
  written: readonly WrittenByCase[],
): readonly Look[] {
  return savesBehind(own, written).map(({ event, data, expected }) => ({
    definition: getDefinition(event),
    data,
    people: expected.flatMap(({ pnr }) => pnr ?? []),
    at: 'rows',
  }))
}

/** Everybody whom it looked at; and for what is to be reported anew, all that its rules look at. */
export function looksAtMaintained(
  { written }: Pick<PlanGround, 'written'>,
  node: CaseNode,
): readonly Look[] {
  const { stored, definition, view } = node
  const own = maintainedBy(node, written)
  const people = [own.person, own.output['PNR'] ?? '', ...Object.keys(view.people)]
  const known = people.filter((pnr) => pnr !== '')
  const { data } = stored.snapshot.context
  const look: Look = {
    definition,
    data,
    people: known,
    at: movesRows(definition) ? 'everything' : 'rows',
  }
  if (!own.isUndo) return [look, ...looksBehind(own, written)]
  const save = saveUndoneBy(node, own, written)
  if (!save) return [look]
  const anew = dataAnew(save, node, own.person)
  return [look, { definition: getDefinition(save.event), data: anew, people: known, at: 'rules' }]
}

/** Whoever changes number takes all rows along. */
function movesRows({ kind }: EventDefinition): boolean {
  return kind.type === 'maintenance' && kind.dataType === 'personnummer'
}
