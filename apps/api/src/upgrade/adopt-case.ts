import type { Effect, Snapshot } from '@sagsgang/machines'
import type { Kysely, Transaction } from 'kysely'

import type { Database, MigratedEntry } from '../database/schema.ts'
import { keepBooks } from '../engine/bookkeeping.ts'
import { definitionHash, isOurs } from '../engine/definition-hash.ts'
import { type EngineDeps, releaseOf } from '../engine/engine-deps.ts'
import type { StoredCase } from '../engine/ports.ts'
import type { JournalEntry } from '../engine/replay.ts'
import { answerPure, type Course, standing } from '../engine/transition.ts'
import { writeStep } from '../engine/write-step.ts'
import { CaseNeedsMigration } from './case-needs-migration.ts'
import { CaseOfNewerVersion } from './case-of-newer-version.ts'
import { judgeCase } from './judge-case.ts'

/** Throws where a newer version has the case: no process steps what it cannot read. */
export function refuseNewer(
  deps: Pick<EngineDeps, 'release'>,
  { id, machineVersion }: Pick<StoredCase, 'id' | 'machineVersion'>,
): void {
  if (machineVersion > releaseOf(deps).version) throw new CaseOfNewerVersion(id)
}

/**
 * A case that is locked, as this version has it. One of an earlier version goes on as it stands where its journal leads there
 * today; else it is migrated, which its journal says. Neither: it is not moved.
 */
export async function adopt(
  trx: Transaction<Database>,
  deps: EngineDeps,
  stored: StoredCase,
): Promise<StoredCase> {
  refuseNewer(deps, stored)
  if (isOurs(releaseOf(deps), stored)) return stored
  const entries = await readEntries(trx, stored.id)
  const verdict = judgeCase(releaseOf(deps), { caseId: stored.id, ...stored }, entries)
  if (verdict.type === 'lost') throw new CaseNeedsMigration(stored.id, verdict.reason)
  const today = { ...stored, definitionHash: definitionHash(stored.event) }
  return verdict.type === 'migrated' ? writeMigrated(trx, deps, today, verdict.snapshot) : today
}

function readEntries(db: Kysely<Database>, caseId: string): Promise<readonly JournalEntry[]> {
  return db
    .selectFrom('journal')
    .select('message')
    .where('case_id', '=', caseId)
    .orderBy('seq')
    .execute()
}

async function writeMigrated(
  trx: Transaction<Database>,
  deps: EngineDeps,
  stored: StoredCase,
  snapshot: Snapshot,
): Promise<StoredCase> {
  const { version: to } = releaseOf(deps)
  const message = { type: 'migrated', from: stored.machineVersion, to, snapshot } as const
  const course = await answerPure(trx, deps.handlers, migratedCourse(stored, message))
  const { version: from } = stored
  const books = keepBooks(stored.snapshot, course)
  const silent = { claim: null, key: null, goesOn: null, editedBy: null, audit: [] } as const
  await writeStep(trx, deps, { course, books, from, ...silent })
  return { ...course.case, machineVersion: to, changedAt: deps.clock.realNow() }
}

/** What the migrated case no longer waits for is dropped from the queue, what it waits for instead is put there. */
function migratedCourse(stored: StoredCase, message: MigratedEntry): Course {
  const { snapshot } = message
  const [old, now] = [stored.snapshot.context.open, snapshot.context.open]
  const dropped = Object.keys(old).filter((id) => !(id in now))
  const effects = Object.entries(now)
    .filter(([id, { failed }]) => !(id in old) && failed === undefined)
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a payload is put in only beside its own type
    .map(([id, { type, payload }]) => ({ id, type, payload }) as Effect)
  const version = stored.version + 1
  const entry = { seq: version, actor: 'system', message, effects, dropped, snapshot }
  return {
    ...standing({ ...stored, snapshot, version }),
    entries: [entry],
    asked: effects,
    dropped,
  }
}
