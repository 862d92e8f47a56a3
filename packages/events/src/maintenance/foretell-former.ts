import { isTrue, textOf } from '../case-data.ts'
import type { CaseData } from '../case-data.ts'
import type { EventDefinition } from '../define-event.ts'
import { entities } from '../entities.ts'
import type { Entity, RegisterRow } from '../entities.ts'
import type { RegisterView } from '../register-view.ts'
import { coupleRowOn, otherOf } from './beside.ts'
import { referenceTo } from './following-rows.ts'
import { latePlaceOf } from './late-place.ts'
import { rightColumns } from './right-row.ts'
import { placesOf, withChanged, withNew } from './row-place.ts'

/** A closed row goes between its neighbours, and so does the row that mirrors it. */
export function foretellFormer(
  definition: EventDefinition,
  data: CaseData,
  view: RegisterView,
  entity: Entity,
): RegisterView {
  const pnr = textOf(data, 'personnummer')
  const late = referring(view, pnr, lateRow(definition, data, entity))
  const other = otherSide(view, pnr, late)
  const own = putBetween(view, pnr, late)
  return other ? putBetween(own, other.pnr, other.row) : own
}

/** What the kind of row holds and no field says: which parent is meant shows in the field, whose condition in who reports. */
function unsaidColumns(data: CaseData, entity: Entity): RegisterRow['columns'] {
  if (entity === 'kinship')
    return { relation: textOf(data, 'motherPersonnummer') === '' ? 'father' : 'mother' }
  return entity === 'municipalCondition' ? { municipality: textOf(data, 'authority') || null } : {}
}

function emptyColumns(data: CaseData, entity: Entity): RegisterRow['columns'] {
  const empty = Object.fromEntries(entities[entity].map((column) => [column, null]))
  return { ...empty, ...unsaidColumns(data, entity) }
}

/** The row that a late report puts into the past. */
function lateRow(definition: EventDefinition, data: CaseData, entity: Entity): RegisterRow {
  return {
    entity,
    columns: rightColumns(definition, data, { entity, columns: emptyColumns(data, entity) }),
    start: textOf(data, 'startDate'),
    startUncertain: isTrue(data, 'dateUncertain'),
    end: textOf(data, 'endDate'),
    mark: null,
    timestamp: '',
  }
}

/** A separation names the marriage that it is within. */
function referring(view: RegisterView, pnr: string, row: RegisterRow): RegisterRow {
  const marriage = row.entity === 'separation' ? coupleRowOn(view, pnr, row.start) : undefined
  if (!marriage) return row
  return { ...row, columns: { civilStatusReference: referenceTo(marriage.start) } }
}

/** The same fact on the spouse, or on the parent. */
function otherSide(view: RegisterView, pnr: string, row: RegisterRow) {
  const other = otherOf(view, { pnr, index: -1, row })
  if (other === null || !view.people[other]) return undefined
  if (row.entity === 'separation') return { pnr: other, row: referring(view, other, row) }
  const columns =
    row.entity === 'kinship'
      ? { ...row.columns, relation: 'child', personnummer: pnr }
      : { ...row.columns, spousePersonnummer: pnr }
  return { pnr: other, row: { ...row, columns } }
}

/** The neighbours give way: one ends where the late row begins, the other begins where it ends. */
function putBetween(view: RegisterView, pnr: string, row: RegisterRow): RegisterView {
  const places = placesOf(view, pnr)
  const { head, tail } = latePlaceOf(
    places.map((place) => place.row),
    row,
  )
  const ofHead = places.find((place) => place.row === head)
  const ofTail = places.find((place) => place.row === tail)
  const cut = ofHead ? withChanged(view, ofHead, { end: row.start }) : view
  const pushed = ofTail ? withChanged(cut, ofTail, { start: row.end ?? row.start }) : cut
  return withNew(pushed, pnr, row)
}
