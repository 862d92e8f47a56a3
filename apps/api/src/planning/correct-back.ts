import { fieldForColumn, findDefinition, foretell, isCurrent, rowHolds } from '@sagsgang/events'
import type {
  CaseData,
  EventDefinition,
  FieldData,
  RegisterRow,
  RegisterView,
} from '@sagsgang/events'

import { buried, cannotBeEmptied, missing, notOffered, unknownBefore } from './blockers.ts'
import { judgedStep } from './judged-step.ts'
import { isTakenBack, rowStamped } from './maintained.ts'
import { takeNumberBack } from './take-number-back.ts'
import { met, nothingToDo } from './turn.ts'
import type { PlanGround, Turn } from './turn.ts'
import type { MaintenanceMeant } from './undo-maintenance.ts'
import type { WrittenByCase } from './written-on.ts'
import { stampsSince } from './written-on.ts'

/** A correction is taken back by a correction to what stood before it; both stay as proof. */
export function correctBack(ground: PlanGround, meant: MaintenanceMeant): Turn {
  const { step, own, view } = meant
  const { definition, view: before } = step.node
  const { kind, name } = definition
  if (kind.type === 'maintenance' && kind.dataType === 'personnummer')
    return takeNumberBack(ground, meant)
  const was = before.people[own.person]?.rows.find(
    ({ timestamp, mark }) => timestamp === own.stamp && mark === null,
  )
  if (!was) return { met: [met(unknownBefore(name))], order: null }
  const row = rowStamped(view, own)
  if (!row && isTakenBack(view, own)) return nothingToDo
  if (!row) return { met: [met(missing(was.entity, name))], order: null }
  if (says(row, was)) return nothingToDo
  if (!says(row, rightBy(meant, was)))
    return { met: [met(buried(was.entity, name), [{ person: own.person, row }])], order: null }
  return corrected(ground, meant, { was, row })
}

/** The row as the correction put it right. */
function rightBy({ step, own }: MaintenanceMeant, was: RegisterRow): RegisterRow {
  const { definition, stored, view } = step.node
  const rows = view.people[own.person]?.rows ?? []
  const right = foretell(definition, stored.snapshot.context.data, view)
  return right.people[own.person]?.rows[rows.indexOf(was)] ?? was
}

/** What came after a row may have ended it since: that is not for its own correction to say. */
function says(row: RegisterRow, { columns, start, end }: RegisterRow): boolean {
  return rowHolds(row, columns) && row.start === start && (end === null || row.end === end)
}

interface Back {
  readonly was: RegisterRow
  readonly row: RegisterRow
}

function corrected(ground: PlanGround, { step, own, view }: MaintenanceMeant, back: Back): Turn {
  const { kind, name } = step.node.definition
  const person = view.people[own.person]
  const which = person && isCurrent(back.row, person) ? 'current' : 'former'
  const dataType = kind.type === 'maintenance' ? kind.dataType : ''
  const operation = `${dataType}.correct-${which}`
  const definition = findDefinition(operation)
  if (!definition) return { met: [met(notOffered(name))], order: null }
  const data = {
    personnummer: own.person,
    timestamp: back.row.timestamp,
    ...contentOf(definition, back.was, which),
  }
  const after = foretell(definition, data, view, changesBehind(back.row, ground.written))
  const judged = judgedStep(ground, { definition, data, view })
  const lost = isBack(view, after, { person: own.person, ...back })
    ? []
    : [met(cannotBeEmptied(name))]
  return {
    met: [...lost, ...judged.met],
    order: { operation, person: own.person, data, confirmed: judged.confirmed, after },
  }
}

/** The whole content of the row, as the service takes it: what is not given would be lost. */
function contentOf(
  definition: EventDefinition,
  row: RegisterRow,
  which: 'current' | 'former',
): CaseData {
  // The number's own row begins when it began.
  const dates =
    row.entity === 'person'
      ? {}
      : { startDate: row.start, ...(which === 'former' && { endDate: row.end }) }
  const said: Readonly<Record<string, FieldData | null>> = {
    ...row.columns,
    ...dates,
    ...(row.startUncertain && { dateUncertain: true }),
  }
  const given = Object.entries(said).flatMap(([column, value]) => {
    const field = fieldForColumn(definition, row, column)
    return value === null || field === null ? [] : [[field, value] as const]
  })
  return Object.fromEntries(given)
}

/** What the save that the row stems from wrote beside it: a death dates much that stands in other rows. */
function changesBehind({ timestamp }: RegisterRow, written: readonly WrittenByCase[]) {
  const save = written.find(
    ({ expected, output }) =>
      expected.length > 0 && stampsSince([output['TIMSTP'] ?? ''], written).includes(timestamp),
  )
  return save?.expected ?? []
}

/** A column that was empty cannot always be emptied again. */
function isBack(
  view: RegisterView,
  after: RegisterView,
  { person, was, row }: Back & { readonly person: string },
): boolean {
  const index = view.people[person]?.rows.indexOf(row) ?? -1
  const back = after.people[person]?.rows[index]
  return back !== undefined && rowHolds(back, was.columns) && back.start === was.start
}
