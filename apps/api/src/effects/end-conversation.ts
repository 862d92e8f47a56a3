import type { FailureReason, SaveAnswer } from '@sagsgang/gctp'
import { maySaveAgain } from '@sagsgang/machines'
import { sql, type Kysely } from 'kysely'

import type { Database } from '../database/schema.ts'
import type { EffectRun } from '../engine/ports.ts'
import type { Ready } from './commit-intent.ts'
import type { EffectDeps } from './deps.ts'
import type { LogEntry } from './read-log.ts'
import { receiptFindings } from './receipt-findings.ts'

/** What a save came to, once nothing that was said in its conversation can change anything any longer. */
export type Settled =
  | Exclude<SaveAnswer, { type: 'unknown' }>
  | { readonly type: 'unknown'; readonly reason: FailureReason | 'notEnded' }

type SaveRun = Pick<EffectRun<'save'>, 'case' | 'effect'>

const TRIES = 3

/**
 * A save that was refused leaves its conversation open, and a copy of its bytes that comes late would be carried out once
 * the reason for the refusal is gone. Where the register does not say that it ended the conversation, the save is in doubt.
 */
export async function endLeftOpen(
  deps: Pick<EffectDeps, 'db' | 'port'>,
  ready: Pick<Ready, 'run' | 'caller' | 'ground' | 'prepared'>,
  answer: SaveAnswer,
): Promise<Settled> {
  if (!(await isLeftOpen(deps, ready, answer)) || (await end(deps, ready))) return answer
  return { type: 'unknown', reason: 'notEnded' }
}

async function isLeftOpen(
  { db }: Pick<EffectDeps, 'db'>,
  { run, ground }: Pick<Ready, 'run' | 'ground'>,
  answer: SaveAnswer,
): Promise<boolean> {
  if (answer.type === 'refused') return true
  if (answer.type === 'unsent') return (await entriesBeforeFirst(db, run)) !== undefined
  if (answer.type !== 'warned') return false
  const findings = receiptFindings(ground.definition, answer.receipt)
  return !maySaveAgain(run.case.snapshot.context, { findings })
}

async function end(
  { port }: Pick<EffectDeps, 'port'>,
  { caller, prepared }: Pick<Ready, 'caller' | 'prepared'>,
): Promise<boolean> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const { type } = await port.abort(caller, prepared.dialogue)
    // One that it knows of no longer may have ended by being carried out.
    if (type !== 'failed') return type === 'ended'
  }
  return false
}

/**
 * After a warning that was confirmed before, a conversation holds more than one save: what the register showed before the
 * first of them. Undefined where none has left in it.
 */
export async function entriesBeforeFirst(
  db: Kysely<Database>,
  { case: { id, snapshot }, effect }: SaveRun,
): Promise<readonly LogEntry[] | undefined> {
  const { report, attempt } = effect.payload
  if (attempt === 0) return undefined
  const { rows } = await sql<{ entries: readonly LogEntry[] | null }>`
    select entries_before as entries from submissions
    where case_id = ${id} and report = ${report} and effect_id <> ${effect.id}
      and dialogue = ${snapshot.context.dialogue?.timestamp ?? null} and state = 'warned'
    order by attempt limit 1`.execute(db)
  const [first] = rows
  return first && (first.entries ?? [])
}
