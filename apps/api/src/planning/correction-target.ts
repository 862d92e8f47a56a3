import { datedAsNow } from '@sagsgang/events'
import type { CaseDataChange, RegisterRow, RegisterView, Text } from '@sagsgang/events'

import { fixedField, missing } from './blockers.ts'
import type { Obstacle } from './blockers.ts'
import type { CaseNode } from './case-tree.ts'
import { writtenBy } from './correctable.ts'
import type { Written } from './correctable.ts'
import { severalRows, staysFilled } from './correction-blockers.ts'
import type { RowToCorrect } from './correction-data.ts'
import { rowToUndo } from './row-to-undo.ts'
import type { SavedReport } from './saved-reports.ts'
import { changeInRow, changesIn } from './typed-fields.ts'
import type { FieldChange, RowChange } from './typed-fields.ts'
import { withUnshownRows } from './unshown-rows.ts'

/** The one row that a correction is about. */
export type Target =
  | (RowToCorrect & {
      readonly type: 'row'
      /** Fields that the register would leave as they are. */
      readonly leftAsIs: (after: RegisterView) => readonly Obstacle[]
    })
  | {
      readonly type: 'blocked'
      readonly changes: readonly FieldChange[]
      readonly obstacles: readonly Obstacle[]
    }

interface Typed {
  readonly node: CaseNode
  readonly report: SavedReport
  readonly typed: CaseDataChange
  readonly now: RegisterView
}

interface Place {
  readonly written: Written
  readonly row: RegisterRow | null
  readonly change: FieldChange | null
}

/** What was typed, held against what stands: one correction corrects one row. */
export function correctionTarget(of: Typed): Target {
  const { node, report, typed } = of
  const said = node.stored.snapshot.context.data
  const places = Object.keys(typed).flatMap((field) => {
    const written = writtenBy(node.definition, field, report.changes)
    return written ? placeOf(of, written) : []
  })
  const stored = Object.entries(typed).filter(([field]) =>
    places.every(({ written }) => written.field !== field),
  )
  const fixed = changesIn(said, Object.fromEntries(stored))
  const moved = places.filter(({ change }) => change !== null)
  const changes = [...fixed, ...moved.flatMap(({ change }) => change ?? [])]
  const obstacles = obstaclesIn(of, fixed, moved)
  const [first] = moved
  if (obstacles.length > 0 || !first?.row) return { type: 'blocked', changes, obstacles }
  return targetIn(of, first.row, moved)
}

function placeOf({ node, report, typed, now }: Typed, written: Written): Place {
  const { field, entity, relation } = written
  const known = withUnshownRows(now, [{ ...report, entity }])
  const found = rowToUndo({ ...report, changes: changesNow(report, now), entity, relation }, known)
  const value = typed[field] ?? null
  const said = node.stored.snapshot.context.data[field] ?? null
  if (found.type !== 'row' && found.type !== 'buried') {
    const [change = null] = changesIn(said === null ? {} : { [field]: said }, { [field]: value })
    return { written, row: null, change }
  }
  const { definition } = node
  const { row } = found
  const { changes } = report
  return { written, row, change: changeInRow({ definition, written, value, said, row, changes }) }
}

/** Where the day of the event has been put right, all that it dated has moved along. */
function changesNow(report: SavedReport, now: RegisterView): SavedReport['changes'] {
  const { person, changes } = report
  const own = rowToUndo(report, withUnshownRows(now, [report]))
  return 'row' in own ? datedAsNow({ person, row: own.row, changes }) : changes
}

function obstaclesIn(
  { node }: Typed,
  fixed: readonly FieldChange[],
  moved: readonly Place[],
): readonly Obstacle[] {
  const label = (field: string): Text => labelOf(node, field)
  const outside = fixed.map(({ field }) => fixedField(label(field)))
  const gone = moved
    .filter(({ row }) => row === null)
    .map(({ written }) => missing(written.entity, node.definition.name))
  const groups = [...Map.groupBy(moved, ({ written }) => [written.entity, written.relation].join())]
  const several =
    groups.length > 1
      ? [severalRows(groups.map(([, group]) => group.map(({ written }) => label(written.field))))]
      : []
  return [...outside, ...gone, ...several]
}

export function labelOf({ definition }: Pick<CaseNode, 'definition'>, name: string): Text {
  return definition.fields.find((field) => field.name === name)?.label ?? { da: name, en: name }
}

function targetIn(of: Typed, row: RegisterRow, moved: readonly Place[]): Target {
  const changes = moved.flatMap(({ change, written }): readonly RowChange[] =>
    change ? [{ ...change, written }] : [],
  )
  return { type: 'row', row, changes, leftAsIs: (after) => leftAsIs(of, { row, changes }, after) }
}

function leftAsIs(
  { node, report, now }: Typed,
  { row, changes }: RowToCorrect,
  after: RegisterView,
): readonly Obstacle[] {
  const rows = withUnshownRows(now, [{ ...report, entity: row.entity }]).people[report.person]?.rows
  const index = rows?.findIndex(
    ({ timestamp, entity, mark }) =>
      timestamp === row.timestamp && entity === row.entity && mark === row.mark,
  )
  // Whoever changes number takes the row along.
  const person = after.people[after.people[report.person]?.validPnr ?? report.person]
  const right = person?.rows[index ?? -1]
  if (!right) return []
  const { definition } = node
  return changes
    .filter(({ written, to }) => {
      const left = { definition, written, value: to, said: null, row: right, changes: [] }
      return changeInRow(left) !== null
    })
    .map(({ field }) => staysFilled(labelOf({ definition }, field)))
}
