import type { Logger } from 'pino'

/** Something that was started and must be stopped. */
export interface Part {
  readonly name: string
  stop(): Promise<void>
}

export interface Parts {
  readonly add: (part: Part) => void
  /** Stops what was started last first. One that fails keeps none of the others running. */
  readonly stop: () => Promise<void>
  readonly isStopping: () => boolean
}

const PATIENCE_MS = 15_000

export function createParts(log: Pick<Logger, 'warn'>): Parts {
  const parts: Part[] = []
  let stopping: Promise<void> | null = null
  const stopAll = async () => {
    for (const part of parts.toReversed()) await stopOne(part)
  }
  const stopOne = (part: Part) =>
    within(PATIENCE_MS, part.stop()).catch((error: unknown) => {
      const name = error instanceof Error ? error.name : 'unknown'
      log.warn({ part: part.name, error: name }, 'not stopped well')
    })
  return {
    add: (part) => {
      parts.push(part)
      // Started by somebody who does not know yet that it is over.
      if (stopping) void stopOne(part)
    },
    stop: () => (stopping ??= stopAll()),
    isStopping: () => stopping !== null,
  }
}

async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error('took too long')), milliseconds)
  try {
    await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
