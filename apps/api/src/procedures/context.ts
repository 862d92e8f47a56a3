import type { Kysely } from 'kysely'

import type { Auditor } from '../audit/record.ts'
import type { Database } from '../database/schema.ts'
import type { Actor, Clock, Engine } from '../engine/ports.ts'
import type { PriceList } from '../metering/price-list.ts'
import type { Planner } from '../planning/planner.ts'
import type { RegisterPort } from '../register-client/register-port.ts'
import type { JournalFeed } from './journal-feed.ts'
import type { RateLimit } from './rate-limit.ts'

/** What the procedures stand on; built once at the start. */
export interface Services {
  readonly db: Kysely<Database>
  readonly engine: Engine
  readonly clock: Clock
  readonly auditor: Auditor
  readonly register: Pick<RegisterPort, 'lookUp' | 'lookUpAll' | 'today'>
  readonly planner: Planner
  readonly journal: JournalFeed
  readonly lookUps: RateLimit
  readonly prices: PriceList
}

export interface Context {
  readonly services: Services
  /** Undefined where nobody signed in. */
  readonly actor: Actor | undefined
  /** Why not. */
  readonly refusal: 'notSignedIn' | 'identityUnknown' | undefined
}
