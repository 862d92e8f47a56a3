import { createHash } from 'node:crypto'

import type { Kysely } from 'kysely'

import { canonicalJson } from '../audit/canonical-json.ts'
import type { Database } from '../database/schema.ts'
import type { Actor } from './ports.ts'

export interface KeyedRequest {
  readonly actor: Actor
  readonly key: string
  /** Everything that makes it this request and no other. */
  readonly body: unknown
  readonly caseId: string
  readonly now: Date
}

export type KeyUse =
  | { readonly type: 'first' }
  | { readonly type: 'again'; readonly caseId: string }
  | { readonly type: 'otherBody' }

/** Whose a key is: two people may choose the same one. */
export function keyOwner({ authority, user }: Actor): string {
  return `${authority}/${user}`
}

/** What tells one body from another, whatever order its members came in. */
export function hashOfBody(body: unknown): string {
  return createHash('sha256').update(canonicalJson(body)).digest('hex')
}

/** Takes the key for this request; one that runs at the same time under the same key is waited for. */
export async function takeKey(trx: Kysely<Database>, request: KeyedRequest): Promise<KeyUse> {
  const actor = keyOwner(request.actor)
  const requestHash = hashOfBody(request.body)
  const { key, caseId } = request
  const inserted = await trx
    .insertInto('idempotency_keys')
    .values({
      actor,
      key,
      request_hash: requestHash,
      case_id: caseId,
      version: null,
      created_at: request.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (inserted.numInsertedOrUpdatedRows === 1n) return { type: 'first' }
  const used = await trx
    .selectFrom('idempotency_keys')
    .select(['request_hash', 'case_id'])
    .where('actor', '=', actor)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  if (used.request_hash !== requestHash || !used.case_id) return { type: 'otherBody' }
  return { type: 'again', caseId: used.case_id }
}
