import type { Weather } from './ground.ts'
import type { WrittenEffect } from './queue-book.ts'
import type { Scheduler } from './scheduler.ts'

/** When the queue has something for those who look into it now and then. */
export interface QueueWatch {
  /** From when on a look that comes this often could find something; infinity: never. */
  readonly awake: (period: number) => number
}

export interface QueueWatchParts {
  readonly effects: () => readonly WrittenEffect[]
  readonly scheduler: Scheduler
  readonly weather: Weather
}

// Whoever looks seldom keeps leases: as long as there are any, every round counts.
const OFTEN_MS = 1_000
const UNRENEWED_MS = 90_000

interface Seen {
  readonly effects: readonly WrittenEffect[]
  readonly offset: number
  readonly due: number
  readonly isLeased: boolean
}

export function createQueueWatch({ effects, scheduler, weather }: QueueWatchParts): QueueWatch {
  let seen: Seen | null = null
  const look = (): Seen => {
    const { offset } = weather
    if (seen?.effects !== effects() || seen.offset !== offset) {
      const open = effects().filter(({ state }) => state === 'open')
      const due = Math.min(...open.map((one) => dueOf(one, offset)))
      seen = { effects: effects(), offset, due, isLeased: open.some(({ leased }) => leased) }
    }
    return seen
  }
  return {
    awake(period) {
      const { due, isLeased } = look()
      return isLeased && period > OFTEN_MS ? scheduler.now() : due
    },
  }
}

function dueOf({ clock, due, leaseUntil }: WrittenEffect, offset: number): number {
  const began = clock === 'real' ? due : due - offset
  return leaseUntil === null ? began : Math.max(began, leaseUntil - UNRENEWED_MS)
}
