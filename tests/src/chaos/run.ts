import { createCaller } from './caller.ts'
import { startCaseworkers, type Caseworkers } from './caseworkers.ts'
import { startFleet, type Fleet } from './fleet.ts'
import { gather } from './gather.ts'
import { harass, killsIn, type Harm, type Mayhem } from './mishaps.ts'
import { createRandom } from './random.ts'
import { bringToRest, type Rest } from './rest.ts'
import type { Crew } from './tend.ts'
import { surveyTown } from './town.ts'
import { judge, type Facts, type Violation } from './verdict.ts'

export interface ChaosOrder {
  readonly kills: number
  readonly seed: number
  readonly minutes: number
  readonly lanes: number
  /** How long nothing may move afterwards while something still should. */
  readonly restSeconds: number
  readonly say: (line: string) => void
}

/** What was done to the product, what it did meanwhile, and what did not hold. */
export interface ChaosReport {
  readonly seed: number
  readonly seconds: number
  readonly restSeconds: number
  readonly harm: Harm
  readonly cases: Readonly<Record<string, number>>
  readonly events: Readonly<Record<string, number>>
  /** By event and what keeps them. */
  readonly stuck: Readonly<Record<string, number>>
  readonly entries: number
  readonly applied: { readonly sent: number; readonly lost: number }
  readonly acknowledged: number
  readonly repeated: number
  readonly doubled: number
  readonly unanswered: number
  readonly refusals: Readonly<Record<string, number>>
  /** Saves that got no answer, by what became of them. */
  readonly doubts: { readonly proven: number; readonly absent: number; readonly decided: number }
  readonly violations: readonly Violation[]
  /** The last that the processes wrote, for whoever looks for the reason. */
  readonly last: readonly string[]
}

const SIZE = { apis: 2, workers: 3 }

export async function runChaos(order: ChaosOrder): Promise<ChaosReport> {
  const fleet = await startFleet(SIZE)
  try {
    return await wreak(fleet, order)
  } catch (error) {
    // Half an hour's run that breaks off tells what it saw last.
    order.say(fleet.ear.last().join('\n'))
    throw error
  } finally {
    await fleet.stop()
  }
}

async function wreak(fleet: Fleet, order: ChaosOrder): Promise<ChaosReport> {
  const { seed, kills, minutes, lanes, say } = order
  const random = createRandom(seed)
  const refusals = new Map<string, number>()
  const crew: Crew = {
    caller: createCaller(fleet.urls, random.fork()),
    town: await surveyTown(fleet.control),
    refused: (word) => void refusals.set(word, (refusals.get(word) ?? 0) + 1),
    tried: new Map(),
  }
  const started = Date.now()
  const caseworkers = startCaseworkers(crew, random.fork(), lanes)
  const mayhem: Mayhem = {
    fleet,
    random: random.fork(),
    kills,
    until: started + minutes * 60_000,
    isLong: kills >= 200,
    answered: () => crew.caller.ledger.acknowledged.length,
    onKill: (so) => {
      if (killsIn(so) % 10 === 0)
        say(
          `${killsIn(so)} kills, ${so.freezes} freezes, ${caseworkers.told()} cases, ${elapsed(started)} s`,
        )
    },
  }
  const harm = await harassed(mayhem, caseworkers)
  say(`${killsIn(harm)} kills in ${elapsed(started)} s; now all comes to rest`)
  const rest = await bringToRest(fleet, crew, order.restSeconds)
  say(`at rest after ${rest.seconds} s: ${rest.found.length} cases; now the verdict`)
  const facts = await gather(fleet, crew.caller, rest.found)
  const violations = judge(facts)
  return {
    seed,
    seconds: elapsed(started),
    restSeconds: rest.seconds,
    harm,
    ...figuresOf(facts, rest),
    acknowledged: facts.acknowledged.length,
    repeated: crew.caller.ledger.repeated,
    doubled: crew.caller.ledger.doubled,
    unanswered: crew.caller.ledger.unanswered,
    refusals: Object.fromEntries(refusals),
    violations,
    last: violations.length === 0 ? [] : fleet.ear.last(),
  }
}

async function harassed(mayhem: Mayhem, caseworkers: Caseworkers): Promise<Harm> {
  try {
    return await harass(mayhem)
  } finally {
    await caseworkers.stop()
  }
}

const elapsed = (since: number): number => Math.round((Date.now() - since) / 1000)

function figuresOf({ cases, applied }: Facts, { decided }: Rest) {
  const told = cases.flatMap((one) => one.told.map(({ type }) => type))
  const count = (word: string) => told.filter((type) => type === word).length
  return {
    cases: countBy(cases.map(({ status }) => status)),
    events: countBy(cases.map(({ event }) => event)),
    stuck: countBy(
      cases.flatMap(({ event, cause }) => (cause === null ? [] : [`${event}: ${cause}`])),
    ),
    entries: told.length,
    applied: {
      sent: applied.filter(({ reply }) => reply === 'sent').length,
      lost: applied.filter(({ reply }) => reply === 'lost').length,
    },
    doubts: { proven: count('proven'), absent: count('absent'), decided: decided.length },
  }
}

function countBy(words: readonly string[]): Readonly<Record<string, number>> {
  const groups = Map.groupBy(words, (word) => word)
  const counts = [...groups].map(([word, all]) => [word, all.length] as const)
  return Object.fromEntries(counts.toSorted(([one], [other]) => one.localeCompare(other)))
}
