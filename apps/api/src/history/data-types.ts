import {
  entities,
  maintenanceCatalogue,
  type Entity,
  type EventDefinition,
  type Maintenance,
  type Text,
} from '@sagsgang/events'

import { entitiesKept } from '../effects/maintained-row.ts'

/** A kind of data that is maintained, with the ways of doing so. */
export interface DataType {
  readonly id: string
  readonly name: Text
  readonly operations: Readonly<Partial<Record<Maintenance, EventDefinition>>>
  /** The kinds of rows that it is kept in. */
  readonly entities: readonly Entity[]
  /** Columns that an operation gives: where several services tell of a row, those that show them are asked. */
  readonly columns: readonly string[]
}

const byId = Map.groupBy(maintenanceCatalogue, ({ kind }) =>
  kind.type === 'maintenance' ? kind.dataType : '',
)

export const dataTypes: readonly DataType[] = [...byId].flatMap(([id, definitions]) => {
  const [first] = definitions
  return first === undefined ? [] : [toDataType(id, first, definitions)]
})

function toDataType(
  id: string,
  first: EventDefinition,
  definitions: readonly EventDefinition[],
): DataType {
  const kept = entitiesKept(first)
  const known = new Set<string>(kept.flatMap((entity) => entities[entity]))
  const given = definitions.flatMap(({ fields }) => fields.map(({ name }) => name))
  return {
    id,
    name: { da: kindIn(first.name.da), en: kindIn(first.name.en) },
    operations: Object.fromEntries(
      definitions.flatMap((one) =>
        one.kind.type === 'maintenance' ? [[one.kind.operation, one] as const] : [],
      ),
    ),
    entities: kept,
    columns: [...new Set(given)].filter((name) => known.has(name)),
  }
}

/** An operation is called by its kind of data first: `Navnedata - ret nuværende`. */
function kindIn(name: string): string {
  return name.slice(0, name.lastIndexOf(' - '))
}

export function findDataType(id: string): DataType | undefined {
  return dataTypes.find((dataType) => dataType.id === id)
}
