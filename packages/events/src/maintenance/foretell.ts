import { textOf } from '../case-data.ts'
import type { CaseData } from '../case-data.ts'
import type { EventDefinition, Maintenance } from '../define-event.ts'
import type { Entity } from '../entities.ts'
import type { ExpectedChange } from '../expectations.ts'
import type { RegisterView } from '../register-view.ts'
import { entitiesOfDataType } from './data-type-entities.ts'
import { daysFollow } from './following-days.ts'
import { foretellCorrection } from './foretell-correction.ts'
import { foretellFormer } from './foretell-former.ts'
import { foretellNewNumber } from './foretell-number.ts'
import { foretellReport } from './foretell-report.ts'
import { foretellUndo } from './foretell-undo.ts'
import { rightRow } from './right-row.ts'
import { placesOf } from './row-place.ts'
import type { PlacedRow } from './row-place.ts'

/**
 * What stands, on everybody who was looked up, once an operation is carried out: rows keep their index, new ones come last.
 * Whose a late municipal row is, the data must say: `authority` is who documents it. `save` is what the save changed that an undo takes back whole, or that a corrected row stems from.
 */
export function foretell(
  definition: EventDefinition,
  data: CaseData,
  view: RegisterView,
  save: readonly ExpectedChange[] = [],
): RegisterView {
  const { kind } = definition
  if (kind.type === 'event') return foretellReport(definition, data, view)
  const entities = entitiesOfDataType(kind.dataType)
  return foretellers[kind.operation]({ definition, data, view, save, entities })
}

interface Ordered {
  readonly definition: EventDefinition
  readonly data: CaseData
  readonly view: RegisterView
  readonly save: readonly ExpectedChange[]
  readonly entities: readonly Entity[]
}

const foretellers: Readonly<Record<Maintenance, (ordered: Ordered) => RegisterView>> = {
  correctCurrent: corrected,
  correctFormer: corrected,
  undoCurrent: undone,
  undoFormer: undone,
  reportFormer: ({ definition, data, view, entities: [entity] }) =>
    entity ? foretellFormer(definition, data, view, entity) : view,
}

/** By the register's own key; of the proofs that may share it, the row that is valid. */
function placeMeant({ data, view, entities }: Ordered): PlacedRow | undefined {
  const stamp = textOf(data, 'timestamp')
  return placesOf(
    view,
    textOf(data, 'personnummer'),
    (row) => row.timestamp === stamp && row.mark === null && entities.includes(row.entity),
  )[0]
}

function undone(ordered: Ordered): RegisterView {
  const meant = placeMeant(ordered)
  return meant ? foretellUndo(ordered.view, meant, ordered.save) : ordered.view
}

/** A number is not written over: its person goes over to another. */
function corrected(ordered: Ordered): RegisterView {
  const { definition, data, view, save } = ordered
  if (definition.fields.some(({ name }) => name === 'newPersonnummer'))
    return foretellNewNumber(data, view)
  const meant = placeMeant(ordered)
  if (!meant) return view
  const to = rightRow(definition, data, meant.row)
  return daysFollow(foretellCorrection(view, meant, to), { meant, to }, save)
}
