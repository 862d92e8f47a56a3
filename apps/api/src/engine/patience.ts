import type { Timers } from '../edges.ts'

// SQLSTATE classes of a connection that broke and a server that goes down or is full; and what the driver and sockets say.
const PASSING = /^(08|57P0|53|40)|^E(CONN|PIPE|NOTFOUND|TIMEDOUT|AI_AGAIN)/u
const PAUSES_MS = [50, 200, 1_000, 3_000, 8_000]

/** Tries again while the database is away: an answer of the register is not lost for a restart of the server. */
export async function withPatience<T>(
  { wait }: Pick<Timers, 'wait'>,
  run: () => Promise<T>,
): Promise<T> {
  for (const pause of PAUSES_MS) {
    try {
      return await run()
    } catch (error) {
      if (!isPassing(error)) throw error
      await wait(pause)
    }
  }
  return run()
}

function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && typeof error.code === 'string') return PASSING.test(error.code)
  return /connection terminated|connection error|timeout exceeded/iu.test(error.message)
}
