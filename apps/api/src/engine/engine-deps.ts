import { currentRelease, type Release } from '@sagsgang/machines'
import type { Kysely } from 'kysely'
import type { Logger } from 'pino'

import type { Auditor } from '../audit/record.ts'
import type { Database } from '../database/schema.ts'
import type { Chance, Timers } from '../edges.ts'
import type { CaseCache } from './case-cache.ts'
import type { Hints } from './hints.ts'
import type { Clock, EffectHandlers } from './ports.ts'
import type { StepWriter } from './step-writer.ts'

/** What the engine stands on. */
export interface EngineDeps extends EngineParts {
  readonly steps: StepWriter
  /** What this process remembers of cases. */
  readonly cases: CaseCache
}

/** What the engine is put together from. */
export interface EngineParts {
  readonly db: Kysely<Database>
  readonly clock: Clock
  readonly timers: Timers
  readonly chance: Chance
  readonly handlers: EffectHandlers
  readonly auditor: Pick<Auditor, 'toJson'>
  readonly hints: Hints
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>
  /** How long a save without an answer is given before its absence counts. */
  readonly settleSeconds: number
  /** By the register's opening calendar, where it has one: while it is closed nothing is even tried. */
  readonly isRegisterOpen?: () => boolean
  /** Which version of the machines this process runs; that of the package where it is not said. */
  readonly release?: Release
  /** Lookups cost money: so many for one case on one day, and then a person says whether it may go on. */
  readonly lookUpsPerDay?: number
}

export function releaseOf({ release }: Pick<EngineDeps, 'release'>): Release {
  return release ?? currentRelease
}
