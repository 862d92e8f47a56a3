import { createHmac, createSecretKey } from 'node:crypto'

import { sql, type Kysely } from 'kysely'

import type { Database } from '../database/schema.ts'

/** Who did what to whom, and why. `pnr` is never stored: only its keyed hash is. */
export interface AuditEntry {
  readonly actor: { readonly user: string; readonly role: string; readonly authority: string }
  /** `noun.verb`, e.g. `register.lookUp`, `update.intended`, `access.denied`. */
  readonly action: string
  readonly outcome: string
  readonly caseId?: string | null
  readonly pnr?: string | null
  readonly purpose?: string | null
  readonly service?: string | null
  /** No personal data. */
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>
}

/** Writes one row with `db` or, where the act has a transaction, with that. */
type RecordAudit = (executor: Kysely<Database>, entry: AuditEntry) => Promise<void>

export interface Auditor {
  readonly record: RecordAudit
  /** The row as JSON, for a statement that inserts it into `audit_inbox (entry)` along with something else. */
  readonly toJson: (entry: AuditEntry) => string
  /** Under which a person's rows are found. */
  readonly personRef: (pnr: string) => string
}

export function createAuditor(key: Uint8Array, realNow: () => Date): Auditor {
  const secret = createSecretKey(key)
  const personRef = (pnr: string) => createHmac('sha256', secret).update(pnr).digest('hex')
  const toJson = ({ actor, pnr, ...entry }: AuditEntry) =>
    JSON.stringify({
      at: realNow().toISOString(),
      actor: actor.user,
      role: actor.role,
      authority: actor.authority,
      action: entry.action,
      case_id: entry.caseId ?? null,
      person_ref: pnr == null ? null : personRef(pnr),
      purpose: entry.purpose ?? null,
      service: entry.service ?? null,
      outcome: entry.outcome,
      detail: entry.detail ?? {},
    })
  const record: RecordAudit = async (executor, entry) => {
    await sql`insert into audit_inbox (entry) values (${toJson(entry)}::jsonb)`.execute(executor)
  }
  return { record, toJson, personRef }
}
