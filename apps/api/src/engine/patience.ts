import { isConflict, isPassing } from '../database/is-passing.ts'
import type { Timers } from '../edges.ts'

interface Patience {
  readonly pausesMs: readonly number[]
  readonly heals: (error: unknown) => boolean
}

/** For what the register has said: nobody else knows it. A minute and a half, as long as a failover may take. */
const ANSWERED: Patience = {
  pausesMs: [50, 200, 1_000, 3_000, 8_000, 15_000, 30_000, 30_000],
  heals: isPassing,
}

const ASKED_MS = [20, 100, 400, 1_000]
/** For whoever waits for an answer and gave a key, under which it is done once however often it is tried. */
export const KEYED: Patience = { pausesMs: ASKED_MS, heals: isPassing }
/** Without a key only what was rolled back for certain is tried again. */
export const KEYLESS: Patience = { pausesMs: ASKED_MS, heals: isConflict }

/** Tries again while the database is away: an answer of the register is not lost for a restart of the server. */
export async function withPatience<T>(
  { wait }: Pick<Timers, 'wait'>,
  run: () => Promise<T>,
  { pausesMs, heals }: Patience = ANSWERED,
): Promise<T> {
  for (const pause of pausesMs) {
    try {
      return await run()
    } catch (error) {
      if (!heals(error)) throw error
      await wait(pause)
    }
  }
  return run()
}
