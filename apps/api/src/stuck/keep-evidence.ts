import { sql, type Kysely } from 'kysely'

import type { Database } from '../database/schema.ts'
import type { Doubt, Seen } from '../effects/doubt.ts'
import type { LogEntry } from '../effects/read-log.ts'
import type { DoubtReason } from '../outcome-reasons.ts'
import { type EvidenceField, fieldsOf } from './evidence-fields.ts'

/** What a look back showed, as it is kept: numbers covered, nothing of protected people. */
export interface KeptEvidence {
  readonly entries: readonly LogEntry[]
  readonly matching: readonly LogEntry[]
  /** Null where the rows were not read. */
  readonly fields: readonly EvidenceField[] | null
  readonly judgement: {
    readonly type: 'applied' | 'absent' | 'undecided'
    readonly reason: DoubtReason | null
  }
}

interface Keeping {
  readonly caseId: string
  readonly at: Date
  /** A person asked for this look. */
  readonly isAsked: boolean
}

function toKept(doubt: Pick<Doubt, 'ground' | 'submission'>, seen: Seen): KeptEvidence {
  const { entries, matching, now, output, judgement } = seen
  const { ground, submission } = doubt
  const showing = { ground, report: submission.report, output }
  return {
    entries,
    matching,
    fields: now === null ? null : fieldsOf(showing, now),
    judgement: {
      type: judgement.type,
      reason: judgement.type === 'undecided' ? judgement.reason : null,
    },
  }
}

/** The latest look at each submission; the ones before it are in the conversation with the register. */
export async function keepEvidence(
  db: Kysely<Database>,
  doubt: Pick<Doubt, 'ground' | 'submission' | 'over'>,
  { seen, keeping }: { readonly seen: Seen; readonly keeping: Keeping },
): Promise<void> {
  const { caseId, at, isAsked } = keeping
  await sql`
    insert into evidence (submission_id, case_id, at, final, found, asked)
    values (${doubt.submission.id}, ${caseId}, ${at}, ${doubt.over}, ${JSON.stringify(toKept(doubt, seen))}::jsonb,
      ${isAsked ? 1 : 0})
    on conflict (submission_id) do update set at = excluded.at, final = excluded.final, found = excluded.found,
      asked = evidence.asked + excluded.asked`.execute(db)
}
