import { getDefinition, isCurrent, type RegisterRow } from '@sagsgang/events'
import { sql, type Kysely } from 'kysely'

import type { Database } from '../database/schema.ts'
import { entitiesKept } from '../effects/maintained-row.ts'
import type { ExactRowView } from '../plan-view.ts'
import { toRowView } from '../planning/row-views.ts'
import type { CaseRecord } from './case-record.ts'

interface Seen {
  readonly row: RegisterRow
  /** The day on which the register was asked. */
  readonly asOf: string
}

/** The row that a correction or an undo is about, as it stood when the register was looked up for the case. */
export async function findRowMeant(
  db: Kysely<Database>,
  { id, event, snapshot }: CaseRecord,
): Promise<ExactRowView | null> {
  const { personnummer, timestamp } = snapshot.context.data
  const kept = entitiesKept(getDefinition(event))
  const isKeyed = typeof personnummer === 'string' && typeof timestamp === 'string'
  if (kept.length === 0 || !isKeyed) return null
  const { rows } = await sql<Seen>`
    select row, person ->> 'asOf' as "asOf"
    from (select view #> array['people', ${personnummer}] as person
          from case_views where case_id = ${id}) seen
    cross join jsonb_array_elements(person -> 'rows') as row
    where row ->> 'timestamp' = ${timestamp}`.execute(db)
  const found = rows.find(({ row }) => kept.includes(row.entity))
  if (found === undefined) return null
  const { row } = found
  return { ...toRowView(personnummer, row), timestamp, current: isCurrent(row, found) }
}
