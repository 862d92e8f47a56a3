import type { Random } from '../storm/random.ts'
import type { Fate, WirePlan } from './plan.ts'

/** What becomes of one call, on its way there and back; times in virtual milliseconds from when it left. */
export interface Passage {
  readonly fate: Fate
  /** When the register hears it; null: never. */
  readonly arrives: number | null
  /** When it hears it once more. */
  readonly again: number | null
  readonly reply: Reply
  readonly returns: number
}

export type Reply =
  | { readonly type: 'whole' }
  /** The connection breaks instead. */
  | { readonly type: 'lost' }
  /** No byte of the body has left. */
  | { readonly type: 'notSent' }
  | { readonly type: 'unavailable' }
  /** What somebody else was answered last. */
  | { readonly type: 'crossed'; readonly isCut: boolean }
  | { readonly type: 'spoilt'; readonly by: 'cut' | 'code' | 'person' | 'page' }

const [SHORTEST_MS, LONGEST_MS] = [5, 60]
/** As long as the register's owner says that a save may take, and no longer: what comes later would be theirs to answer for. */
export const LONGEST_DELAY_MS = 600_000

const MOST_HARM = 0.9

type Draw = (usual: number, random: Random) => Omit<Passage, 'fate'>

const whole: Reply = { type: 'whole' }
const there =
  (reply: Reply): Draw =>
  (usual) => ({
    arrives: usual,
    again: null,
    reply,
    returns: 2 * usual,
  })
const nowhere =
  (reply: Reply): Draw =>
  (usual) => ({
    arrives: null,
    again: null,
    reply,
    returns: usual,
  })

const draws: Readonly<Record<Fate, Draw>> = {
  good: there(whole),
  slow: (usual, random) => {
    const arrives = usual + random.below(14_000)
    return { arrives, again: null, reply: whole, returns: arrives + random.below(14_000) }
  },
  notSent: nowhere({ type: 'notSent' }),
  dropped: nowhere({ type: 'lost' }),
  unavailable: nowhere({ type: 'unavailable' }),
  crossed: nowhere({ type: 'crossed', isCut: false }),
  crossedCut: nowhere({ type: 'crossed', isCut: true }),
  replyLost: there({ type: 'lost' }),
  truncated: there({ type: 'spoilt', by: 'cut' }),
  unknownReceipt: there({ type: 'spoilt', by: 'code' }),
  wrongPerson: there({ type: 'spoilt', by: 'person' }),
  gatewayTimeout: there({ type: 'unavailable' }),
  nonsense: there({ type: 'spoilt', by: 'page' }),
  delayed: (_, random) => {
    const arrives = random.below(LONGEST_DELAY_MS)
    return { arrives, again: null, reply: whole, returns: arrives + 20 }
  },
  duplicated: (usual, random) => ({
    arrives: usual,
    again: usual + random.below(LONGEST_DELAY_MS),
    reply: whole,
    returns: 2 * usual,
  }),
}

export interface FateDrawing {
  readonly plan: WirePlan
  readonly random: Random
  readonly isStormy: boolean
  readonly isSave: boolean
}

export function drawPassage({ plan, random, isStormy, isSave }: FateDrawing): Passage {
  const usual = SHORTEST_MS + random.below(LONGEST_MS - SHORTEST_MS)
  const good = { fate: 'good', ...draws.good(usual, random) } as const
  if (!isStormy) return good
  const odds = Object.entries(isSave ? plan.save : plan.read)
  // Some saves come through in the harshest of worlds.
  const all = odds.reduce((sum, [, likelihood]) => sum + likelihood, 0)
  let left = random.next() * Math.max(1, all / MOST_HARM)
  for (const [fate, likelihood] of odds) {
    left -= likelihood
    if (left < 0 && isFate(fate)) return { fate, ...draws[fate](usual, random) }
  }
  return good
}

function isFate(name: string): name is Fate {
  return name in draws
}
