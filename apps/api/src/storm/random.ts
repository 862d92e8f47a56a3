/** Chance that is the same for the same seed: mulberry32. */
export interface Random {
  /** In [0, 1). */
  next(): number
  chance(probability: number): boolean
  /** From 0, below. */
  below(count: number): number
  pick<T>(all: readonly T[]): T | undefined
}

export function createRandom(seed: number): Random {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (count: number): number => Math.floor(next() * count)
  return {
    next,
    chance: (probability) => next() < probability,
    below,
    pick: (all) => all[below(all.length)],
  }
}
