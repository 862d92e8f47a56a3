import { findDefinition, foretellOldNumber } from '@sagsgang/events'
import type { RegisterRow } from '@sagsgang/events'

import { buried, missing, notOffered } from './blockers.ts'
import { judgedStep } from './judged-step.ts'
import { met, nothingToDo } from './turn.ts'
import type { PlanGround, Turn } from './turn.ts'
import type { MaintenanceMeant } from './undo-maintenance.ts'

const operation = 'personnummer.undo-current'

/** A change of number is taken back on the new one: its person goes back to the old, and the new one is nobody's. */
export function takeNumberBack(ground: PlanGround, { step, own, view }: MaintenanceMeant): Turn {
  const { name } = step.node.definition
  const definition = findDefinition(operation)
  if (!definition) return { met: [met(notOffered(name))], order: null }
  const given = own.output['PNR'] ?? ''
  const now = view.people[given]
  if (now?.status === '30') return nothingToDo
  const row = now?.rows.find(({ entity, mark }) => entity === 'person' && mark === null)
  if (!now || !row) return { met: [met(missing('person', name))], order: null }
  const later = now.rows.filter((one) => isLater(one, own.since))
  if (later.length > 0)
    return {
      met: [
        met(
          buried('person', name),
          later.map((one) => ({ person: given, row: one })),
        ),
      ],
      order: null,
    }
  const data = { personnummer: given, timestamp: row.timestamp }
  const judged = judgedStep(ground, { definition, data, view })
  const back = { from: given, to: own.person }
  const after = foretellOldNumber(view, back)
  return {
    met: judged.met,
    order: { operation, person: given, data, confirmed: judged.confirmed, after, back },
  }
}

/** An addressing name follows the name, and comes and goes with it. */
function isLater({ entity, mark, timestamp }: RegisterRow, since: string): boolean {
  return mark === null && entity !== 'addressingName' && timestamp > since
}
