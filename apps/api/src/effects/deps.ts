import type { Profile } from '@sagsgang/gctp'
import type { Kysely } from 'kysely'

import type { Auditor } from '../audit/record.ts'
import type { Database } from '../database/schema.ts'
import type { Chance } from '../edges.ts'
import type { Clock } from '../engine/ports.ts'
import type { RegisterPort } from '../register-client/register-port.ts'
import type { StoreGuard } from '../submission-log/store-guard.ts'
import type { SubmissionLog } from '../submission-log/submission-log.ts'

/** What the effects are carried out with. */
export interface EffectDeps {
  readonly db: Kysely<Database>
  readonly port: RegisterPort
  readonly auditor: Auditor
  readonly submissionLog: SubmissionLog
  /** Keeps saves back until the submission log has been compared with the store. */
  readonly storeGuard: StoreGuard
  readonly clock: Clock
  readonly chance: Chance
  readonly profile: Pick<Profile, 'longestProcessingSeconds'>
  /** How long a save that got no answer is given before its absence counts. */
  readonly settleSeconds: number
}
