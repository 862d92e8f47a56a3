import { sql, type Kysely } from 'kysely'

import type { CaseChange } from '../case-view.ts'
import { isPassing } from '../database/is-passing.ts'
import type { Database } from '../database/schema.ts'
import type { Hints } from '../engine/hints.ts'

export interface JournalChange extends CaseChange {
  readonly position: number
  readonly authority: string
  readonly openedBy: string
}

/** What happens to cases, in order, from the database: it is the same in every process. */
export interface JournalFeed {
  /** Where the journal stands now. */
  readonly last: () => Promise<number>
  /** Batches after `position`; each comes with the position to go on from. Ends with the signal. */
  readonly from: (position: number, signal: AbortSignal) => AsyncIterable<JournalBatch>
  readonly stop: () => void
}

interface JournalBatch {
  readonly changes: readonly JournalChange[]
  readonly before: number
  /** Everything up to here has been seen: to go on from it may repeat a change, and loses none. */
  readonly position: number
}

const backstop = 1000
const pageSize = 500
/** Numbers are taken before they are committed: a gap younger than this may still be filled. */
const settled = 5000

/** A hint that gets lost costs the backstop's second, nothing else. */
export function createJournalFeed(db: Kysely<Database>, hints: Pick<Hints, 'listen'>): JournalFeed {
  const wakers = new Set<() => void>()
  const stopListening = hints.listen(() => wakers.forEach((wake) => wake()))
  const stopping = new AbortController()
  const from = (position: number, signal: AbortSignal) =>
    follow({ db, wakers }, position, AbortSignal.any([signal, stopping.signal]))
  const stop = () => {
    stopListening()
    stopping.abort()
  }
  return { last: () => lastPosition(db), from, stop }
}

interface Source {
  readonly db: Kysely<Database>
  readonly wakers: Set<() => void>
}

async function* follow(
  source: Source,
  start: number,
  signal: AbortSignal,
): AsyncIterable<JournalBatch> {
  let position = start
  let seen: ReadonlySet<number> = new Set()
  while (!signal.aborted) {
    const rows = await readAfter(source.db, position).catch(whileAway)
    const changes = rows.filter((row) => !seen.has(row.position))
    const before = position
    position = lowMark(position, rows)
    seen = new Set(rows.map((row) => row.position).filter((number) => number > position))
    if (changes.length > 0) yield { changes, before, position }
    if (changes.length < pageSize) await nextWake(source.wakers, signal)
  }
}

/** Whoever watches stays on: what happens meanwhile is told once the store is back. */
function whileAway(error: unknown): readonly FeedRow[] {
  if (isPassing(error)) return []
  throw error
}

async function lastPosition(db: Kysely<Database>): Promise<number> {
  const { rows } = await sql<{ last: string }>`
    select coalesce(max(position), 0) as last from journal`.execute(db)
  return Number(rows[0]?.last ?? 0)
}

interface FeedRow extends JournalChange {
  readonly isSettled: boolean
}

async function readAfter(db: Kysely<Database>, position: number): Promise<readonly FeedRow[]> {
  const { rows } = await sql<FeedRow>`
    select j.position::int8::float8 as position, j.case_id as "caseId", j.authority, j.seq as version,
      j.status, c.event, c.opened_by as "openedBy",
      coalesce(j.written_at < now() - ${settled} * interval '1 millisecond', true) as "isSettled"
    from journal j join cases c on c.id = j.case_id
    where j.position > ${position} order by j.position limit ${pageSize}`.execute(db)
  return rows
}

/** Up to the last row below which no number can still appear. */
function lowMark(position: number, rows: readonly FeedRow[]): number {
  let mark = position
  for (const row of rows) {
    if (row.position !== mark + 1 && !row.isSettled) return mark
    mark = row.position
  }
  return mark
}

function nextWake(wakers: Set<() => void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      clearTimeout(timer)
      wakers.delete(wake)
      signal.removeEventListener('abort', wake)
      resolve()
    }
    const timer = setTimeout(wake, backstop)
    wakers.add(wake)
    signal.addEventListener('abort', wake, { once: true })
    if (signal.aborted) wake()
  })
}
