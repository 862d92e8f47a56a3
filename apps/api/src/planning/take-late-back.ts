import { areRowsShown, findDefinition, foretell, isCurrent } from '@sagsgang/events'
import type { EventDefinition, RegisterRow, RegisterView, Text } from '@sagsgang/events'

import { missing, neverShown, notOffered } from './blockers.ts'
import type { Obstacle } from './blockers.ts'
import { givenBack } from './given-back.ts'
import { judgedStep } from './judged-step.ts'
import { isTakenBack, rowStamped } from './maintained.ts'
import type { Maintained } from './maintained.ts'
import { met, nothingToDo } from './turn.ts'
import type { PlanGround, Turn } from './turn.ts'
import type { MaintenanceMeant } from './undo-maintenance.ts'

/** A late report is taken back by an undo of its row; what had to give way to it has its time again. */
export function takeLateBack(ground: PlanGround, meant: MaintenanceMeant): Turn {
  const { step, own, view } = meant
  const { name } = step.node.definition
  const row = rowStamped(view, own)
  if (!row && isTakenBack(view, own)) return nothingToDo
  if (!row) return { met: [met(notFound(view, own, name))], order: null }
  const definition = findDefinition(undoOf(meant, row))
  return definition
    ? undone(ground, meant, { row, definition })
    : { met: [met(notOffered(name))], order: null }
}

function undoOf({ step, own, view }: MaintenanceMeant, row: RegisterRow): string {
  const { kind } = step.node.definition
  const person = view.people[own.person]
  const which = person && isCurrent(row, person) ? 'current' : 'former'
  return `${kind.type === 'maintenance' ? kind.dataType : ''}.undo-${which}`
}

interface Undo {
  readonly row: RegisterRow
  readonly definition: EventDefinition
}

function undone(
  ground: PlanGround,
  { step, own, view }: MaintenanceMeant,
  { row, definition }: Undo,
): Turn {
  const { definition: late, stored, view: before } = step.node
  const { person } = own
  const data = { personnummer: person, timestamp: row.timestamp }
  const judged = judgedStep(ground, { definition, data, view })
  const reported = foretell(late, stored.snapshot.context.data, before)
  const after =
    givenBack(view, { before, reported, own: { person, row } }) ?? foretell(definition, data, view)
  const { confirmed } = judged
  return { met: judged.met, order: { operation: definition.id, person, data, confirmed, after } }
}

/** What no lookup shows may lie beside others that none shows either: what would become of those, nobody can say. */
function notFound(
  { people }: RegisterView,
  { person, entities }: Maintained,
  name: Text,
): Obstacle {
  const [entity = 'person'] = entities
  const status = people[person]?.status ?? ''
  return areRowsShown(entity, status) ? missing(entity, name) : neverShown(entity, name)
}
