import type { Spoken, WireRegister } from '@sagsgang/register'

import type { Violation } from '../invariants/violation.ts'
import { createGround, type Ground } from './ground.ts'
import { createHouse, type House, type Room } from './house.ts'
import { createKnownAnswers, knowsNothing } from './known-answers.ts'
import type { Life } from './life.ts'
import { createGrapevine, type Grapevine } from './memory-hints.ts'
import { createLogDisk } from './memory-log.ts'
import { meddle } from './others.ts'
import { createPoints, type Points } from './points.ts'
import { chanceOf, createProcess, type Product } from './process.ts'
import { createQueueBook, type QueueBook } from './queue-book.ts'
import { createQueueWatch, type QueueWatch } from './queue-watch.ts'
import type { Answered, Commit, Point, Sight, SimulateOptions } from './run.ts'
import { createServerLine } from './server-line.ts'
import { createSight, type Witness } from './sight.ts'
import { createStoreFaults, type StoreFaults } from './store-faults.ts'
import { createPool } from './store-pool.ts'
import { createStore, type Store } from './store.ts'
import { createRewriting, respellFunctions, type Rewriting } from './twin.ts'
import { createWire } from './wire.ts'
import { withoutRowLocks } from './without-row-locks.ts'

/** Everything that one seed plays with. */
export interface World extends Ground {
  readonly store: Store
  readonly faults: StoreFaults
  readonly register: WireRegister
  readonly house: House
  readonly queue: QueueWatch
  readonly witness: Witness
  readonly violations: Violation[]
  /** What went wrong with those who watch. */
  readonly failures: readonly unknown[]
  /** Has the functions of the database say what the twin's would. */
  readonly respell: () => Promise<void>
  /** Texts of the twin that no statement has held. */
  readonly unmatched: Rewriting['unmatched']
}

/** What there is before anybody lives in it. */
interface Site extends Ground {
  readonly options: SimulateOptions
  readonly store: Store
  readonly faults: StoreFaults
  readonly register: WireRegister
  readonly points: Points
  readonly grapevine: Grapevine
  /** What was last answered to a save that was carried out, whoever sent it. */
  readonly letters: { lastSaved: Spoken | null }
  readonly witness: () => Witness
}

const TEN_LEASES_MS = 10 * 120_000

export function createWorld(options: SimulateOptions): World {
  const ground = createGround(options)
  const { scheduler, plan } = ground
  const rewriting = createRewriting(options.twin)
  const violations: Violation[] = []
  const failures: unknown[] = []
  const faults = createStoreFaults({ ...ground, plan: plan.store })
  const book = createQueueBook()
  const store = storeOf(options, {
    ...ground,
    book,
    faults,
    rewriting,
    onCommit: judging(options, { violations, failures, sight: () => witness.sight }),
  })
  const register = registerOf(options, ground)
  const house: House = houseOf({
    ...ground,
    options,
    store,
    faults,
    register,
    points: pointsOf(ground, {
      house: () => house,
      at: (point) => options.watch?.at?.(point, witness.sight) ?? 'goOn',
    }),
    grapevine: createGrapevine(scheduler),
    letters: { lastSaved: null },
    witness: () => witness,
  })
  const { seed } = options
  const seen = { seed, store, queue: book.effects, register, house }
  const witness = createSight({ ...ground, ...seen })
  const queue = createQueueWatch({ ...ground, effects: book.effects })
  const { unmatched } = rewriting
  return {
    respell: () => respellFunctions(options, rewriting),
    ...ground,
    store,
    faults,
    register,
    house,
    witness,
    violations,
    failures,
    queue,
    unmatched,
  }
}

interface Storage extends Ground {
  readonly book: QueueBook
  readonly faults: StoreFaults
  readonly rewriting: Rewriting
  readonly onCommit: (commit: Commit) => Promise<void>
}

function storeOf({ stage, twin }: SimulateOptions, storage: Storage): Store {
  const { scheduler, weather, book, faults, rewriting, onCommit } = storage
  const { now } = scheduler
  const clocks = { now, offset: () => weather.offset, starts: () => faults.epoch }
  return createStore({
    line: createServerLine({ ...stage, ...clocks }),
    now,
    queue: book,
    known: twin ? knowsNothing : createKnownAnswers({ ...clocks, effects: book.effects }),
    // A step that comes too late is refused; and what a twin says may fail in any way.
    mayFail: (label) => twin !== undefined || label === 'write step',
    rewrite: (text) => withoutRowLocks(rewriting.rewrite(text)),
    onCommit,
  })
}

interface Judged {
  readonly violations: Violation[]
  readonly failures: unknown[]
  readonly sight: () => Sight
}

/** Whoever watches and fails is no fault of the store's: the world goes on, and is told of at the end. */
function judging({ watch }: SimulateOptions, { violations, failures, sight }: Judged) {
  return async (commit: Commit) => {
    try {
      violations.push(...((await watch?.committed?.(sight(), commit)) ?? []))
    } catch (error) {
      failures.push(error)
    }
  }
}

function registerOf({ stage }: SimulateOptions, { scheduler, weather, random }: Ground) {
  const register = stage.register({ now: scheduler.now, newToken: chanceOf(random).newId })
  register.store.clock.advance(weather.offset)
  return register
}

interface Deciding {
  readonly house: () => House
  readonly at: (point: Point) => Answered
}

function pointsOf(ground: Ground, { house, at }: Deciding): Points {
  return createPoints({
    ...ground,
    plan: ground.plan.process,
    ask: (life, what, statements) => at({ process: life.name, run: life.run, what, statements }),
    kill: (life, what) => house().kill(life, what),
    freeze(life, what) {
      ground.count('freezes')
      ground.note(life, `stands still at ${what}`)
      house().freeze(life, TEN_LEASES_MS)
    },
  })
}

function houseOf(site: Site): House {
  const { plan, outside, scheduler, random, isStormy, points, note, count, store } = site
  return createHouse({
    plan,
    isStormy,
    now: scheduler.now,
    make: (room) => make(site, room),
    draw: (below) => random.below(below),
    openDisk: () => createLogDisk({ scheduler, points, random, note }),
    later: (milliseconds, what, act) =>
      void scheduler.turn({ who: outside, what, at: scheduler.now() + milliseconds, act }),
    onDeath(life: Life, what: string) {
      count('kills')
      note(life, `dies at ${what}`)
      const held = store.holder()
      if (held?.life === life) store.rollback(held)
      site.witness().onDeath(life)
    },
  })
}

/** The product on its ports, not yet started. */
function make(site: Site, { life, skewMs, said, disk, workers }: Room): Product {
  const { scheduler, random, weather, count, plan, store, outside, options } = site
  const wire = {
    ...site,
    plan: plan.wire,
    network: outside,
    isClosed: () => scheduler.now() < weather.closedUntil,
    commits: store.commits,
    onCarried(call: Witness['carried'][number]) {
      const { carried, others: met } = site.witness()
      carried.push(call)
      meddle({ ...site, met }, call)
    },
  }
  return createProcess({
    life,
    workers,
    scheduler,
    random,
    skewMs,
    twin: options.twin,
    pool: createPool({ ...site, life }),
    poster: createWire(wire, life),
    submissionLog: disk.open(life),
    hints: site.grapevine.join(life),
    offset: () => weather.offset,
    say: (text) => void said.push(text),
    starts: () => site.faults.epoch,
    onCompared({ inDoubt, withoutCase }) {
      for (const _ of inDoubt) count('recovered in doubt')
      for (const _ of withoutCase) count('recovered without case')
    },
  })
}
