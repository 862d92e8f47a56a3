import type { Disturbance } from './disturbances.ts'
import type { Held } from './store.ts'
import type { World } from './world.ts'

/** Puts off what is to happen to the whole world until its moment. */
export function arrange(world: World, { type, at, lasts }: Disturbance): void {
  const { scheduler, weather, outside, plan, count, isStormy } = world
  const act = () => {
    if (!isStormy()) return
    count(type)
    happenings[type](world, lasts)
  }
  // Time does not leap past a message: what leaves before it arrives no later for it.
  const isFree = () => type !== 'advance' || weather.underWay === 0
  void scheduler.turn({ who: outside, what: type, at: plan.begins + at, isFree, act })
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

const isIntent = ({ labels }: Pick<Held, 'labels'>) => labels.includes('insert submissions')

/** The standby has not heard of an intent, nor of anything after it. Nobody gets through while it takes over. */
function failOver(world: World): void {
  const { store, random, scheduler, outside } = world
  store.markNext(isIntent, () => {
    const at = scheduler.now() + random.below(LONGEST_STANDBY_MS)
    void scheduler.turn({ who: outside, what: 'fails over', at, act: () => takeOver(world) })
  })
}

function takeOver({ store, faults, house, witness, random, scheduler }: World): void {
  const forgotten = store.forget()
  if (!forgotten) return
  witness.failovers += 1
  for (const told of witness.acknowledged) if (told.commit >= forgotten.from) told.isLost = true
  faults.epoch += 1
  faults.awayUntil = scheduler.now() + random.below(LONGEST_STANDBY_MS)
  // Some notice by themselves that it is another one, some only when they start anew.
  if (random.chance(0.5)) house.killAll()
}

/** Faults are over: what is down comes up, and nobody stands still any longer. */
export function calmDown({ weather, register, faults, house, scheduler }: World): void {
  weather.isStormy = false
  weather.closedUntil = 0
  faults.awayUntil = 0
  register.rejectSignOn(false)
  for (const life of house.lives()) life.frozenUntil = Math.min(life.frozenUntil, scheduler.now())
}
