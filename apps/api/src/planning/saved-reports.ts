import { reportsOf } from '@sagsgang/events'
import type { Entity, ExpectedChange } from '@sagsgang/events'
import { sql, type Kysely } from 'kysely'

import type { Database } from '../database/schema.ts'
import { groundOf, storedView } from '../effects/case-facts.ts'
import type { CaseGround } from '../effects/case-facts.ts'
import type { EffectDeps } from '../effects/deps.ts'
import { changesOf } from '../effects/expected.ts'
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
  { db, clock }: Pick<EffectDeps, 'db' | 'clock'>,
  node: CaseNode,
): Promise<readonly SavedReport[]> {
  if (node.submissions.length === 0) return []
  const before = await storedView(db, node.stored)
  const corrections = await correctionStamps(db, node.stored.id)
  return reportsOfCase(node, { ground: groundOf(node.stored, before, clock), corrections })
}

interface Standing {
  readonly ground: CaseGround
  /** Stamps of rows that corrections put in the place of its own. */
  readonly corrections: readonly string[]
}

export function reportsOfCase(
  node: CaseNode,
  { ground, corrections }: Standing,
): readonly SavedReport[] {
  const own = node.definition.undo.steps.find(({ followOn }) => followOn === null)
  if (!own) return []
  return node.submissions
    .filter((submission) => stands(node, submission))
    .flatMap((submission) => {
      const output = outputOf(node, submission)
      // Predicted anew, since only the answer tells the number of a child.
      const changes = changesOf(ground, submission.report, output)
      const person = personOf(node, submission, changes)
      if (person === undefined) return []
      const stamps = [...corrections, output['TIMSTP']].filter((stamp) => stamp !== undefined)
      return [{ node, person, entity: own.entity, changes, stamps }]
    })
}

/** In doubt, a person has said that it was applied: the case has gone on from it. */
function stands(node: CaseNode, { state, report }: Submission): boolean {
  if (state === 'confirmed') return true
  const hasGoneOn = isAccepted(node) || report < node.stored.snapshot.context.report
  return hasGoneOn && (state === 'inDoubt' || state === 'notApplied')
}

function outputOf({ stored }: CaseNode, submission: Submission): Readonly<Record<string, string>> {
  return submission.output ?? stored.snapshot.context.accepted.outputs[submission.report] ?? {}
}

/** The one reported for, or the child that the report gave a number. */
function personOf(
  { definition, stored }: CaseNode,
  { report }: Submission,
  changes: readonly ExpectedChange[],
): string | undefined {
  const { data } = stored.snapshot.context
  const created = changes.find(({ change }) => change === 'create')
  const reported = reportsOf(definition, data)[report]?.person
  return created?.pnr ?? reported ?? changes[0]?.pnr ?? undefined
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
