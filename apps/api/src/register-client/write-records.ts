import type { Exchange } from '@sagsgang/gctp'
import { sql, type Kysely } from 'kysely'

import type { Database } from '../database/schema.ts'

/** A call on the wire with the moment it returned. */
export interface StoredExchange extends Exchange {
  readonly at: Date
}

export interface Records {
  /** Audit rows as JSON. */
  readonly entries: readonly string[]
  readonly exchanges: readonly StoredExchange[]
}

/** What a case said to the register and what was noted of it, in one statement. */
export async function writeRecords(
  executor: Kysely<Database>,
  of: { readonly caseId: string | null; readonly effectId: string | null },
  { entries, exchanges }: Records,
): Promise<void> {
  const noted = `[${entries.join(',')}]`
  // What is only intended has said nothing yet: that is every other time.
  if (exchanges.length === 0) {
    await sql`
      insert into audit_inbox (entry)
      select value from jsonb_array_elements(${noted}::jsonb)`.execute(executor)
    return
  }
  const messages = JSON.stringify(exchanges)
  await sql`
    with noted as (
      insert into audit_inbox (entry)
      select value from jsonb_array_elements(${noted}::jsonb)
    )
    insert into gctp_messages
      (case_id, effect_id, at, service, action, request, reply, outcome, milliseconds)
    select ${of.caseId}::text, ${of.effectId}::text, at, service, action, request, reply, outcome,
      round(milliseconds)::integer
    from jsonb_to_recordset(${messages}::jsonb) as message (
      at timestamptz, service text, action text, request text, reply text, outcome text,
      milliseconds double precision
    )`.execute(executor)
}
