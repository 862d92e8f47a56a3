import { findDefinition } from '@sagsgang/events'
import type { EventDefinition } from '@sagsgang/events'
import { sql, type Kysely } from 'kysely'

import type { Database } from '../database/schema.ts'
import { submissionsOf } from '../effects/submissions.ts'
import type { Submission } from '../effects/submissions.ts'
import { toStoredCase } from '../engine/case-row.ts'
import type { StoredCase } from '../engine/ports.ts'

/** A case with the follow-ons that were opened from it, each with its own. */
export interface CaseNode {
  readonly stored: StoredCase
  readonly definition: EventDefinition
  /** What was sent for it, by report; the latest attempt of each. */
  readonly submissions: readonly Submission[]
  /** The newest first. */
  readonly children: readonly CaseNode[]
}

/** Undefined where there is no such case. */
export async function loadTree(
  db: Kysely<Database>,
  caseId: string,
): Promise<CaseNode | undefined> {
  const found = await sql<Parameters<typeof toStoredCase>[0]>`
    with recursive tree as (
      select * from cases where id = ${caseId}
      union all
      select c.* from cases c join tree on c.parent_id = tree.id
    )
    select * from tree`.execute(db)
  const cases = found.rows.map(toStoredCase)
  const root = cases.find(({ id }) => id === caseId)
  return root && treeUnder(root, cases, (id) => submissionsOf(db, id))
}

/** The tree under a case, of all these; every submission of each, the latest first. */
export async function treeUnder(
  stored: StoredCase,
  cases: readonly StoredCase[],
  sentFor: (caseId: string) => Promise<readonly Submission[]>,
): Promise<CaseNode | undefined> {
  const definition = findDefinition(stored.event)
  if (!definition) return undefined
  const opened = cases
    .filter(({ parentId, followOn }) => parentId === stored.id && followOn !== null)
    .toSorted((one, other) => other.openedAt.getTime() - one.openedAt.getTime())
  const children = await Promise.all(opened.map((child) => treeUnder(child, cases, sentFor)))
  return {
    stored,
    definition,
    submissions: latestOfEach(await sentFor(stored.id)),
    children: children.filter((child) => child !== undefined),
  }
}

function latestOfEach(submissions: readonly Submission[]): readonly Submission[] {
  const reports = new Map<number, Submission>()
  for (const submission of submissions)
    if (!reports.has(submission.report)) reports.set(submission.report, submission)
  return [...reports.values()].toSorted((one, other) => one.report - other.report)
}

/** The register has it: somebody saw a receipt, a proof, or decided so. */
export function isAccepted({ stored }: CaseNode): boolean {
  const { accepted } = stored.snapshot.context
  return accepted.on !== null || accepted.outputs.length > 0
}
