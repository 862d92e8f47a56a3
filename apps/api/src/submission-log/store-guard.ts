import type { Kysely } from 'kysely'

import type { Auditor } from '../audit/record.ts'
import type { Database } from '../database/schema.ts'
import type { Timers } from '../edges.ts'
import type { Clock } from '../engine/ports.ts'
import { type Compared, compareLog } from './compare-log.ts'
import { readStoreIdentity } from './store-identity.ts'
import type { SubmissionLog } from './submission-log.ts'

/** Keeps saves back while the store may have forgotten some. */
export interface StoreGuard {
  /** Whether the log has been compared with the store as it is now. Asked in the transaction that acts. */
  isCompared(executor: Kysely<Database>): Promise<boolean>
  /** Looks whether the store is still the one that was compared; where it is not, compares. */
  look(): Promise<void>
}

interface GuardDeps {
  readonly db: Kysely<Database>
  readonly submissionLog: Pick<SubmissionLog, 'read'>
  readonly auditor: Pick<Auditor, 'toJson'>
  readonly clock: Pick<Clock, 'realNow'>
  /** Hears of what the log knew and the store did not. */
  readonly onCompared: (compared: Compared) => void
  readonly readIdentity?: (executor: Kysely<Database>) => Promise<string>
  /** How to wait for what others have sent, where there are others. */
  readonly wait?: Timers['wait']
}

// Each looks every five seconds: by then every process that lives has put in doubt what it had sent.
const OTHERS_MS = 15_000

/** A failover or another store; not the same one started again, which has every commit that anybody saw. */
function isAnother(identity: string, compared: string | null): boolean {
  return compared !== null && placeOf(identity) !== placeOf(compared)
}

function placeOf(identity: string): string {
  return identity.split('/').slice(0, 2).join('/')
}

export function createStoreGuard(deps: GuardDeps): StoreGuard {
  const {
    db,
    submissionLog,
    auditor,
    clock,
    onCompared,
    readIdentity = readStoreIdentity,
    wait,
  } = deps
  let compared: string | null = null
  let looking: Promise<void> | null = null

  async function compare(): Promise<void> {
    const identity = await readIdentity(db)
    if (identity === compared) return
    onCompared(await compareLog({ db, submissionLog, auditor, now: clock.realNow() }))
    if (isAnother(identity, compared)) await wait?.(OTHERS_MS)
    // Another failover meanwhile is seen at the next look: what was compared is the store as it was before.
    compared = identity
  }

  return {
    isCompared: async (executor) =>
      compared !== null && (await readIdentity(executor)) === compared,
    look: () =>
      (looking ??= compare().finally(() => {
        looking = null
      })),
  }
}
