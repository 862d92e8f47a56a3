import type { Random } from '../storm/random.ts'
import type { StorePlan } from './plan.ts'

/** What the driver says when the store does not do as it is told. */
type StoreFault = 'lost' | CommitFault
export type CommitFault = 'unknownDone' | 'unknownUndone' | 'diskFull'

export interface StoreFaults {
  /** Whether the line breaks now. */
  losesLine(): boolean
  /** What would befall the next commit, if it writes something. */
  foresee(): CommitFault | null
  /** It did. */
  befell(fault: CommitFault): void
  /** How long a statement takes, in virtual milliseconds. */
  delay(): number
  /** Nobody reaches the store before then. */
  awayUntil: number
  /** Connections made before are lost. */
  epoch: number
}

export interface StoreFaultsParts {
  readonly plan: StorePlan
  readonly random: Random
  readonly isStormy: () => boolean
  readonly count: (what: string) => void
}

const commitFaults = ['diskFull', 'unknownUndone', 'unknownDone'] as const

export function createStoreFaults({
  plan,
  random,
  isStormy,
  count,
}: StoreFaultsParts): StoreFaults {
  const draw = (probability: number) => probability > 0 && isStormy() && random.chance(probability)
  const tell = (fault: StoreFault) => count(`store ${fault}`)
  return {
    awayUntil: 0,
    epoch: 0,
    losesLine() {
      const does = draw(plan.lost)
      if (does) tell('lost')
      return does
    },
    foresee: () => commitFaults.find((fault) => draw(plan[fault])) ?? null,
    befell: tell,
    delay: () => (draw(plan.slow) ? random.below(2_000) : 0),
  }
}

function coded(message: string, code?: string): Error {
  return Object.assign(new Error(message), code === undefined ? {} : { code })
}

/** In the words of the driver and the server. */
export const storeErrors = {
  refused: () => coded('connect ECONNREFUSED', 'ECONNREFUSED'),
  lost: () => coded('Connection terminated unexpectedly'),
  shutDown: () => coded('terminating connection due to administrator command', '57P01'),
  dead: () => coded('Client has encountered a connection error and is not queryable'),
  diskFull: () => coded('could not extend file: No space left on device', '53100'),
} as const
