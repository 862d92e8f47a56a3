import type { Entity, RegisterRow } from '../entities.ts'
import { fieldsOf } from './rows.ts'
import type { Answered } from './view-from-answers.ts'
import { wireTablesOf } from './wire-tables.ts'

/** Which authority documents a row; undefined where no answer says so. */
export type Documenters = (row: Pick<RegisterRow, 'entity' | 'timestamp'>) => string | undefined

const keyOf = (entity: Entity, timestamp: string): string => `${entity} ${timestamp}`

/** A row is put right by whoever documents it, so that it matters who that is. */
export function documentersIn(answers: readonly Answered[]): Documenters {
  const byRow = new Map(answers.flatMap(documented))
  return ({ entity, timestamp }) => byRow.get(keyOf(entity, timestamp))
}

function documented({ query, roles }: Answered): readonly (readonly [string, string])[] {
  return wireTablesOf(query.service).flatMap((table) => {
    const { authority, entity, timestamp } = table
    if (authority === null) return []
    const rows = (roles ?? []).flatMap((role) => fieldsOf(table, role))
    return rows.flatMap((fields) => {
      const code = fields[authority]?.value ?? ''
      return code === '' ? [] : [[keyOf(entity, fields[timestamp]?.value ?? ''), code] as const]
    })
  })
}
