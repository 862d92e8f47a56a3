import { blockersOf, datedAsNow, findDefinition, foretell } from '@sagsgang/events'
import type { RaisedBlocker, RegisterRow, RegisterView } from '@sagsgang/events'

import { groundOf } from '../effects/case-facts.ts'
import { anothers } from './authorities.ts'
import { buried, deadNumber, inUse, missing, notOffered } from './blockers.ts'
import type { Obstacle } from './blockers.ts'
import { builtOn } from './built-on.ts'
import { closedAgain } from './closed-again.ts'
import { judgedStep } from './judged-step.ts'
import { lifeOfItsOwn } from './life-of-its-own.ts'
import type { DraftStep } from './plan-steps.ts'
import { endOf, rowToUndo } from './row-to-undo.ts'
import type { RowToUndo } from './row-to-undo.ts'
import type { SavedReport } from './saved-reports.ts'
import { isStopped, met, nothingToDo } from './turn.ts'
import type { Met, PersonRow, PlanGround, Turn } from './turn.ts'

interface Meant {
  readonly step: DraftStep
  readonly report: SavedReport
  /** The register as the steps before leave it. */
  readonly view: RegisterView
}

/** How one report of an event is taken back: by the row that stands for it. */
export function undoReport(ground: PlanGround, meant: Meant): Turn {
  const { step, report, view } = meant
  const found = rowToUndo(report, view)
  if (found.type === 'undone') return nothingToDo
  const definition = findDefinition(step.operation)
  const { name } = step.node.definition
  if (!definition) return { met: [met(notOffered(name))], order: null }
  const inTheWay = obstaclesTo(ground, meant, found)
  if (found.type !== 'row') return { met: inTheWay, order: null }
  const { row } = found
  const data = { personnummer: report.person, timestamp: row.timestamp }
  const judged = judgedStep(ground, { definition, data, view })
  return {
    // What the catalogue says of the event is plainer than what is said of any row.
    met: isStopped({ met: inTheWay }) ? inTheWay : [...inTheWay, ...judged.met],
    order: {
      operation: step.operation,
      person: report.person,
      data,
      confirmed: judged.confirmed,
      after: closedAgain(foretell(definition, data, view, report.changes), report),
    },
  }
}

function obstaclesTo(
  ground: PlanGround,
  { step, report, view }: Meant,
  found: Exclude<RowToUndo, { type: 'undone' }>,
): readonly Met[] {
  const own = 'row' in found ? found.row : null
  const raised = definitionBlockers(ground, { step, report, view }, own)
  const foreign = anothers(step.node, ground.authority).map((obstacle) => met(obstacle))
  const said = [...raised, ...foreign]
  return isStopped({ met: said }) ? said : [...said, ...rowObstacles({ step, report, view }, found)]
}

function rowObstacles(
  { step, report, view }: Meant,
  found: Exclude<RowToUndo, { type: 'undone' }>,
): readonly Met[] {
  const { name } = step.node.definition
  if (found.type === 'missing') return [met(missing(report.entity, name))]
  if (found.type === 'deadNumber') return [met(deadNumber(name))]
  if (found.type === 'buried') return [met(buried(report.entity, name), found.by)]
  const alive = lifeOfItsOwn(report, view)
  if (alive.length > 0) return [met(inUse(name), alive)]
  const { person, changes } = report
  const moved = { ...report, changes: datedAsNow({ person, row: found.row, changes }) }
  const [first, ...others] = builtOn(moved, view)
  return first ? [met(buried(first.row.entity, name), [first, ...others])] : []
}

/** The day that the event's own row says it happened, and the day that it was written down. */
interface Standing {
  readonly day: string
  readonly written: string
}

/** A row that was ended says it by its end. */
function saidBy(report: SavedReport, row: RegisterRow | null): Standing | null {
  if (row === null) return null
  const day = endOf(report, row) ? (row.end ?? row.start) : row.start
  return { day, written: row.timestamp.slice(0, 8) }
}

/** What the event itself says stands in the way, judged as if the steps before this one were done. */
function definitionBlockers(
  { clock }: PlanGround,
  { step, report, view }: Meant,
  own: RegisterRow | null,
): readonly Met[] {
  const { node } = step
  const { definition, facts } = groundOf(node.stored, view, clock)
  const acceptedOn = node.stored.snapshot.context.accepted.on ?? facts.today
  const standing = saidBy(report, own)
  // A correction moves the event's own row and writes it anew: that is nothing which came after it.
  const judged = standing
    ? {
        ...facts,
        data: { ...facts.data, [definition.dateField]: standing.day },
        acceptedOn: standing.written > acceptedOn ? standing.written : acceptedOn,
      }
    : { ...facts, acceptedOn }
  // Whoever was given a number is known by the answer alone.
  const output = { PNR: report.person }
  return blockersOf(definition, { ...judged, output }).map((blocker) =>
    met(toObstacle(blocker), rowsOfKinds(blocker, report, view)),
  )
}

function toObstacle({ id, text, severity, freedBy }: RaisedBlocker): Obstacle {
  return { id, text, severity, freedBy }
}

/** Among those whom the plan looks at: what is newer than the save. A number's own row keeps its stamp. */
function rowsOfKinds(
  { kinds }: RaisedBlocker,
  { stamps }: SavedReport,
  { people }: RegisterView,
): readonly PersonRow[] {
  const own = stamps.at(-1) ?? ''
  const isMeant = ({ entity, mark, timestamp }: RegisterRow): boolean =>
    kinds.includes(entity) && mark === null && (entity === 'person' || timestamp > own)
  return Object.entries(people).flatMap(([person, known]) =>
    (known?.rows ?? []).filter(isMeant).map((row) => ({ person, row })),
  )
}
