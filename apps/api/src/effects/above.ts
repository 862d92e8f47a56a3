import { findDefinition } from '@sagsgang/events'
import type { Snapshot } from '@sagsgang/machines'
import { sql, type Kysely } from 'kysely'

import type { Database } from '../database/schema.ts'

interface Ancestor {
  readonly event: string
  readonly snapshot: Snapshot
}

/** What the cases above already offer to somebody, and which this one therefore does not offer again. */
export async function offeredAbove(
  executor: Kysely<Database>,
  parentId: string | null,
): Promise<readonly { readonly event: string; readonly person: string }[]> {
  if (parentId === null) return []
  const found = await sql<Ancestor>`
    with recursive above as (
      select id, parent_id, event, snapshot from cases where id = ${parentId}
      union all
      select c.id, c.parent_id, c.event, c.snapshot from cases c join above on c.id = above.parent_id
    )
    select event, snapshot from above`.execute(executor)
  return found.rows.flatMap(offeredBy)
}

/** What one case offers to whom. */
export function offeredBy({ event, snapshot }: Ancestor) {
  const followOns = findDefinition(event)?.followOns ?? []
  return followOns.flatMap(({ key, target }) => {
    const row = snapshot.context.followOns[key]
    if (!row || row.as === 'notNeeded' || target.type !== 'event') return []
    return row.people.map((person) => ({ event: target.event, person }))
  })
}
