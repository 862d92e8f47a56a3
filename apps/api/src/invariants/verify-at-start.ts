import type { Kysely } from 'kysely'
import type { Logger } from 'pino'

import type { Database } from '../database/schema.ts'
import { describeError } from '../describe-error.ts'
import { verifyCases } from './verify-store.ts'
import { invariants } from './violation.ts'

export interface AtStart {
  readonly db: Kysely<Database>
  readonly log: Pick<Logger, 'info' | 'error'>
  readonly delayMs: number
}

/** Enough to notice a store that came back wrong, and over before anybody waits for the connection. */
const SAMPLE = 200

/** Looks at some cases once the start is over; whoever watches the log hears of what is wrong. Answers how to stop. */
export function verifyAtStart({ db, log, delayMs }: AtStart): () => Promise<void> {
  const stopped = new AbortController()
  let looking: Promise<void> = Promise.resolve()
  const timer = setTimeout(() => {
    looking = look({ db, log, signal: stopped.signal }).catch((error: unknown) => {
      if (!stopped.signal.aborted) log.error(describeError(error), 'the sample was not verified')
    })
  }, delayMs)
  timer.unref()
  return () => {
    clearTimeout(timer)
    stopped.abort()
    return looking
  }
}

interface Looking extends Omit<AtStart, 'delayMs'> {
  readonly signal: AbortSignal
}

async function look({ db, log, signal }: Looking): Promise<void> {
  const begun = performance.now()
  let mismatches = 0
  const counts = await verifyCases(db, {
    sample: SAMPLE,
    signal,
    onViolation: ({ id, caseId, says }) => {
      mismatches += 1
      log.error({ caseId, invariant: id, promise: invariants[id], says }, 'a case breaks a promise')
    },
  })
  const milliseconds = Math.round(performance.now() - begun)
  log.info({ metric: 'verified_at_start', ...counts, mismatches, milliseconds }, 'sample verified')
}
