import type { Kysely } from 'kysely'
import type { Logger } from 'pino'

import type { Auditor } from '../audit/record.ts'
import type { Config } from '../config.ts'
import type { Database } from '../database/schema.ts'
import { describeError } from '../describe-error.ts'
import { realChance, realTimers } from '../edges.ts'
import type { EffectDeps } from '../effects/deps.ts'
import type { Clock } from '../engine/ports.ts'
import type { Compared } from '../submission-log/compare-log.ts'
import { openFileLog } from '../submission-log/file-log.ts'
import { createStoreGuard } from '../submission-log/store-guard.ts'
import type { LoggedSubmission, SubmissionLog } from '../submission-log/submission-log.ts'
import type { Parts } from './parts.ts'

interface Standing {
  readonly db: Kysely<Database>
  readonly auditor: Auditor
  readonly clock: Clock
  readonly log: Pick<Logger, 'error' | 'warn'>
  readonly parts: Parts
}

// A failover is noticed within so long; a save looks for itself.
const LOOK_MS = 5_000

/** The log of what was sent, compared with the store before anything is sent and whenever the store may be another. */
export async function openSubmissionLog(
  { dataDirectory, databaseUrl, role }: Pick<Config, 'dataDirectory' | 'databaseUrl' | 'role'>,
  { db, auditor, clock, log, parts }: Standing,
): Promise<Pick<EffectDeps, 'submissionLog' | 'storeGuard'>> {
  const process = { id: realChance.newId(), now: clock.realNow() }
  const submissionLog = alarming(await openFileLog(dataDirectory, process), log)
  parts.add({ name: 'submission log', stop: () => submissionLog.close() })
  const onCompared = (compared: Compared) => tell(log, compared)
  const storeGuard = createStoreGuard({
    db,
    submissionLog,
    auditor,
    clock,
    onCompared,
    // Alone, there is nobody to wait for.
    ...(databaseUrl !== null && { wait: realTimers.wait }),
  })
  if (role === 'api') return { submissionLog, storeGuard }
  await storeGuard.look()
  const lookAgain = () =>
    void storeGuard.look().catch((error: unknown) => {
      log.warn(describeError(error), 'the store could not be compared with the submission log')
    })
  const stop = realTimers.every(LOOK_MS, lookAgain)
  parts.add({ name: 'store guard', stop: () => Promise.resolve(stop()) })
  return { submissionLog, storeGuard }
}

function alarming(submissionLog: SubmissionLog, log: Standing['log']): SubmissionLog {
  const alarm = (error: unknown): never => {
    log.error(describeError(error), 'the submission log cannot be written: nothing is sent')
    throw error
  }
  return { ...submissionLog, write: (entry) => submissionLog.write(entry).catch(alarm) }
}

const name = ({ id, caseId, report }: LoggedSubmission) => ({ submission: id, caseId, report })

function tell(log: Standing['log'], { inDoubt, withoutCase }: Compared): void {
  for (const one of inDoubt) {
    log.error(name(one), 'the database had forgotten a submission: the register is asked about it')
  }
  for (const one of withoutCase) {
    log.error(name(one), 'the database has forgotten a submission with its case: look it up')
  }
}
