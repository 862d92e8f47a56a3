import { sql, type Kysely } from 'kysely'

import type { Database } from '../database/schema.ts'
import { refuse } from '../errors.ts'
import { forgetRequest, rememberRequest, rememberVersion } from './remember-request.ts'
import type { SignedIn } from './trpc.ts'
import { waitFor } from './wait-for.ts'

const patience = 8000

export interface OpeningOrder {
  readonly caseId: string
  readonly idempotencyKey: string
  /** What was asked for, as it came in. */
  readonly body: unknown
  /** Tells the case to open another one; answers the version where it then stands. */
  readonly send: () => Promise<number>
}

/** The case that another one opens on command, a moment after the command is committed; the same one for the same key. */
export async function openedBy(ctx: SignedIn, order: OpeningOrder): Promise<string> {
  const { caseId, idempotencyKey, body } = order
  const asked = await rememberRequest(ctx, idempotencyKey, body)
  const known = asked.type === 'again' ? asked.version : null
  const version = known ?? (await sendOnce(ctx, order))
  if (known === null) await rememberVersion(ctx, idempotencyKey, version)
  const opened = await waitFor(() => findOpened(ctx.services.db, caseId, version), patience)
  if (opened === undefined) throw refuse('notOpenedYet')
  return opened
}

/** What was refused was never asked: the key stays free. */
async function sendOnce(ctx: SignedIn, { idempotencyKey, send }: OpeningOrder): Promise<number> {
  try {
    return await send()
  } catch (error) {
    await forgetRequest(ctx, idempotencyKey)
    throw error
  }
}

/** By the effect of the last command up to this version that asked for a case. */
async function findOpened(
  db: Kysely<Database>,
  caseId: string,
  version: number,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select child.id
    from (
      select j.effects from journal j
      where j.case_id = ${caseId} and j.seq <= ${version}
        and j.message ->> 'type' in ('openFollowOn', 'correct')
      order by j.seq desc limit 1) asked
    cross join jsonb_array_elements(asked.effects) effect
    join cases child on child.parent_id = ${caseId} and child.parent_effect = effect ->> 'id'`.execute(
    db,
  )
  return rows[0]?.id
}
