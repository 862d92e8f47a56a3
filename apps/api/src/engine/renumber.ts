import { sql, type Kysely } from 'kysely'

import type { Database } from '../database/schema.ts'
import { lockCase } from './case-row.ts'
import { type Held, isWanted } from './effect-queue.ts'
import type { EngineDeps } from './engine-deps.ts'
import type { Renumbering, StoredCase } from './ports.ts'
import { move } from './step.ts'
import { LeaseLost } from './write-step.ts'

/**
 * Somebody has another number in the register: every case that is not over goes on under it, with its timers, its place
 * in the queue, what it looked up and what it was about to open. Told twice, it changes nothing.
 */
export async function renumber(
  deps: EngineDeps,
  finder: Held,
  { from, to, exceptFinder }: Renumbering,
): Promise<void> {
  for (const caseId of await casesKnowing(deps.db, from)) {
    if (exceptFinder && caseId === finder.caseId) continue
    const heard = await deps.db
      .transaction()
      .execute((trx) => renumberCase(trx, deps, { caseId, finder, from, to }))
    // Its report is out, or in doubt, under the number it was told under: its next look at the person finds the new one.
    if (!heard) deps.log.warn({ caseId }, 'keeps the number under which it is being reported')
  }
  deps.hints.tell()
}

interface Order {
  readonly caseId: string
  readonly from: string
  readonly to: string
}

type Found = Order & { readonly finder: Held }

async function renumberCase(
  trx: Parameters<typeof move>[0],
  deps: EngineDeps,
  { caseId, finder, from, to }: Found,
): Promise<boolean> {
  const stored = await lockCase(trx, caseId)
  // Whoever was taken for dead meanwhile has nothing to say: another looks, and finds the same.
  if (!(await isWanted(trx, finder))) throw new LeaseLost('a new number is told by another')
  if (!stored) return true
  const message = { type: 'renumbered', from, to } as const
  const audit = [from, to].map((pnr) => auditEntry(deps, stored, pnr))
  const moved = await move(trx, deps, { stored, message, author: null, claim: null, audit })
  await keepTurn(trx, { caseId, from, to })
  if (!moved) return false
  await rekey(trx, { caseId, from, to })
  return true
}

/** Both numbers stand in the audit trail, each as a reference to the person. */
function auditEntry({ auditor }: EngineDeps, stored: StoredCase, pnr: string): string {
  const actor = { user: 'system', role: 'system', authority: stored.authority }
  const { id: caseId, purpose } = stored
  return auditor.toJson({ actor, action: 'case.renumbered', outcome: 'done', caseId, pnr, purpose })
}

/** What is kept beside the case. A number is ten digits in quotes there and nothing else is. */
async function rekey(trx: Kysely<Database>, { caseId, from, to }: Order): Promise<void> {
  const [old, fresh] = [`"${from}"`, `"${to}"`]
  await sql`update case_views set view = replace(view::text, ${old}, ${fresh})::jsonb where case_id = ${caseId}`.execute(
    trx,
  )
  await sql`update effects set effect = replace(effect::text, ${old}, ${fresh})::jsonb
    where case_id = ${caseId} and state = 'open'`.execute(trx)
}

/** The same place in the queue under both numbers: whoever comes by either waits, and nobody is overtaken. */
async function keepTurn(trx: Kysely<Database>, { caseId, from, to }: Order): Promise<void> {
  await sql`
    insert into person_turns (pnr, case_id, position, asked_at, held)
    select ${to}, case_id, position, asked_at, held from person_turns
    where case_id = ${caseId} and pnr = ${from} on conflict do nothing`.execute(trx)
}

/** Drafts name people before they are looked up: the whole of what a case knows is searched, for this is rare. */
async function casesKnowing(db: Kysely<Database>, pnr: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from cases where status not in ('withdrawn', 'undone')
      and snapshot::text like ${`%"${pnr}"%`} order by id`.execute(db)
  return rows.map(({ id }) => id)
}
