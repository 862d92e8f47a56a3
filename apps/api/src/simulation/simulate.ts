import { isFinal } from '@sagsgang/machines'

import { toStoredCase } from '../engine/case-row.ts'
import type { StoredCase } from '../engine/ports.ts'
import { commandsFor } from './caseworker.ts'
import { drawDisturbances, type Disturbance } from './disturbances.ts'
import { createPeople, type People } from './people.ts'
import type { Run, SimulateOptions } from './run.ts'
import { createWorld, type World } from './world.ts'

/** Plays one seed from its first case to its rest, and tells what became of it. */
export async function simulate(options: SimulateOptions): Promise<Run> {
  const { server } = options.stage
  await server.begin()
  try {
    return await play(options)
  } finally {
    await server.end()
  }
}

async function play(options: SimulateOptions): Promise<Run> {
  const world = createWorld(options)
  const { plan, violations, witness } = world
  const people = createPeople(world)
  const looks = new Map<string, number>()
  world.house.start()
  for (const one of drawDisturbances(plan, world.random)) arrange(world, one)
  for (let index = 0; index < plan.cases; index += 1) void openLater(world, people)
  await playUntil(world, plan.begins + plan.stormMs, () => attend({ world, people, looks }))
  calmDown(world)
  await comeToRest({ world, people, looks })
  violations.push(...((await options.watch?.atEnd?.(witness.sight)) ?? []))
  await countStatuses(world)
  return {
    seed: options.seed,
    fingerprint: world.trace.fingerprint(),
    trace: world.trace.lines,
    violations,
    counts: Object.fromEntries([...world.counts].toSorted()),
    steps: world.scheduler.steps(),
    statements: world.store.statements(),
    lasted: world.scheduler.now() - plan.begins,
  }
}

interface Attending {
  readonly world: World
  readonly people: People
  readonly looks: Map<string, number>
}

const LOOK_EVERY_MS = 60_000
const LAST_CASE_MS = 60_000
const MOST_LOOKS = 12

async function openLater({ scheduler, outside, random }: World, people: People): Promise<void> {
  await scheduler.wait(outside, random.below(LAST_CASE_MS), 'comes in')
  await people.openOne()
}

/** Plays on, with somebody looking at the cases every now and then. */
async function playUntil(world: World, until: number, look: () => Promise<void>): Promise<void> {
  const { scheduler, outside } = world
  let isLooking = true
  const goRound = async () => {
    while (isLooking) {
      await scheduler.wait(outside, LOOK_EVERY_MS, 'looks round')
      await look()
    }
  }
  void goRound()
  await scheduler.play({ isOver: () => false, until, awake: world.queue.awake })
  isLooking = false
}

/** Somebody looks at every case that is not over, and says what there is to say. */
async function attend({ world, people, looks }: Attending): Promise<void> {
  const rows = await world.scheduler.turn({
    who: world.outside,
    what: 'looks at all cases',
    isFree: () => world.store.holder() === null,
    act: () => world.witness.sight.db.selectFrom('cases').selectAll().orderBy('number').execute(),
  })
  for (const stored of rows.map(toStoredCase)) await attendOne({ world, people, looks }, stored)
}

async function attendOne({ world, people, looks }: Attending, stored: StoredCase): Promise<void> {
  const count = looks.get(stored.id) ?? 0
  if (count >= MOST_LOOKS || isFinal(stored.snapshot)) return
  const commands = commandsFor({ world, people, looks: count }, stored)
  if (commands.length === 0) return
  looks.set(stored.id, count + 1)
  let expectedVersion: number | null = stored.version
  for (const command of commands) {
    const told = await people.tell(stored.id, stored.authority, { command, expectedVersion })
    if (!told) return
    expectedVersion = told.case.version
  }
}

function arrange(world: World, { type, at, lasts }: Disturbance): void {
  const { scheduler, outside, plan, count } = world
  void scheduler.turn({
    who: outside,
    what: type,
    at: plan.begins + at,
    act: () => {
      if (!world.weather.isStormy) return
      count(type)
      happenings[type](world, lasts)
    },
  })
}

type Happening = (world: World, lasts: number) => void

const happenings: Readonly<Record<Disturbance['type'], Happening>> = {
  absence: ({ faults, scheduler, store }, lasts) => {
    faults.awayUntil = scheduler.now() + lasts
    faults.epoch += 1
    const held = store.holder()
    if (held) store.rollback(held)
  },
  closing: ({ weather, scheduler }, lasts) => {
    weather.closedUntil = scheduler.now() + lasts
  },
  rejection: ({ register, scheduler, outside }, lasts) => {
    register.rejectSignOn(true)
    const act = () => register.rejectSignOn(false)
    void scheduler.turn({ who: outside, what: 'signs on again', at: scheduler.now() + lasts, act })
  },
  advance: ({ weather, register }, lasts) => {
    weather.offset += lasts
    register.store.clock.advance(lasts)
  },
  failover: failOver,
}

const LONGEST_STANDBY_MS = 5_000

/** The standby has not heard of an intent, nor of anything after it. Nobody gets through while it takes over. */
function failOver({ store, faults, house, witness, random, scheduler, outside }: World): void {
  const act = () => {
    const forgotten = store.forget()
    if (!forgotten) return
    witness.failovers += 1
    for (const told of witness.acknowledged) if (told.commit >= forgotten.from) told.isLost = true
    faults.epoch += 1
    faults.awayUntil = scheduler.now() + random.below(LONGEST_STANDBY_MS)
    house.killAll()
  }
  store.markNext(
    ({ labels }) => labels.includes('insert submissions'),
    () => {
      const at = scheduler.now() + random.below(LONGEST_STANDBY_MS)
      void scheduler.turn({ who: outside, what: 'fails over', at, act })
    },
  )
}

/** Faults are over: what is down comes up, and nobody is frozen any longer. */
function calmDown({ weather, register, faults, house, scheduler }: World): void {
  weather.isStormy = false
  weather.closedUntil = 0
  faults.awayUntil = 0
  register.rejectSignOn(false)
  for (const life of house.lives()) life.frozenUntil = Math.min(life.frozenUntil, scheduler.now())
}

const ROUNDS = 60
const ROUND_MS = 60_000
const HORIZON_MS = 3 * 24 * 3_600_000

/** Until nothing is due within days and nobody has anything to say. */
async function comeToRest(attending: Attending): Promise<void> {
  const { store, scheduler, queue } = attending.world
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = store.commits()
    void attend(attending)
    const isOver = () => false
    await scheduler.play({ isOver, until: scheduler.now() + ROUND_MS, awake: queue.awake })
    if (before !== store.commits()) continue
    const next = await queue.awake(0)
    if (next > scheduler.now() + HORIZON_MS) return
    await scheduler.play({ isOver, until: next + ROUND_MS, awake: queue.awake })
  }
}

async function countStatuses({ store, count }: World): Promise<void> {
  const rows = await store.look<{ status: string }>('select status from cases', [])
  for (const { status } of rows) count(`ends ${status}`)
}
