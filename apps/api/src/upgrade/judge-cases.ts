import type { Release, Snapshot } from '@sagsgang/machines'
import { type Kysely, type RawBuilder, sql } from 'kysely'

import type { Database } from '../database/schema.ts'
import type { JournalEntry } from '../engine/replay.ts'
import { judgeCase, type Verdict } from './judge-case.ts'

/** The table, or what stands for it where that one lacks a column. */
export type Cases = RawBuilder<unknown>

/** Open cases that were made alike. */
export interface Kind {
  readonly event: string
  readonly definitionHash: string
  readonly machineVersion: number
  readonly count: number
}

// What is over is never stepped again, and is shown as it stands.
const isOpen = sql`status not in ('withdrawn', 'undone')`

export async function kindsOf(
  db: Kysely<Database>,
  cases: Cases = sql`cases`,
): Promise<readonly Kind[]> {
  const { rows } = await sql<Kind>`
    select event, definition_hash as "definitionHash", machine_version as "machineVersion", count(*)::integer as count
    from ${cases} where ${isOpen}
    group by 1, 2, 3 order by 1, 2, 3`.execute(db)
  return rows
}

export interface Judged {
  readonly caseId: string
  readonly number: string
  readonly verdict: Verdict
}

const PAGE = 500

/** Each open case of a kind, a page at a time: neither the cases nor their journals need fit into memory. */
export async function* judgeCases(
  db: Kysely<Database>,
  release: Release,
  kind: Omit<Kind, 'count'>,
  cases: Cases = sql`cases`,
): AsyncGenerator<Judged> {
  let last = ''
  for (;;) {
    const page = await readPage(db, { ...kind, cases, after: last })
    for (const { caseId, number, snapshot, entries } of page) {
      yield { caseId, number, verdict: judgeCase(release, { ...kind, caseId, snapshot }, entries) }
    }
    last = page.at(-1)?.caseId ?? ''
    if (page.length < PAGE) return
  }
}

interface Read {
  readonly caseId: string
  readonly number: string
  readonly snapshot: Snapshot
}

interface Page extends Omit<Kind, 'count'> {
  readonly cases: Cases
  readonly after: string
}

/** Cases and journals of one moment: others may be stepping them. */
function readPage(
  db: Kysely<Database>,
  { cases, after, event, definitionHash, machineVersion }: Page,
): Promise<readonly (Read & { readonly entries: readonly JournalEntry[] })[]> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      const { rows } = await sql<Read>`
        select id as "caseId", number, snapshot from ${cases}
        where id > ${after} and event = ${event} and definition_hash = ${definitionHash}
          and machine_version = ${machineVersion} and ${isOpen}
        order by id limit ${PAGE}`.execute(trx)
      const journals = await readJournals(
        trx,
        rows.map(({ caseId }) => caseId),
      )
      return rows.map((row) => ({ ...row, entries: journals.get(row.caseId) ?? [] }))
    })
}

async function readJournals(
  db: Kysely<Database>,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, readonly JournalEntry[]>> {
  const { rows } = await sql<JournalEntry & { caseId: string }>`
    select case_id as "caseId", message from journal
    where case_id = any (${[...caseIds]}::text[]) order by case_id, seq`.execute(db)
  return Map.groupBy(rows, ({ caseId }) => caseId)
}
