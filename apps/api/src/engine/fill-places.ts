import type { EffectClass } from '@sagsgang/machines'

import {
  claimEffects,
  type Claiming,
  claimLostSaves,
  claimSuspect,
  hasSuspects,
} from './claim-effects.ts'
import type { Job } from './effect-queue.ts'
import { releaseOf } from './engine-deps.ts'
import type { Places } from './places.ts'
import type { Running } from './run-job.ts'

export interface Filling {
  readonly worker: string
  readonly running: Running
  readonly places: Places
  /** What other workers held up to this fence is free: they are known to be dead. */
  deadBefore: bigint | null
  /** Nothing runs beside it. */
  lone: Job | null
  lookForSuspectsAt: number
}

const TOWARDS_REGISTER = ['lookup', 'update'] as const satisfies readonly EffectClass[]
const AT_HOME = ['timer', 'internal'] as const satisfies readonly EffectClass[]
const EVERYTHING = [...TOWARDS_REGISTER, ...AT_HOME] as const

const SUSPECTS_MS = 2_000
// Every place that becomes free rings again: a longer stay in here would only keep a stop waiting.
const MOST_ROUNDS = 4

/** Takes on what there is room for. */
export async function fillPlaces(filling: Filling): Promise<void> {
  const { places, running, lone } = filling
  if (lone && places.taken().includes(lone)) return
  if (places.room().most === 0) return
  const asked = askRegister(running)
  if (asked === 'probe' && (await probe(filling)) === 0) running.breaker.came()
  const classes = asked === 'all' ? EVERYTHING : AT_HOME
  if (await stepsAside(filling, classes)) return
  if (asked !== 'all') await claimInto(filling, AT_HOME, claimLostSaves)
  await claimInto(filling, classes, claimEffects)
}

/** What a case in hand may ask for next and have at once: nothing that the queue would hold back. */
export function goingOn({ running, places, lone }: Filling): readonly EffectClass[] {
  const { deps, breaker } = running
  if (lone && places.taken().includes(lone)) return []
  const isOpen = !breaker.isShut() && deps.isRegisterOpen?.() !== false
  return isOpen ? EVERYTHING : AT_HOME
}

/** While the register is known to be closed nobody even tries whether it is. */
function askRegister({ deps, breaker }: Running): ReturnType<Running['breaker']['ask']> {
  if (deps.isRegisterOpen && !deps.isRegisterOpen()) return 'nothing'
  return breaker.ask(deps.timers.monotonic())
}

async function probe(filling: Filling): Promise<number> {
  const { places, running } = filling
  const { full } = places.room()
  const jobs = await claimEffects(
    running.deps.db,
    claimingOf(filling, { classes: TOWARDS_REGISTER, limit: 1, full }),
  )
  for (const job of jobs) void places.take(job)
  return jobs.length
}

async function claimInto(
  filling: Filling,
  classes: readonly EffectClass[],
  claim: typeof claimEffects,
): Promise<void> {
  const { places, running } = filling
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { most: limit, full } = places.room()
    if (limit === 0) return
    const jobs = await claim(running.deps.db, claimingOf(filling, { classes, limit, full }))
    for (const job of jobs) void places.take(job)
    if (jobs.length < limit) return
  }
}

/** What has been lost with its process again and again waits until this one is empty, and then has it to itself. */
async function stepsAside(filling: Filling, classes: readonly EffectClass[]): Promise<boolean> {
  const { places, running } = filling
  const { db, timers } = running.deps
  if (timers.monotonic() < filling.lookForSuspectsAt) return false
  const claiming = claimingOf(filling, { classes, limit: 1, full: [] })
  if (places.taken().length > 0 && (await hasSuspects(db, claiming))) return true
  const suspect = places.taken().length === 0 ? await claimSuspect(db, claiming) : undefined
  if (!suspect) {
    filling.lookForSuspectsAt = timers.monotonic() + SUSPECTS_MS
    return false
  }
  filling.lone = suspect
  void places.take(suspect)
  return true
}

function claimingOf(
  { worker, running, deadBefore }: Filling,
  order: Pick<Claiming, 'classes' | 'limit' | 'full'>,
): Claiming {
  const { clock } = running.deps
  return { worker, deadBefore, clock, version: releaseOf(running.deps).version, ...order }
}
