import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'

/** Time that passes, and chance: what the engine meets only here, so that a simulation can be both. */

export interface Timers {
  /** Milliseconds from no moment in particular; never less than before. */
  readonly monotonic: () => number
  readonly wait: (milliseconds: number) => Promise<void>
  /** Answers how to stop. */
  readonly every: (milliseconds: number, run: () => void) => () => void
}

export interface Chance {
  /** From 0 up to, but not, 1. */
  readonly random: () => number
  /** An id that nothing else has. */
  readonly newId: () => string
}

export const realTimers: Timers = {
  monotonic: () => performance.now(),
  wait: (milliseconds) => wait(milliseconds),
  every: (milliseconds, run) => {
    const timer = setInterval(run, milliseconds)
    return () => clearInterval(timer)
  },
}

export const realChance: Chance = { random: Math.random, newId: randomUUID }
