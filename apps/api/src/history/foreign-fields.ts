import { entities, fieldForColumn, type Entity, type RegisterRow } from '@sagsgang/events'

import type { DataType } from './data-types.ts'

type Row = Pick<RegisterRow, 'entity' | 'columns'>

/** Every kind of row that a kind of data is kept in; a child's parents are two. */
function kindsOf(entity: Entity): readonly Row[] {
  if (entity !== 'kinship') return [{ entity, columns: {} }]
  return ['mother', 'father'].map((relation) => ({ entity, columns: { relation } }))
}

/** Fields that are columns of another kind of row: given for this one they would be refused. */
export function foreignTo(dataType: DataType, row: Row): readonly string[] {
  const { correctCurrent } = dataType.operations
  if (correctCurrent === undefined) return []
  const fieldsOf = (one: Row): readonly string[] =>
    entities[one.entity].flatMap((column) => fieldForColumn(correctCurrent, one, column) ?? [])
  const own = new Set(fieldsOf(row))
  const all = dataType.entities.flatMap(kindsOf).flatMap(fieldsOf)
  return [...new Set(all)].filter((field) => !own.has(field))
}
