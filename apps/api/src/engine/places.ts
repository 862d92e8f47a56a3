import type { Job } from './effect-queue.ts'

/** The effects that this process carries out at the same time. */
export interface Places {
  free(): number
  taken(): readonly Job[]
  /** Settles when the job is over. A job for somebody who waits is taken on also when all places are. */
  take(job: Job): Promise<void>
  onFree(listener: () => void): void
  drain(): Promise<void>
}

// Most of a job's time is the register's.
const PLACES = 8

export function createPlaces(run: (job: Job) => Promise<void>): Places {
  const jobs = new Map<Job, Promise<void>>()
  const listeners: (() => void)[] = []
  return {
    free: () => PLACES - jobs.size,
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
