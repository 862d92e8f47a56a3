import { emptyView, findDefinition } from '@sagsgang/events'
import type { EventDefinition, RegisterView } from '@sagsgang/events'
import type { PlanStep } from '@sagsgang/machines'
import { sql, type Kysely } from 'kysely'

import type { Database } from '../database/schema.ts'
import type { Submission } from '../effects/submissions.ts'
import { toStoredCase } from '../engine/case-row.ts'
import type { StoredCase } from '../engine/ports.ts'

/** What of a submission tells what it left in the register. */
export type Sent = Pick<Submission, 'report' | 'state' | 'output' | 'dialogue'>

/** A case with the follow-ons that were opened from it, each with its own. */
export interface CaseNode {
  readonly stored: StoredCase
  readonly definition: EventDefinition
  /** What was sent for it, by report; the latest attempt of each. */
  readonly submissions: readonly Sent[]
  /** What the register showed before the report; a derived case saw it through the nearest above that looked. */
  readonly view: RegisterView
  /** Of a case that carried out a step of an undo: what it took back. */
  readonly stepOf: Pick<PlanStep, 'caseId' | 'operation'> | null
  /** The newest first. */
  readonly children: readonly CaseNode[]
}

/** A case as it is kept, with all that a plan needs to know of it. */
export interface KeptCase {
  readonly stored: StoredCase
  /** The latest first. */
  readonly submissions: readonly Sent[]
  readonly view: RegisterView | null
}

interface Kept {
  readonly view: RegisterView | null
  readonly sent: readonly Sent[] | null
}

/** The case, all that came of it, and what each sent and saw; undefined where there is no such case. */
export async function loadTree(
  db: Kysely<Database>,
  caseId: string,
): Promise<CaseNode | undefined> {
  const found = await sql<Parameters<typeof toStoredCase>[0] & Kept>`
    with recursive tree as (
      select * from cases where id = ${caseId}
      union all
      select c.* from cases c join tree on c.parent_id = tree.id
    ), family as (
      select * from tree
      union all
      select * from cases where id = (select parent_id from cases where id = ${caseId})
    )
    select family.*,
      (select view from case_views where case_id = family.id) as view,
      (select json_agg(json_build_object('report', report, 'state', state, 'output', output,
        'dialogue', dialogue)
        order by report desc, attempt desc, created_at desc)
       from submissions where case_id = family.id) as sent
    from family`.execute(db)
  const cases = found.rows.map((row) => ({
    stored: toStoredCase(row),
    submissions: row.sent ?? [],
    view: row.view,
  }))
  return treeUnder(caseId, cases)
}

/** The tree under a case, of all these; the case that opened it may be among them. */
export function treeUnder(caseId: string, cases: readonly KeptCase[]): CaseNode | undefined {
  const root = cases.find(({ stored }) => stored.id === caseId)
  return root && nodeOf(root, cases, emptyView)
}

function nodeOf(
  kept: KeptCase,
  cases: readonly KeptCase[],
  seenAbove: RegisterView,
): CaseNode | undefined {
  const { stored, submissions } = kept
  const definition = findDefinition(stored.event)
  if (!definition) return undefined
  const view = kept.view ?? seenAbove
  const opened = cases
    .filter((one) => one.stored.parentId === stored.id && one.stored.followOn !== null)
    .map((one) => standingFor(one, cases))
    .toSorted((one, other) => other.stored.openedAt.getTime() - one.stored.openedAt.getTime())
  return {
    stored,
    definition,
    submissions: latestOfEach(submissions),
    view,
    stepOf: stepOf(stored, cases),
    children: opened.flatMap((child) => nodeOf(child, cases, view) ?? []),
  }
}

/** What its undo was taken back by stands in a follow-on's place: the same event, reported anew. */
function standingFor(child: KeptCase, cases: readonly KeptCase[]): KeptCase {
  const { id, followOn } = child.stored
  const undoneBy = carriersOf(id, cases)
  const anew = undoneBy.flatMap((step) => carriersOf(step, cases))
  const found = cases.find(({ stored }) => anew.includes(stored.id))
  if (!found) return child
  return standingFor({ ...found, stored: { ...found.stored, followOn } }, cases)
}

/** The cases that took a case back, step by step. */
function carriersOf(caseId: string, cases: readonly KeptCase[]): readonly string[] {
  const plans = cases.flatMap(({ stored }) => stored.snapshot.context.plan)
  const done = plans.filter((step) => step.caseId === caseId && wasDone.has(step.state))
  return done.flatMap(({ carriedOutBy }) => carriedOutBy ?? [])
}

const wasDone: ReadonlySet<string> = new Set(['done', 'undone'])

function stepOf({ id, parentId }: StoredCase, cases: readonly KeptCase[]): CaseNode['stepOf'] {
  const parent = cases.find(({ stored }) => stored.id === parentId)
  const plan = parent?.stored.snapshot.context.plan ?? []
  return plan.find(({ carriedOutBy }) => carriedOutBy === id) ?? null
}

function latestOfEach(submissions: readonly Sent[]): readonly Sent[] {
  const reports = new Map<number, Sent>()
  for (const submission of submissions)
    if (!reports.has(submission.report)) reports.set(submission.report, submission)
  return [...reports.values()].toSorted((one, other) => one.report - other.report)
}

/** The register has it: somebody saw a receipt, a proof, or decided so. */
export function isAccepted({ stored }: Pick<CaseNode, 'stored'>): boolean {
  const { accepted } = stored.snapshot.context
  return accepted.on !== null || accepted.outputs.length > 0
}
