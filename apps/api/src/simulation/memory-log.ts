import type { Random } from '../storm/random.ts'
import type { LoggedSubmission, SubmissionLog } from '../submission-log/submission-log.ts'
import type { Life } from './life.ts'
import type { Points } from './points.ts'
import type { Scheduler } from './scheduler.ts'

/** The disk under the submission logs of one machine. What was written and not yet synced is lost with its process. */
export interface LogDisk {
  readonly durable: readonly LoggedSubmission[]
  open(life: Life): SubmissionLog
}

export interface LogDiskParts {
  readonly scheduler: Scheduler
  readonly points: Points
  readonly random: Random
  readonly note: (life: Life, what: string) => void
}

export function createLogDisk({ scheduler, points, random, note }: LogDiskParts): LogDisk {
  const durable: LoggedSubmission[] = []
  return {
    durable,
    open: (life) => ({
      write: (entry) =>
        scheduler.turn({
          who: life,
          what: null,
          at: scheduler.now() + random.below(5),
          act: () => {
            if (points.pass(life, 'log.write.before')) return
            note(life, `log ${entry.id} ${entry.state}`)
            durable.push(entry)
            points.pass(life, 'log.write.after')
          },
        }),
      read: () => Promise.resolve([...durable]),
      close: () => Promise.resolve(),
    }),
  }
}
