import { sql, type Kysely } from 'kysely'

import type { Database } from '../database/schema.ts'
import type { EffectRun, Looked } from '../engine/ports.ts'
import { readView } from '../register-client/read-view.ts'
import type { NotRead } from '../register-client/trouble.ts'
import { callerOf, groundOf, storedView } from './case-facts.ts'
import type { EffectDeps } from './deps.ts'

/** Whether another case changed somebody whom this one looked at, since: it may have waited for its turn. */
async function isStale(db: Kysely<Database>, caseId: string): Promise<boolean> {
  const found = await sql<{ stale: boolean }>`
    select exists (
      select from case_views v
      cross join jsonb_object_keys(v.view -> 'people') as seen (pnr)
      join case_persons theirs on theirs.pnr = seen.pnr and theirs.case_id <> v.case_id
      join submissions s on s.case_id = theirs.case_id
      join cases c on c.id = theirs.case_id
      where v.case_id = ${caseId} and (s.state = 'confirmed' and s.settled_at > v.looked_up_at
        -- Where a person decided that it was applied, the case has gone on and the evidence stays what it was.
        or s.state in ('inDoubt', 'notApplied') and s.report < (c.snapshot #>> '{context,report}')::integer
          and c.changed_at > v.looked_up_at)
    ) as stale`.execute(db)
  return found.rows[0]?.stale ?? false
}

/** What the case compares the register with is the register as it stands when its turn has come. */
export async function freshen(
  deps: EffectDeps,
  run: Pick<EffectRun, 'case' | 'effect'>,
): Promise<{ readonly type: 'fresh'; readonly looked: Looked | null } | NotRead> {
  const { db, port, clock } = deps
  if (!(await isStale(db, run.case.id))) return { type: 'fresh', looked: null }
  const { definition, facts } = groundOf(run.case, await storedView(db, run.case), clock)
  const at = clock.realNow()
  const looked = await readView(port, callerOf(run), { definition, data: facts.data })
  if (looked.type !== 'read') return looked
  return { type: 'fresh', looked: { view: looked.view, at } }
}
