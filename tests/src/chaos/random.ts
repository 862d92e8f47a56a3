/** Chance from a seed, so that the same mishaps can be drawn again. */
export interface Random {
  /** From 0 up to, but not, 1. */
  next(): number
  /** A whole number of this range, both ends included. */
  between(least: number, most: number): number
  chance(probability: number): boolean
  pick<T>(from: readonly [T, ...T[]]): T
  pick<T>(from: readonly T[]): T | undefined
  /** Another one, whose draws do not disturb these. */
  fork(): Random
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0
  // Mulberry32: small, and good enough for choosing whom to hit.
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  function pick<T>(from: readonly [T, ...T[]]): T
  function pick<T>(from: readonly T[]): T | undefined
  function pick<T>(from: readonly T[]): T | undefined {
    return from[between(0, from.length - 1)]
  }
  return {
    next,
    between,
    pick,
    chance: (probability) => next() < probability,
    fork: () => createRandom(between(0, 2 ** 32 - 1)),
  }
}
