import type { Job } from './effect-queue.ts'

/** The effects that this process carries out at the same time. */
export interface Places {
  /** What may be taken on at once, and by which events no more: none of them holds more than half. */
  room(): { readonly most: number; readonly full: readonly string[] }
  taken(): readonly Job[]
  /** Settles when the job is over. A job for somebody who waits is taken on also when all places are. */
  take(job: Job): Promise<void>
  onFree(listener: () => void): void
  drain(): Promise<void>
}

// Most of a job's time is the register's. Sixteen, as one event alone is to have as many as a connection pool serves.
const PLACES = 16
const HALF = PLACES / 2

export function createPlaces(run: (job: Job) => Promise<void>): Places {
  const jobs = new Map<Job, Promise<void>>()
  const listeners: (() => void)[] = []
  return {
    room: () => roomBeside([...jobs.keys()]),
    taken: () => [...jobs.keys()],
    take(job) {
      const done = run(job).finally(() => {
        jobs.delete(job)
        for (const listener of listeners) listener()
      })
      jobs.set(job, done)
      return done
    },
    onFree: (listener) => void listeners.push(listener),
    drain: async () => void (await Promise.all(jobs.values())),
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
