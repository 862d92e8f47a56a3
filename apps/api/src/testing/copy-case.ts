import { type Kysely, sql } from 'kysely'

import type { Database } from '../database/schema.ts'

/** So many more cases like this one, each with its journal, its people and what it waits for. */
export async function copyCase(db: Kysely<Database>, caseId: string, count: number): Promise<void> {
  const copies = sql`generate_series(1, ${count}::integer) as n`
  const id = sql`'copy-' || n`
  const renamed = (json: string) =>
    sql`replace(${sql.ref(json)}::text, ${caseId}, 'copy-' || n)::jsonb`
  await db.transaction().execute(async (trx) => {
    await sql`set local statement_timeout = 0`.execute(trx)
    await sql`
      insert into cases select (copied).* from ${copies}, cases original
      cross join lateral (select jsonb_populate_record(original, jsonb_build_object(
        'id', ${id}, 'number', 'copy-' || n, 'snapshot', ${renamed('original.snapshot')})) as copied) made
      where original.id = ${caseId}`.execute(trx)
    await sql`
      insert into case_persons (case_id, role, pnr, name, protected)
      select ${id}, role, pnr, name, protected from ${copies}, case_persons where case_id = ${caseId}`.execute(
      trx,
    )
    await sql`
      insert into journal (case_id, seq, authority, at, actor, message, effects, dropped, state, status)
      select ${id}, seq, authority, at, actor, ${renamed('message')}, effects, dropped, state, status
      from ${copies}, journal where case_id = ${caseId} order by n, seq`.execute(trx)
    await sql`
      insert into effects select (copied).* from ${copies}, effects original
      cross join lateral (select jsonb_populate_record(original, jsonb_build_object('case_id', ${id})) as copied) made
      where original.case_id = ${caseId}`.execute(trx)
  })
}
