import { randomUUID } from 'node:crypto'

import { type Kysely, sql } from 'kysely'

import { verifyAudit } from '../audit/verify.ts'
import type { Database } from '../database/schema.ts'
import { checkCase } from './check-case.ts'
import { type CaseReading, readCases } from './read-cases.ts'
import type { Violation } from './violation.ts'

/** What was looked at. */
export interface Counts {
  readonly cases: number
  readonly entries: number
  readonly effects: number
  readonly submissions: number
}

export interface VerifyOptions {
  /** So many cases taken by chance; null: all. */
  readonly sample: number | null
  readonly onViolation: (violation: Violation) => void
  /** Ends it before the next page. */
  readonly signal?: AbortSignal
}

const PAGE = 50
const nothing: Counts = { cases: 0, entries: 0, effects: 0, submissions: 0 }

/** Goes through the cases page by page, so that a store of any size fits; each page as it stood at one moment. */
export async function verifyCases(
  db: Kysely<Database>,
  { sample, onViolation, signal }: VerifyOptions,
): Promise<Counts> {
  const pages = sample === null ? allPages(db) : someOf(db, sample)
  let counts = nothing
  for await (const ids of pages) {
    if (signal?.aborted === true) break
    const readings = await readAtOnce(db, ids)
    counts = readings.reduce(add, counts)
    for (const violation of readings.flatMap((reading) => checkCase(reading)))
      onViolation(violation)
  }
  return counts
}

/** The chain of the audit log, from its first row. */
export async function verifyChain(db: Kysely<Database>): Promise<{
  readonly rows: number
  readonly violations: readonly Violation[]
}> {
  const { intact, upTo } = await verifyAudit(db)
  const says = `the audit chain is broken after row ${upTo}`
  return { rows: upTo, violations: intact ? [] : [{ id: 'I6', caseId: null, says }] }
}

async function readAtOnce(
  db: Kysely<Database>,
  ids: readonly string[],
): Promise<readonly CaseReading[]> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((trx) => readCases(trx, ids))
}

async function* allPages(db: Kysely<Database>): AsyncGenerator<readonly string[]> {
  let after = ''
  for (;;) {
    const ids = await idsAfter(db, after, PAGE)
    const last = ids.at(-1)
    if (last === undefined) return
    yield ids
    after = last
  }
}

/** Ids are drawn by chance themselves: those that follow any point are a sample, and cost no look at all the others. */
async function* someOf(db: Kysely<Database>, count: number): AsyncGenerator<readonly string[]> {
  const following = await idsAfter(db, randomUUID(), count)
  const first = await idsAfter(db, '', count - following.length)
  const ids = [...new Set([...following, ...first])]
  for (let at = 0; at < ids.length; at += PAGE) yield ids.slice(at, at + PAGE)
}

async function idsAfter(
  db: Kysely<Database>,
  after: string,
  limit: number,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from cases where id > ${after} order by id limit ${limit}`.execute(db)
  return rows.map(({ id }) => id)
}

function add(counts: Counts, { entries, effects, submissions }: CaseReading): Counts {
  return {
    cases: counts.cases + 1,
    entries: counts.entries + entries.length,
    effects: counts.effects + effects.length,
    submissions: counts.submissions + submissions.length,
  }
}
