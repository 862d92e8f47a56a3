import type { Job } from './effect-queue.ts'

/** The effects that this process carries out at the same time. */
export interface Places {
  /** What may be taken on at once, and by which events no more: none of them holds more than half. */
  room(): { readonly most: number; readonly full: readonly string[] }
  taken(): readonly Job[]
  /**
   * Settles when the job is over; what it leads to goes on in its place. A job for somebody who waits is taken on also when
   * all places are.
   */
  take(job: Job): Promise<void>
  onFree(listener: () => void): void
  drain(): Promise<void>
}

// Most of a job's time is the register's: what is written between two calls is written together with that of others.
const PLACES = 32
const HALF = PLACES / 2

export function createPlaces(run: (job: Job) => Promise<Job | undefined>): Places {
  const taken = new Set<Job>()
  const busy = new Set<Promise<void>>()
  const listeners: (() => void)[] = []
  /** One after the other, each beside the one before until that is no longer counted. */
  const runOne = async (job: Job): Promise<Job | undefined> => {
    taken.add(job)
    const next = await run(job)
    if (next) taken.add(next)
    taken.delete(job)
    return next
  }
  const runRest = async (first: Promise<Job | undefined>): Promise<void> => {
    for (let next = await first; next;) next = await runOne(next)
    for (const listener of listeners) listener()
  }
  return {
    room: () => roomBeside([...taken]),
    taken: () => [...taken],
    async take(job) {
      const first = runOne(job)
      const rest = runRest(first).finally(() => busy.delete(rest))
      busy.add(rest)
      await first
    },
    onFree: (listener) => void listeners.push(listener),
    drain: async () => void (await Promise.all(busy)),
  }
}

/** So many that none can get more than its half, whichever event they turn out to be of. */
function roomBeside(jobs: readonly Pick<Job, 'event'>[]): ReturnType<Places['room']> {
  const held = new Map<string, number>()
  for (const { event } of jobs) held.set(event, (held.get(event) ?? 0) + 1)
  const full = [...held].filter(([, count]) => count >= HALF).map(([event]) => event)
  const others = [...held.values()].filter((count) => count < HALF)
  const most = Math.min(PLACES - jobs.length, HALF - Math.max(0, ...others))
  return { most: Math.max(0, most), full }
}
