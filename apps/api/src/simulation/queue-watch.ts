import type { Weather } from './ground.ts'
import type { Scheduler } from './scheduler.ts'
import type { Store } from './store.ts'

/** When the queue has something for those who look into it now and then. */
export interface QueueWatch {
  /** From when on a look that comes this often could find something; infinity: never. */
  readonly awake: (period: number) => Promise<number>
}

export interface QueueWatchParts {
  readonly store: Store
  readonly scheduler: Scheduler
  readonly weather: Weather
}

interface Seen {
  readonly commits: number
  readonly offset: number
  readonly due: number
  readonly isLeased: boolean
}

// Whoever looks seldom keeps leases: as long as there are any, every round counts.
const OFTEN_MS = 1_000

export function createQueueWatch({ store, scheduler, weather }: QueueWatchParts): QueueWatch {
  let seen: Seen | null = null
  const look = async (): Promise<Seen> => {
    const commits = store.commits()
    const { offset } = weather
    if (seen?.commits === commits && seen.offset === offset) return seen
    const [row] = await store.look<{ due: Date | null; leased: boolean | null }>(
      `select bool_or(lease_until is not null) as leased, min(greatest(
         case clock when 'real' then due_at else due_at - $1 * interval '1 millisecond' end,
         case when isfinite(lease_until) then lease_until - interval '90 seconds' end)) as due
       from effects where state = 'open'`,
      [offset],
    )
    const due = row?.due?.getTime() ?? Number.POSITIVE_INFINITY
    seen = { commits, offset, due, isLeased: row?.leased === true }
    return seen
  }
  return {
    async awake(period) {
      const { due, isLeased } = await look()
      return isLeased && period > OFTEN_MS ? scheduler.now() : due
    },
  }
}
