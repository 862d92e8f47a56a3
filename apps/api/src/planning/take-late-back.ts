import { findDefinition, foretell, isCurrent } from '@sagsgang/events'

import { missing, notOffered } from './blockers.ts'
import { givenBack } from './given-back.ts'
import { judgedStep } from './judged-step.ts'
import { isTakenBack, rowStamped } from './maintained.ts'
import { met, nothingToDo } from './turn.ts'
import type { PlanGround, Turn } from './turn.ts'
import type { MaintenanceMeant } from './undo-maintenance.ts'

/** A late report is taken back by an undo of its row; what had to give way to it has its time again. */
export function takeLateBack(ground: PlanGround, { step, own, view }: MaintenanceMeant): Turn {
  const { definition: late, stored, view: before } = step.node
  const { kind, name } = late
  const row = rowStamped(view, own)
  if (!row && isTakenBack(view, own)) return nothingToDo
  if (!row) return { met: [met(missing(own.entities[0] ?? 'person', name))], order: null }
  const person = view.people[own.person]
  const which = person && isCurrent(row, person) ? 'current' : 'former'
  const operation = `${kind.type === 'maintenance' ? kind.dataType : ''}.undo-${which}`
  const definition = findDefinition(operation)
  if (!definition) return { met: [met(notOffered(name))], order: null }
  const data = { personnummer: own.person, timestamp: row.timestamp }
  const judged = judgedStep(ground, { definition, data, view })
  const reported = foretell(late, stored.snapshot.context.data, before)
  const after =
    givenBack(view, { before, reported, own: { person: own.person, row } }) ??
    foretell(definition, data, view)
  return {
    met: judged.met,
    order: { operation, person: own.person, data, confirmed: judged.confirmed, after },
  }
}
