/** Chance that says the same thing everywhere: a seed is a whole story. */
export interface Random {
  /** A whole number from 0 up to but not including `limit`. */
  readonly below: (limit: number) => number
  /** True about once in `count`. */
  readonly once: (count: number) => boolean
  readonly pick: <T>(list: readonly [T, ...T[]]) => T
  /** As many of what `make` makes as are wanted, one after the other. */
  readonly some: <T>(most: number, make: () => T) => readonly T[]
}

/** mulberry32, small enough to be read. */
export function createRandom(seed: number): Random {
  let state = seed
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }
  return {
    below,
    once: (count) => below(count) === 0,
    pick: (list) => list[below(list.length)] ?? list[0],
    some: (most, make) => Array.from({ length: below(most + 1) }, make),
  }
}
