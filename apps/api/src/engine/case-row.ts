import {
  causeOf,
  type Context,
  legalDate,
  type Snapshot,
  type Status,
  statusOf,
} from '@sagsgang/machines'
import type { Kysely, Selectable } from 'kysely'

import type { Database } from '../database/schema.ts'
import type { StoredCase } from './ports.ts'

/** The columns that lists search by, worked out from the snapshot and never set by themselves. */
export interface Searchable {
  readonly status: Status
  readonly stuckCause: string | null
  readonly assignee: string | null
  readonly deadline: string | null
}

export function searchableOf(snapshot: Snapshot): Searchable {
  return {
    status: statusOf(snapshot),
    stuckCause: causeOf(snapshot)?.word ?? null,
    assignee: snapshot.context.assignee,
    deadline: earliestDeadline(snapshot.context),
  }
}

/** Of those that still run or are overdue; what has ended in time is of no interest. */
function earliestDeadline(context: Context): string | null {
  const earliest = legalDate(context)
  if (earliest === null) return null
  return `${earliest.slice(0, 4)}-${earliest.slice(4, 6)}-${earliest.slice(6, 8)}`
}

export function toStoredCase(row: Selectable<Database['cases']>): StoredCase {
  return {
    id: row.id,
    number: row.number,
    event: row.event,
    authority: row.authority,
    parentId: row.parent_id,
    parentEffect: row.parent_effect,
    followOn: row.follow_on,
    snapshot: row.snapshot,
    version: row.version,
    machineVersion: row.machine_version,
    definitionHash: row.definition_hash,
    purpose: row.purpose,
    openedBy: row.opened_by,
    editedBy: row.edited_by,
    openedAt: row.opened_at,
    changedAt: row.changed_at,
  }
}

export async function findCase(
  db: Kysely<Database>,
  caseId: string,
): Promise<StoredCase | undefined> {
  const row = await db.selectFrom('cases').selectAll().where('id', '=', caseId).executeTakeFirst()
  return row && toStoredCase(row)
}

/** Holds the case until the transaction ends: one writer at a time. */
export async function lockCase(
  trx: Kysely<Database>,
  caseId: string,
): Promise<StoredCase | undefined> {
  const row = await trx
    .selectFrom('cases')
    .selectAll()
    .where('id', '=', caseId)
    .forUpdate()
    .executeTakeFirst()
  return row && toStoredCase(row)
}
