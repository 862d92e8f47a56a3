import type { WireRegister } from '@sagsgang/register'

import type { Violation } from '../invariants/violation.ts'
import { createRandom, type Random } from '../storm/random.ts'
import { createGround, type Ground, type Weather } from './ground.ts'
import { createHouse, type House, type Room } from './house.ts'
import type { Life } from './life.ts'
import { createGrapevine } from './memory-hints.ts'
import { createLogDisk } from './memory-log.ts'
import { drawPlan, type Plan } from './plan.ts'
import { createPoints, type Points } from './points.ts'
import { chanceOf, createProcess } from './process.ts'
import { createQueueWatch, type QueueWatch } from './queue-watch.ts'
import type { Commit, SimulateOptions } from './run.ts'
import type { Scheduler } from './scheduler.ts'
import { createSight, type Witness } from './sight.ts'
import { createStoreFaults, type StoreFaults } from './store-faults.ts'
import { createPool } from './store-pool.ts'
import { createStore, type Store } from './store.ts'
import type { Trace } from './trace.ts'
import { createRewriting } from './twin.ts'
import { createWire } from './wire.ts'

/** Everything that one seed plays with. */
export interface World {
  readonly plan: Plan
  readonly random: Random
  readonly trace: Trace
  readonly scheduler: Scheduler
  readonly store: Store
  readonly faults: StoreFaults
  readonly register: WireRegister
  readonly house: House
  readonly queue: QueueWatch
  readonly witness: Witness
  readonly weather: Weather
  /** Whoever is never killed. */
  readonly outside: Life
  readonly violations: Violation[]
  readonly counts: Map<string, number>
  readonly count: (what: string) => void
  readonly note: (who: Life, what: string) => void
  /** Texts of the twin that no statement has held. */
  readonly unmatched: () => readonly string[]
}

export function createWorld(options: SimulateOptions): World {
  const random = createRandom(options.seed)
  const plan = { ...drawPlan(random), ...options.plan }
  const ground = createGround(options, plan, random)
  const { scheduler, note, count, weather, outside } = ground
  const now = scheduler.now
  const rewriting = createRewriting(options.twin)
  const isStormy = () => weather.isStormy
  const store = createStore({
    client: options.stage.server.client,
    now,
    starts: () => faults.epoch,
    nameOf: options.stage.nameOf,
    rewrite: rewriting.rewrite,
    onCommit: (commit) => judge(commit),
  })
  const faults = createStoreFaults({ plan: plan.store, random, isStormy, count })
  const register = registerOf(options, ground, random)
  const points: Points = createPoints({
    chance: plan.process.kill,
    random,
    isStormy,
    isMeant: (life, what, statements) => {
      const point = { process: life.name, run: life.run, what, statements }
      return options.watch?.at?.(point, witness.sight) === 'kill'
    },
    kill: (life, what) => house.kill(life, what),
  })
  const grapevine = createGrapevine(scheduler)
  const letters = { lastSaved: null }
  const make = (room: Room) => {
    const { life, skewMs, said, disk, workers } = room
    const pool = createPool({ life, store, scheduler, faults, points, note })
    const wire = createWire(
      {
        ...{ register, scheduler, random, points, note, count, isStormy, letters },
        plan: plan.wire,
        network: outside,
        isClosed: () => now() < weather.closedUntil,
        commits: store.commits,
        onCarried: (call) => witness.carried.push(call),
      },
      life,
    )
    return createProcess({
      ...{ life, workers, scheduler, random, pool, skewMs, twin: options.twin },
      poster: wire,
      submissionLog: disk.open(life),
      hints: grapevine.join(life),
      offset: () => weather.offset,
      say: (text) => void said.push(text),
      onCompared: ({ inDoubt, withoutCase }) => {
        for (const _ of inDoubt) count('recovered in doubt')
        for (const _ of withoutCase) count('recovered without case')
      },
    })
  }
  const house = createHouse({
    plan,
    outside,
    now,
    make,
    draw: random.below,
    openDisk: () => createLogDisk({ scheduler, points, random, note }),
    isStormy,
    later: (milliseconds, what, act) =>
      void scheduler.turn({ who: outside, what, at: now() + milliseconds, act }),
    onDeath: (life, what) => {
      count('kills')
      note(life, `dies at ${what}`)
      const held = store.holder()
      if (held?.life === life) store.rollback(held)
      witness.onDeath(life)
    },
  })
  const witness = createSight({ seed: options.seed, scheduler, store, register, house, weather })
  const violations: Violation[] = []
  const judge = async (commit: Commit) => {
    violations.push(...((await options.watch?.committed?.(witness.sight, commit)) ?? []))
  }
  return {
    ...ground,
    ...{ plan, random, store, faults, register, house, witness, violations },
    queue: createQueueWatch({ store, scheduler, weather }),
    unmatched: rewriting.unmatched,
  }
}

function registerOf({ stage }: SimulateOptions, { scheduler, weather }: Ground, random: Random) {
  const register = stage.register({ now: scheduler.now, newToken: chanceOf(random).newId })
  register.store.clock.advance(weather.offset)
  return register
}
