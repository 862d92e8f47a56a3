import type { Random } from '../storm/random.ts'
import type { Life } from './life.ts'

/** The places where a process may die. */
export interface Points {
  /** True when it has died here; whoever acts for it stops. `labels`: what its transaction has said so far. */
  pass(life: Life, what: string, labels?: readonly string[]): boolean
}

export interface PointsParts {
  readonly chance: number
  readonly random: Random
  readonly isStormy: () => boolean
  /** Somebody who watches may have it die here. */
  readonly isMeant: (life: Life, what: string, labels: readonly string[]) => boolean
  readonly kill: (life: Life, what: string) => void
}

const none: readonly string[] = []

export function createPoints({ chance, random, isStormy, isMeant, kill }: PointsParts): Points {
  return {
    pass(life, what, labels = none) {
      if (!life.isAlive) return true
      const isDrawn = chance > 0 && isStormy() && random.chance(chance)
      if (!isDrawn && !isMeant(life, what, labels)) return false
      kill(life, what)
      return true
    },
  }
}
