import type { Logger } from 'pino'

import { describeError } from '../describe-error.ts'
import type { Timers } from '../edges.ts'
import { carryOn, type CarryOnDeps } from './carry-on.ts'
import { claimRun, releaseRun } from './runs.ts'

export interface ResumerDeps extends CarryOnDeps {
  readonly timers: Pick<Timers, 'every'>
  readonly log: Pick<Logger, 'error'>
}

export interface Resumer {
  /** Waits for the round under way, and takes on no other. */
  readonly stop: () => Promise<void>
}

const LOOK_MS = 250
const AFTER_TROUBLE_MS = 5_000

/** Carries ordered runs on, wherever they were left: the store remembers, and a lease keeps other processes off. */
export function startResumer(deps: ResumerDeps): Resumer {
  let round: Promise<void> | null = null
  const stopLooking = deps.timers.every(LOOK_MS, () => {
    round ??= onceAround(deps).finally(() => {
      round = null
    })
  })
  return {
    stop: async () => {
      stopLooking()
      await round
    },
  }
}

/** While the database is away nothing is claimed: the next look tells. */
async function onceAround(deps: ResumerDeps): Promise<void> {
  for (;;) {
    const run = await claimRun(deps.db).catch(() => undefined)
    if (run === undefined) return
    const delayMs = await carryOn(deps, run).catch((error: unknown) => {
      deps.log.error({ run: run.id, ...describeError(error) }, 'a run of resumes was left')
      return AFTER_TROUBLE_MS
    })
    // What cannot be released runs out with its lease.
    await releaseRun(deps.db, run, delayMs).catch(() => {})
  }
}
