import type { Random } from '../storm/random.ts'
import type { Life } from './life.ts'
import type { ProcessPlan } from './plan.ts'
import type { Answered } from './run.ts'

/** The places where a process may die, or stand still for long. */
export interface Points {
  /** True when it has died here; whoever acts for it stops. `labels`: what its transaction has said so far. */
  pass(life: Life, what: string, labels?: readonly string[]): boolean
}

export interface PointsParts {
  /** How likely at each of them. */
  readonly plan: ProcessPlan
  readonly random: Random
  readonly isStormy: () => boolean
  /** What somebody who watches would have happen here. */
  readonly ask: (life: Life, what: string, labels: readonly string[]) => Answered
  readonly kill: (life: Life, what: string) => void
  readonly freeze: (life: Life, what: string) => void
}

const none: readonly string[] = []

export function createPoints(parts: PointsParts): Points {
  const { plan, random, isStormy, ask, kill, freeze } = parts
  const strikes = (probability: number) =>
    probability > 0 && isStormy() && random.chance(probability)
  return {
    pass(life, what, labels = none) {
      if (!life.isAlive) return true
      const asked = ask(life, what, labels)
      if (asked === 'kill' || strikes(plan.kill)) {
        kill(life, what)
        return true
      }
      // Whoever stood still within a transaction would keep all others out: the store would have cut it off.
      const isWithin = labels.length > 0 || what.startsWith('begin')
      if (!isWithin && (asked === 'freeze' || strikes(plan.freeze))) freeze(life, what)
      return false
    },
  }
}
