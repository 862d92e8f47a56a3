import { setTimeout as wait } from 'node:timers/promises'

import type { Fleet } from './fleet.ts'
import type { Kind, Member } from './member.ts'
import type { Random } from './random.ts'
import { patiently } from './town.ts'

/** What has been done to the machines. */
export interface Harm {
  readonly kills: Record<Kind | 'backend', number>
  freezes: number
  /** Of these, as long as it takes others to hold the worker dead. */
  leasesLost: number
  longestFreezeSeconds: number
  faults: number
  /** How often the register's clock was moved on, so that what was in doubt could be settled. */
  calms: number
}

export interface Mayhem {
  readonly fleet: Fleet
  readonly random: Random
  readonly kills: number
  /** No more after this, however few there were. */
  readonly until: number
  /** Whether a worker may stand still for longer than its leases hold. */
  readonly isLong: boolean
  /** How many orders have been answered. */
  readonly answered: () => number
  readonly onKill: (harm: Harm) => void
}

export const killsIn = ({ kills }: Harm): number =>
  Object.values(kills).reduce((sum, count) => sum + count, 0)

const CALM_EVERY = 25
// On a slow machine, too, something is at work when the next kill comes; one that answers nobody is killed all the same.
const ANSWERED_BETWEEN = 5
const LONGEST_PEACE_MS = 10_000
const SHORT_MS = [500, 4_000] as const
// A lease is taken over once it was not renewed for half a minute, and ends by itself after two.
const UNRENEWED_MS = [31_000, 40_000] as const
const ENDED_MS = [121_000, 125_000] as const

/** How long a worker stands still: in long runs every fourth until others hold it dead, some for longer than any lease. */
function spanOf(turn: number, isLong: boolean): readonly [number, number] {
  if (!isLong) return SHORT_MS
  if (turn % 30 === 5) return ENDED_MS
  return turn % 4 === 0 ? UNRENEWED_MS : SHORT_MS
}

type Victim = Kind | 'backend' | 'freeze'

/** How often each is hit: workers most, as what they are at is what must not be lost. */
const victims: readonly [Victim, ...Victim[]] = [
  'worker',
  'freeze',
  'freeze',
  ...Array.from({ length: 9 }, () => 'worker' as const),
  ...Array.from({ length: 5 }, () => 'api' as const),
  ...Array.from({ length: 4 }, () => 'backend' as const),
  ...Array.from({ length: 2 }, () => 'database' as const),
  ...Array.from({ length: 2 }, () => 'register' as const),
]

/** Kills and freezes until there were enough, while the register misbehaves all the time. */
export async function harass(mayhem: Mayhem): Promise<Harm> {
  const { fleet, random, kills, until } = mayhem
  const harm: Harm = {
    kills: { api: 0, worker: 0, register: 0, database: 0, backend: 0 },
    freezes: 0,
    leasesLost: 0,
    longestFreezeSeconds: 0,
    faults: 0,
    calms: 0,
  }
  const trouble = startTrouble(mayhem, harm)
  const frozen = new Set<Promise<void>>()
  let due = 0
  try {
    while (killsIn(harm) < kills && Date.now() < until) {
      await wait(random.between(50, 700))
      await untilFew(fleet.members)
      await untilAnswered(mayhem, due)
      const before = killsIn(harm)
      const victim = random.pick(victims)
      if (victim === 'freeze') freeze(mayhem, harm, frozen)
      else await hit(mayhem, harm, victim)
      if (killsIn(harm) === before) continue
      mayhem.onKill(harm)
      due = mayhem.answered() + ANSWERED_BETWEEN
      if (killsIn(harm) % CALM_EVERY === 0) await calm(mayhem, { harm, trouble, frozen })
    }
  } finally {
    await trouble.stop()
    await Promise.all(frozen)
    await fleet.whenUp()
  }
  return harm
}

async function hit({ fleet, random }: Mayhem, harm: Harm, victim: Kind | 'backend') {
  if (victim === 'backend') {
    if (await fleet.server.killBackend(random.next())) harm.kills.backend += 1
    return
  }
  const member = random.pick(fleet.members.filter((one) => one.kind === victim && one.isUp()))
  if (!member) return
  await member.kill()
  harm.kills[victim] += 1
}

/** Somebody has to be there to do the work: no more than three are away at a time. */
async function untilFew(members: readonly Member[]): Promise<void> {
  const deadline = Date.now() + 60_000
  while (members.filter((member) => !member.isUp()).length > 2 && Date.now() < deadline)
    await wait(20)
}

async function untilAnswered({ answered }: Mayhem, due: number): Promise<void> {
  const deadline = Date.now() + LONGEST_PEACE_MS
  while (answered() < due && Date.now() < deadline) await wait(20)
}

function freeze({ fleet, random, isLong }: Mayhem, harm: Harm, frozen: Set<Promise<void>>): void {
  const member = random.pick(fleet.workers.filter((one) => one.isUp()))
  if (!member || frozen.size > 0) return
  const [least, most] = spanOf(harm.freezes, isLong)
  const milliseconds = random.between(least, most)
  member.freeze()
  const thawing = wait(milliseconds).then(() => {
    member.thaw()
    frozen.delete(thawing)
  })
  frozen.add(thawing)
  harm.freezes += 1
  if (milliseconds >= UNRENEWED_MS[0]) harm.leasesLost += 1
  harm.longestFreezeSeconds = Math.max(harm.longestFreezeSeconds, milliseconds / 1000)
}

interface Trouble {
  pause(): Promise<void>
  resume(): void
  stop(): Promise<void>
}

/** Changes what the register does wrong, again and again. */
function startTrouble({ fleet: { control }, random }: Mayhem, harm: Harm): Trouble {
  const own = random.fork()
  const over = new AbortController()
  let isPaused = false
  const change = async (): Promise<void> => {
    while (!over.signal.aborted) {
      // A register that is away at the moment is in trouble enough.
      if (!isPaused) await control.faults(faultsFrom(own)).then(count, () => {})
      await wait(own.between(400, 1_500))
    }
  }
  const count = () => void (harm.faults += 1)
  const changing = change()
  const quiet = () => patiently(() => control.faults({}))
  return {
    async pause() {
      isPaused = true
      await wait(100)
      await quiet()
    },
    resume: () => void (isPaused = false),
    async stop() {
      over.abort()
      await changing
      await quiet()
    },
  }
}

function faultsFrom(random: Random): object {
  const seed = random.between(1, 1_000_000)
  const chosen = random.pick([
    { loseReply: 0.4 },
    { loseRequest: 0.4 },
    { truncateReply: 0.4 },
    { lateApply: { p: 0.4, ms: random.between(500, 600_000) } },
    { delayMs: random.between(20, 250) },
    { closed: true },
    { loseReply: 0.15, loseRequest: 0.15, truncateReply: 0.1, lateApply: { p: 0.1, ms: 60_000 } },
    { delayMs: 60, loseReply: 0.2 },
    {},
    {},
  ])
  return { seed, ...chosen }
}

interface Under {
  readonly harm: Harm
  readonly trouble: Trouble
  readonly frozen: ReadonlySet<Promise<void>>
}

// Long enough for every save on the wire to have reached the register, or to have failed to.
const LANDED_MS = 3_000

/**
 * What is in doubt is settled on the register's clock, which is moved on here. Never with a process that stands still, or a save on
 * the wire: nobody stands still for the fifteen minutes that this says have passed.
 */
async function calm({ fleet }: Mayhem, { harm, trouble, frozen }: Under): Promise<void> {
  await trouble.pause()
  await Promise.all(frozen)
  await fleet.whenUp()
  await wait(LANDED_MS)
  // Answered only after whatever came before it.
  await patiently(() => fleet.control.applied(999_999_999))
  await patiently(() => fleet.control.advance({ seconds: 1_000 }))
  harm.calms += 1
  trouble.resume()
}
