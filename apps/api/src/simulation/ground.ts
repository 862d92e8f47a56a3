import type { Random } from '../storm/random.ts'
import { createLife, type Life } from './life.ts'
import type { Plan } from './plan.ts'
import type { SimulateOptions } from './run.ts'
import { createScheduler, type Scheduler } from './scheduler.ts'
import { createTrace, type Trace } from './trace.ts'

/** What everything else stands on: time, the trace, and the counting of what happened. */
export interface Ground {
  readonly trace: Trace
  readonly scheduler: Scheduler
  readonly weather: Weather
  readonly outside: Life
  readonly counts: Map<string, number>
  readonly count: (what: string) => void
  readonly note: (who: Life, what: string) => void
}

/** What everybody feels. */
export interface Weather {
  isStormy: boolean
  /** How far the register's clock is ahead. */
  offset: number
  closedUntil: number
}

export function createGround(
  { keepsTrace = false }: SimulateOptions,
  plan: Plan,
  random: Random,
): Ground {
  const trace = createTrace(plan.begins, keepsTrace)
  const scheduler = createScheduler({ begin: plan.begins, random, trace })
  const counts = new Map<string, number>()
  return {
    ...{ trace, scheduler, counts },
    weather: { isStormy: true, offset: plan.offset, closedUntil: 0 },
    outside: createLife('world'),
    count: (what) => void counts.set(what, (counts.get(what) ?? 0) + 1),
    note: (who, what) => trace.note(scheduler.now(), who.name, what),
  }
}
