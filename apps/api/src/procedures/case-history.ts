import { statusOf, type Status } from '@sagsgang/machines'
import { sql } from 'kysely'

import type { CaseView, GctpMessageView, JournalEntryView } from '../case-view.ts'
import { toMoment } from '../database/moment.ts'
import { refuse } from '../errors.ts'
import { maskMessage } from '../mask-message.ts'
import type { CaseRecord } from './case-record.ts'
import type { GuardedCase } from './guarded-case.ts'
import { findRowMeant } from './row-meant.ts'
import { toCaseView, withoutContent } from './to-case-view.ts'
import type { SignedIn } from './trpc.ts'

interface JournalRow {
  readonly seq: number
  readonly at: string
  readonly actor: string
  readonly message: JournalEntryView['message']
  readonly effects: JournalEntryView['effects']
  readonly state: unknown
  readonly status: Status
}

/** What happened, oldest first. */
export async function readJournal(
  { services }: SignedIn,
  { record, sight }: GuardedCase,
): Promise<readonly JournalEntryView[]> {
  const { rows } = await sql<JournalRow>`
    select seq, ${toMoment(sql`at`)} as at,
      actor, message, effects, state, status
    from journal where case_id = ${record.id} order by seq`.execute(services.db)
  return rows.map(({ message, effects, ...row }) => ({
    ...row,
    message: sight === 'metadata' ? { type: message.type } : told(message),
    effects: effects.map(({ id, type }) => ({ id, type })),
  }))
}

/** Where a migration led is shown by the case itself. */
function told(message: JournalRow['message']): JournalRow['message'] {
  const { snapshot: _snapshot, ...shown } = message
  return message.type === 'migrated' ? shown : message
}

/** The case as its journal left it after `seq`: nothing can be done to what is past. */
export async function readCaseAt(
  { services, actor }: SignedIn,
  { record, sight }: GuardedCase,
  seq: number,
): Promise<CaseView> {
  const snapshot = await services.engine.at(record.id, seq)
  if (snapshot === undefined) throw refuse('entryNotFound')
  const { rows } = await sql<{ at: string }>`
    select ${toMoment(sql`at`)} as at
    from journal where case_id = ${record.id} and seq = ${seq}`.execute(services.db)
  const past: CaseRecord = {
    ...record,
    snapshot,
    version: seq,
    status: statusOf(snapshot),
    assignee: snapshot.context.assignee,
    changedAt: rows[0]?.at ?? record.changedAt,
    stuckCause: null,
    stuckSince: null,
  }
  const view = toCaseView(past, { actor, services }, await findRowMeant(services.db, past))
  const shown = sight === 'metadata' ? withoutContent(view) : view
  return { ...shown, commands: shown.commands.map((command) => ({ ...command, allowed: false })) }
}

interface MessageRow {
  readonly at: string
  readonly service: string
  readonly action: string
  readonly outcome: string
  readonly milliseconds: number
  readonly request: string
  readonly reply: string | null
}

/** The conversation with the register, newest first, masked here and not in the browser. */
export async function readMessages(
  { services }: SignedIn,
  { record }: GuardedCase,
): Promise<readonly GctpMessageView[]> {
  const { rows } = await sql<MessageRow>`
    select ${toMoment(sql`at`)} as at,
      service, action, outcome, milliseconds, request, reply
    from gctp_messages where case_id = ${record.id} order by id desc limit 500`.execute(services.db)
  return rows.map(({ request, reply, ...row }) => ({
    ...row,
    request: maskMessage(request),
    reply: reply === null ? null : maskMessage(reply),
  }))
}
