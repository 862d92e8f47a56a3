import { standingOf } from '@sagsgang/machines'
import { sql } from 'kysely'

import type { CaseToDecide } from '../operations-view.ts'
import { caseColumns, type CaseRecord } from '../procedures/case-record.ts'
import { scopeOf, toCaseRow } from '../procedures/list-cases.ts'
import type { SignedIn } from '../procedures/trpc.ts'
import { isDoubtReason, sayingOf } from './doubt-words.ts'
import { dueAt } from './due-at.ts'

type Row = CaseRecord & {
  readonly told: string | null
  readonly outcome: 'applied' | 'notApplied' | null
  readonly proposedBy: string | null
}

const mostShown = 200

/** Cases in doubt that no evidence settles, the oldest first. */
export async function listDecisions(ctx: SignedIn): Promise<readonly CaseToDecide[]> {
  const { rows } = await sql<Row>`
    select ${caseColumns}, p.outcome, p.proposed_by as "proposedBy",
      (select message ->> 'reason' from journal j where j.case_id = c.id
        and j.message ->> 'type' = 'undecided' order by j.seq desc limit 1) as told
    from cases c left join case_views v on v.case_id = c.id
      left join decision_proposals p on p.case_id = c.id and p.version = c.version
    where c.status = 'inDoubt' and c.snapshot #>> '{value,work,reporting}' = 'deciding'
      and ${sql.join([...scopeOf(ctx)], sql` and `)}
    order by c.changed_at, c.id limit ${mostShown}`.execute(ctx.services.db)
  return rows.map((row) => toDecision(ctx, row))
}

function toDecision(ctx: SignedIn, row: Row): CaseToDecide {
  const { told, outcome, proposedBy } = row
  const due = standingOf(row.snapshot)?.due ?? { hours: null, date: null }
  const isKnown = told !== null && isDoubtReason(told)
  return {
    ...toCaseRow(row, ctx),
    doubt: isKnown
      ? { reason: told, text: sayingOf({ type: 'undecided', reason: told }, true).text }
      : null,
    due: dueAt(due, row.changedAt, ctx.services.clock),
    proposal: outcome === null || proposedBy === null ? null : { outcome, by: proposedBy },
  }
}
