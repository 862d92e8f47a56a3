import { sql } from 'kysely'

import { hashOfBody, keyOwner } from '../engine/idempotency.ts'
import { refuse } from '../errors.ts'
import type { SignedIn } from './trpc.ts'

export type Asked =
  | { readonly type: 'first' }
  /** `version`: where the stepped case stood; null while that is still under way. */
  | { readonly type: 'again'; readonly version: number | null }

const keyOf = (idempotencyKey: string) => `asked:${idempotencyKey}`

/**
 * For orders that are worked out from where a case stands: sent again, they would be worked out anew and look like
 * another body. So what was asked is remembered beside what came of it.
 */
export async function rememberRequest(
  ctx: SignedIn,
  idempotencyKey: string,
  body: unknown,
): Promise<Asked> {
  const { db, clock } = ctx.services
  const hash = hashOfBody(body)
  const key = keyOf(idempotencyKey)
  const { numAffectedRows } = await sql`
    insert into idempotency_keys (actor, key, request_hash, created_at)
    values (${keyOwner(ctx.actor)}, ${key}, ${hash}, ${clock.realNow()})
    on conflict do nothing`.execute(db)
  if (numAffectedRows === 1n) return { type: 'first' }
  const { rows } = await sql<{ hash: string; version: number | null }>`
    select request_hash as hash, version from idempotency_keys
    where actor = ${keyOwner(ctx.actor)} and key = ${key}`.execute(db)
  if (rows[0]?.hash !== hash) throw refuse('idempotencyKeyReused')
  return { type: 'again', version: rows[0].version }
}

/** What the order came to: where the case stood that it was sent to. */
export async function rememberVersion(
  ctx: SignedIn,
  idempotencyKey: string,
  version: number,
): Promise<void> {
  await sql`
    update idempotency_keys set version = ${version}
    where actor = ${keyOwner(ctx.actor)} and key = ${keyOf(idempotencyKey)}`.execute(
    ctx.services.db,
  )
}

/** Only one that came to nothing is forgotten. */
export async function forgetRequest(ctx: SignedIn, idempotencyKey: string): Promise<void> {
  await sql`
    delete from idempotency_keys
    where actor = ${keyOwner(ctx.actor)} and key = ${keyOf(idempotencyKey)} and version is null`.execute(
    ctx.services.db,
  )
}
