import type { Random } from '../storm/random.ts'
import type { Plan } from './plan.ts'
import { hour } from './plan.ts'

/** What happens to the whole world at a moment, rather than to one call or statement. */
export interface Disturbance {
  readonly type: 'absence' | 'closing' | 'rejection' | 'failover' | 'advance'
  /** Virtual milliseconds from the beginning. */
  readonly at: number
  readonly lasts: number
}

const longest = {
  absence: 20_000,
  closing: 90_000,
  rejection: 60_000,
  failover: 0,
  advance: 2 * hour,
} as const satisfies Record<Disturbance['type'], number>

export function drawDisturbances(plan: Plan, random: Random): readonly Disturbance[] {
  const { stormMs, store, wire } = plan
  const often = (perHour: number) => {
    const wanted = (perHour * stormMs) / hour
    return Math.floor(wanted) + (random.chance(wanted % 1) ? 1 : 0)
  }
  const counts = {
    absence: often(store.absences),
    closing: often(wire.closings),
    rejection: often(wire.rejections),
    failover: store.failsOver ? 1 : 0,
    advance: random.chance(0.1) ? 1 : 0,
  } satisfies Record<Disturbance['type'], number>
  return Object.entries(counts).flatMap(([type, count]) =>
    Array.from({ length: count }, () => draw(type, stormMs, random)).flatMap((one) => one ?? []),
  )
}

function draw(type: string, stormMs: number, random: Random): Disturbance | undefined {
  if (!isType(type)) return undefined
  // Most of what people do, they do in the first minutes.
  const at = random.below(random.chance(0.7) ? Math.min(stormMs, 120_000) : stormMs)
  return { type, at, lasts: 1 + random.below(longest[type] + 1) }
}

function isType(name: string): name is Disturbance['type'] {
  return name in longest
}
