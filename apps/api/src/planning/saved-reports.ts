import { predict } from '@sagsgang/events'
import type { Entity, ExpectedChange, RegisterView } from '@sagsgang/events'
import { sql, type Kysely } from 'kysely'

import type { Database } from '../database/schema.ts'
import { storedView } from '../effects/case-facts.ts'
import type { Submission } from '../effects/submissions.ts'
import { isAccepted } from './case-tree.ts'
import type { CaseNode } from './case-tree.ts'

/** What one report of a case left in the register, and the row by which it is taken back. */
export interface SavedReport {
  readonly node: CaseNode
  readonly person: string
  /** The kind of row that stands for the event. */
  readonly entity: Entity
  readonly changes: readonly ExpectedChange[]
  /** Stamps that the row may carry: of its corrections, the latest first, then of the save itself. */
  readonly stamps: readonly string[]
}

/** What a case wrote, in the order that it was reported. */
export async function savedReports(
  db: Kysely<Database>,
  node: CaseNode,
): Promise<readonly SavedReport[]> {
  const own = node.definition.undo.steps.find(({ followOn }) => followOn === null)
  if (!own || node.submissions.length === 0) return []
  const before = await storedView(db, node.stored)
  const corrections = await correctionStamps(db, node.stored.id)
  return node.submissions
    .filter((submission) => stands(node, submission))
    .flatMap((submission) => {
      const output = outputOf(node, submission)
      const changes = changesOf(node, submission, before)
      const person = personOf(node, changes, output)
      if (person === undefined) return []
      const stamps = [...corrections, output['TIMSTP']].filter((stamp) => stamp !== undefined)
      return [{ node, person, entity: own.entity, changes, stamps }]
    })
}

/** In doubt, a person has said that it was applied: the case has gone on from it. */
function stands(node: CaseNode, { state, report }: Submission): boolean {
  if (state === 'confirmed') return true
  const hasGoneOn = isAccepted(node) || report < node.stored.snapshot.context.report
  return state === 'inDoubt' && hasGoneOn
}

function outputOf({ stored }: CaseNode, submission: Submission): Readonly<Record<string, string>> {
  return submission.output ?? stored.snapshot.context.accepted.outputs[submission.report] ?? {}
}

/** Predicted anew, since only the answer tells the number of a child. */
function changesOf(
  node: CaseNode,
  submission: Submission,
  before: RegisterView,
): readonly ExpectedChange[] {
  const output = outputOf(node, submission)
  if (output['PNR'] === undefined) return submission.expected
  return predict(node.definition, node.stored.snapshot.context.data, before, output)
}

/** A child who was given a number, else the one reported for. */
function personOf(
  { definition }: CaseNode,
  changes: readonly ExpectedChange[],
  output: Readonly<Record<string, string>>,
): string | undefined {
  const created = changes.find(({ change }) => change === 'create')
  if (created) return created.pnr ?? output['PNR']
  const reported = changes.find(({ party }) => definition.reportedFor.includes(party))
  return reported?.pnr ?? changes[0]?.pnr ?? undefined
}

/** Rows that corrections of the case put in the place of its own. */
async function correctionStamps(db: Kysely<Database>, caseId: string): Promise<readonly string[]> {
  const found = await sql<{ stamp: string | null }>`
    select s.output ->> 'TIMSTP' as stamp
    from cases c join submissions s on s.case_id = c.id
    where c.parent_id = ${caseId} and c.follow_on is null and s.state = 'confirmed'
    order by s.created_at desc`.execute(db)
  return found.rows.flatMap(({ stamp }) => stamp ?? [])
}
