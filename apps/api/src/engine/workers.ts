import { createBreaker } from './breaker.ts'
import { claimEffect, lastFence } from './claim-effects.ts'
import { isOpen, renewLeases } from './effect-queue.ts'
import type { EngineDeps } from './engine-deps.ts'
import { fillPlaces, type Filling, goingOn } from './fill-places.ts'
import { createPlaces } from './places.ts'
import { runJob, type Running } from './run-job.ts'

export interface Workers {
  /** `alone`: no other process works on this database, so whatever is leased was left by a dead one. */
  start(alone: boolean): Promise<void>
  /** Waits for what is under way, and takes on nothing more. */
  stop(): Promise<void>
  wake(): void
  /** Carries one effect out now, for a caller who waits; a worker may have been faster. */
  runNow(caseId: string, effectId: string): Promise<void>
}

const LOOK_MS = 500
const RENEW_MS = 10_000

export function createWorkers(deps: EngineDeps): Workers {
  const worker = deps.chance.newId()
  const breaker = createBreaker()
  let isStopping = false
  const running: Running = {
    deps,
    breaker,
    goesOn: () => ({ worker, classes: isStopping ? [] : goingOn(filling) }),
  }
  const places = createPlaces((job) => runJob(running, job))
  const filling: Filling = {
    worker,
    running,
    places,
    deadBefore: null,
    lone: null,
    lookForSuspectsAt: 0,
  }
  const alarm = createAlarm(() => fillPlaces(filling))
  const stops: (() => void)[] = []
  return {
    async start(alone) {
      if (alone) filling.deadBefore = await lastFence(deps.db)
      places.onFree(alarm.ring)
      stops.push(deps.timers.every(LOOK_MS, alarm.ring))
      // A renewal that fails is made up for by the next, long before the lease ends.
      const renew = () => void renewLeases(deps.db, places.taken()).catch(() => {})
      stops.push(deps.timers.every(RENEW_MS, renew))
      alarm.start()
    },
    async stop() {
      isStopping = true
      for (const stop of stops) stop()
      await alarm.stop()
      await places.drain()
    },
    wake: alarm.ring,
    async runNow(caseId, effectId) {
      const job = await claimEffect(deps, worker, { caseId, effectId })
      await (job ? places.take(job) : untilEnded(deps, caseId, effectId))
    },
  }
}

/** Runs the work one at a time, and once more when it rang meanwhile. */
function createAlarm(work: () => Promise<void>): {
  ring: () => void
  start: () => void
  stop: () => Promise<void>
} {
  const state = { on: false, rung: false }
  let round: Promise<void> | null = null
  const ring = () => {
    if (!state.on) return
    state.rung = true
    round ??= rounds().finally(() => {
      round = null
      // Rung after the last look and before this line.
      if (state.rung) ring()
    })
  }
  const rounds = async () => {
    while (state.rung && state.on) {
      state.rung = false
      await work().catch(() => {}) // the database is away: the next look tells
    }
  }
  return {
    ring,
    start() {
      state.on = true
      ring()
    },
    async stop() {
      state.on = false
      await round
    },
  }
}

/** Another was faster and is at it now. Whoever waits is told the truth as it stands after a while. */
async function untilEnded(
  { db, timers }: EngineDeps,
  caseId: string,
  effectId: string,
): Promise<void> {
  for (let look = 0; look < 100; look++) {
    if (!(await isOpen(db, caseId, effectId))) return
    await timers.wait(20)
  }
}
