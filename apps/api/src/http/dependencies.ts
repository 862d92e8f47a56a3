import type { Kysely } from 'kysely'
import type { Logger } from 'pino'

import type { Auditor } from '../audit/record.ts'
import type { Database } from '../database/schema.ts'
import type { Hints } from '../engine/hints.ts'
import type { Clock, Engine } from '../engine/ports.ts'
import type { PriceList } from '../metering/price-list.ts'
import type { Planner } from '../planning/planner.ts'
import type { RegisterPort } from '../register-client/register-port.ts'

/** What the server is built on; it owns none of it but the listening connection. */
export interface ServerDependencies {
  readonly db: Kysely<Database>
  readonly hints: Pick<Hints, 'listen'>
  readonly engine: Engine
  readonly clock: Clock
  readonly auditor: Auditor
  readonly register: Pick<RegisterPort, 'lookUp' | 'lookUpAll' | 'today'>
  readonly planner: Planner
  readonly prices: PriceList
  readonly authMode: 'demo' | 'oidc'
  readonly host: string
  /** The built pages; null where only the api is served. */
  readonly adminDirectory: string | null
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>
  readonly isReady: () => Promise<boolean>
}
