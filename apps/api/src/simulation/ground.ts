import { createRandom, type Random } from '../storm/random.ts'
import { createLife, type Life } from './life.ts'
import { drawPlan, type Plan } from './plan.ts'
import type { SimulateOptions } from './run.ts'
import { createScheduler, type Scheduler } from './scheduler.ts'
import { createTrace, type Trace } from './trace.ts'

/** What everything else stands on: chance and time, the weather, the trace, and the counting of what happened. */
export interface Ground {
  readonly random: Random
  readonly plan: Plan
  readonly trace: Trace
  readonly scheduler: Scheduler
  readonly weather: Weather
  readonly isStormy: () => boolean
  /** Whoever is never killed. */
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
  /** Messages that have left and not arrived. */
  underWay: number
}

export function createGround({ seed, plan: given, keepsTrace = false }: SimulateOptions): Ground {
  const random = createRandom(seed)
  const plan = { ...drawPlan(random), ...given }
  const trace = createTrace(plan.begins, keepsTrace)
  const scheduler = createScheduler({ begin: plan.begins, random, trace })
  const counts = new Map<string, number>()
  const weather: Weather = { isStormy: true, offset: plan.offset, closedUntil: 0, underWay: 0 }
  return {
    random,
    plan,
    trace,
    scheduler,
    counts,
    weather,
    isStormy: () => weather.isStormy,
    outside: createLife('world'),
    count: (what) => void counts.set(what, (counts.get(what) ?? 0) + 1),
    note: (who, what) => trace.note(scheduler.now(), who.name, what),
  }
}
