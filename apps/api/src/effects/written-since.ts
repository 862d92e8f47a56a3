import { catalogue } from '@sagsgang/events'
import type { Entity } from '@sagsgang/events'
import type { Kysely } from 'kysely'

import type { Database } from '../database/schema.ts'
import { findCase } from '../engine/case-row.ts'
import type { Clock, StoredCase } from '../engine/ports.ts'
import type { Caller } from '../register-client/register-port.ts'
import type { NotRead } from '../register-client/trouble.ts'
import { groundOf, storedView } from './case-facts.ts'
import type { Looking } from './doubt.ts'
import { subjectOf } from './read-back-subject.ts'
import { readLog } from './read-log.ts'
import type { LogEntry } from './read-log.ts'
import { type Submission, submissionsOf } from './submissions.ts'

/** A save of ours, by what the register's record of updates shows of it. */
export interface OwnSave {
  readonly pnr: string
  /** What it wrote is younger than its conversation. */
  readonly dialogue: string
  readonly codes: readonly string[]
  readonly watermark: Date
}

interface Store {
  readonly db: Kysely<Database>
  readonly clock: Clock
}

/** The saves behind what a case compares; the rows of a derived one were written by a case above it. */
export async function savesBehind(store: Store, stored: StoredCase): Promise<readonly OwnSave[]> {
  const submissions = await submissionsOf(store.db, stored.id)
  if (submissions.length > 0) return savesOf(store, stored, submissions)
  const parent = stored.parentId === null ? undefined : await findCase(store.db, stored.parentId)
  return parent ? savesBehind(store, parent) : []
}

/** The saves behind an undo: those of the cases that carried out its steps. */
export async function savesOfUndo(
  store: Store,
  { snapshot }: Pick<StoredCase, 'snapshot'>,
): Promise<readonly OwnSave[]> {
  const saves: OwnSave[] = []
  for (const { carriedOutBy } of snapshot.context.plan) {
    const step = carriedOutBy === null ? undefined : await findCase(store.db, carriedOutBy)
    if (step) saves.push(...(await savesOf(store, step, await submissionsOf(store.db, step.id))))
  }
  return saves
}

async function savesOf(
  { db, clock }: Store,
  stored: StoredCase,
  submissions: readonly Submission[],
): Promise<readonly OwnSave[]> {
  const ground = groundOf(stored, await storedView(db, stored), clock)
  return submissions.flatMap(({ report, dialogue, watermark }) => {
    const subject = subjectOf(ground, report)
    const codes = ground.definition.eventCodes
    return subject ? [{ pnr: subject.pnr, dialogue, codes, watermark }] : []
  })
}

/** Whether somebody has written rows of a kind on a person since. */
export type WrittenSince = (pnr: string, entity: Entity) => boolean

type Later = { readonly type: 'read'; readonly isWritten: WrittenSince } | NotRead

/**
 * What the register's record of updates shows after our own saves: a row that a later report put in the place of ours is
 * that one's to answer for. Without an entry of ours nothing counts as later.
 */
export async function readLater(
  looking: Looking,
  caller: Caller,
  of: { readonly saves: readonly OwnSave[]; readonly people: readonly string[] },
): Promise<Later> {
  const until = looking.clock.registerNow()
  const since = new Date(Math.min(...of.saves.map(({ watermark }) => watermark.getTime())))
  const logs = new Map<string, readonly LogEntry[]>()
  for (const pnr of new Set([...of.people, ...of.saves.map((save) => save.pnr)])) {
    const log = await readLog(looking.port, caller, { pnr, since, until })
    if (log.type !== 'read') return log
    logs.set(pnr, log.entries)
  }
  const own = of.saves.flatMap((save) => stampOf(save, logs.get(save.pnr) ?? []) ?? [])
  const [first] = own.toSorted()
  return {
    type: 'read',
    isWritten: (pnr, entity) =>
      first !== undefined &&
      (logs.get(pnr) ?? []).some(
        ({ timestamp, code }) =>
          timestamp > first && !own.includes(timestamp) && writes(code, entity),
      ),
  }
}

/** While others write about a person no conversation stands: the first entry after it began is its own. */
function stampOf({ dialogue, codes }: OwnSave, entries: readonly LogEntry[]): string | undefined {
  const [first] = entries
    .filter(({ timestamp, code }) => {
      return timestamp > dialogue && (codes.length === 0 || codes.includes(code))
    })
    .map(({ timestamp }) => timestamp)
    .toSorted()
  return first
}

/** Kinds of rows by the codes of the events that write them. */
const written = new Map(
  [...Map.groupBy(catalogue.flatMap(codesOf), ({ code }) => code)].map(
    ([code, all]) => [code, new Set(all.flatMap(({ entities }) => entities))] as const,
  ),
)

function codesOf({ eventCodes, effects }: (typeof catalogue)[number]) {
  return eventCodes.map((code) => ({ code, entities: effects.map(({ entity }) => entity) }))
}

/** Maintenance may write anything. */
function writes(code: string, entity: Entity): boolean {
  return written.get(code)?.has(entity) ?? true
}
