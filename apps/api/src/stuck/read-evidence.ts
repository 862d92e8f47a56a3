import { authorityNameOf } from '@sagsgang/events'
import { placeOf, unreadable } from '@sagsgang/machines'
import { sql } from 'kysely'

import { authorize } from '../access/authorize.ts'
import { toMoment } from '../database/moment.ts'
import type { LogEntry } from '../effects/read-log.ts'
import type { CaseRecord } from '../procedures/case-record.ts'
import { type GuardedCase, getGuarded } from '../procedures/guarded-case.ts'
import type { SignedIn } from '../procedures/trpc.ts'
import { isDoubtReason, sayingOf } from './doubt-words.ts'
import type { DecisionProposal, EvidenceView, LogEntryView, SentView } from './evidence-view.ts'
import type { KeptEvidence } from './keep-evidence.ts'

/** A person may ask the register so many more times about one intent: each look costs, and is noted on the person. */
export const mostLooks = 6

export async function readEvidence(ctx: SignedIn, caseId: string): Promise<EvidenceView> {
  return showEvidence(ctx, await getGuarded(ctx, caseId, 'cases.read'))
}

interface SentRow extends SentView {
  readonly entriesBefore: readonly LogEntry[] | null
  readonly readAt: string | null
  readonly final: boolean | null
  readonly found: KeptEvidence | null
  readonly asked: number | null
  /** Why the journal says that it is undecided. */
  readonly told: string | null
}

/** What was kept of the last look: nobody is asked anything. */
export async function showEvidence(
  ctx: SignedIn,
  { record, sight }: GuardedCase,
): Promise<EvidenceView> {
  const row = await findSent(ctx, record)
  const seen = row === undefined ? nothingSent : seenIn(row)
  return {
    caseId: record.id,
    version: record.version,
    ...seen,
    fields: sight === 'metadata' ? withoutValues(seen.fields) : seen.fields,
    proposal: await findProposal(ctx, record),
    may: {
      ...mayOf(ctx, record, row),
      undoAfterwards: seen.reason === 'duplicateSuspected',
    },
  }
}

type SeenView = Omit<EvidenceView, 'caseId' | 'version' | 'proposal' | 'may'>

const unread = sayingOf(null, false)

const nothingSent: SeenView = {
  sent: null,
  readAt: null,
  final: false,
  entries: [],
  fields: null,
  says: unread.text,
  reason: null,
  supports: null,
  looksLeft: 0,
}

function seenIn(row: SentRow): SeenView {
  const judgement = row.found?.judgement ?? toldOnly(row.told)
  const final = row.final ?? judgement !== null
  const { text, supports } = sayingOf(judgement, final)
  return {
    sent: toSent(row),
    readAt: row.readAt,
    final,
    entries: entriesOf(row),
    fields: row.found?.fields ?? null,
    says: text,
    reason: judgement?.reason ?? null,
    supports,
    looksLeft: Math.max(0, mostLooks - (row.asked ?? 0)),
  }
}

async function findSent(ctx: SignedIn, { id, snapshot }: CaseRecord): Promise<SentRow | undefined> {
  const { rows } = await sql<SentRow>`
    select ${toMoment(sql`s.created_at`)} as at, s.service, s.attempt, s.report + 1 as report,
      s.request_hash as "requestHash", s.dialogue, s.state, s.actor as "by",
      s.entries_before as "entriesBefore", ${toMoment(sql`e.at`)} as "readAt", e.final, e.found, e.asked,
      (select message ->> 'reason' from journal j where j.case_id = s.case_id
        and j.message ->> 'type' = 'undecided' order by j.seq desc limit 1) as told
    from submissions s left join evidence e on e.submission_id = s.id
    where s.case_id = ${id} and s.report <= ${snapshot.context.report}
    order by s.report desc, s.attempt desc, s.created_at desc limit 1`.execute(ctx.services.db)
  return rows[0]
}

function toldOnly(told: string | null): KeptEvidence['judgement'] | null {
  return told !== null && isDoubtReason(told) ? { type: 'undecided', reason: told } : null
}

function toSent(row: SentRow): SentView {
  const { at, service, attempt, report, requestHash, dialogue, state, by } = row
  return { at, service, attempt, report, requestHash, dialogue, state, by }
}

const keyOf = ({ timestamp, code, derivedMark, authority }: LogEntry) =>
  [timestamp, code, derivedMark, authority].join('/')

/** The register's own record, the earliest first; what it shows no longer is shown as it was before. */
function entriesOf({ entriesBefore, found }: SentRow): readonly LogEntryView[] {
  const before = new Map((entriesBefore ?? []).map((entry) => [keyOf(entry), entry]))
  const matching = new Set((found?.matching ?? []).map(keyOf))
  const all = new Map([
    ...before,
    ...(found?.entries ?? []).map((one) => [keyOf(one), one] as const),
  ])
  return [...all]
    .map(([key, entry]): LogEntryView => ({
      ...entry,
      authorityName: authorityNameOf(entry.authority),
      standing: before.has(key) ? 'before' : matching.has(key) ? 'matching' : 'other',
    }))
    .toSorted((one, other) => one.timestamp.localeCompare(other.timestamp))
}

/** Whether a field is as it was to be is no content; what it says is. */
function withoutValues(fields: EvidenceView['fields']): EvidenceView['fields'] {
  const nothing = { before: null, expected: null, now: null, isCovered: true }
  return fields?.map((field) => ({ ...field, ...nothing })) ?? null
}

async function findProposal(
  ctx: SignedIn,
  { id, version }: CaseRecord,
): Promise<DecisionProposal | null> {
  const { rows } = await sql<DecisionProposal>`
    select outcome, reason, against, proposed_by as "proposedBy", ${toMoment(sql`proposed_at`)} as "proposedAt",
      version <> ${version} as "isVoid"
    from decision_proposals where case_id = ${id}`.execute(ctx.services.db)
  return rows[0] ?? null
}

function mayOf({ actor }: SignedIn, record: CaseRecord, row: SentRow | undefined) {
  const isReadable = record.stuckCause !== unreadable
  const isDeciding = isReadable && placeOf(record.snapshot) === 'deciding'
  const isAllowed = (action: 'cases.decide' | 'cases.proposeDecision' | 'register.read') =>
    authorize(actor, action, record).type === 'allowed'
  return {
    decide: isDeciding && isAllowed('cases.decide'),
    propose: isDeciding && isAllowed('cases.proposeDecision'),
    refresh:
      row !== undefined &&
      record.status === 'inDoubt' &&
      isAllowed('register.read') &&
      (row.asked ?? 0) < mostLooks,
  }
}
