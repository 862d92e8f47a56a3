const SHORTEST_MS = 1_000
const LONGEST_MS = 15 * 60_000

/** How long to wait after so many attempts: doubled each time, and spread so that many do not come back together. */
export function backOffMs(attempts: number, random: () => number): number {
  const full = Math.min(SHORTEST_MS * 2 ** (attempts - 1), LONGEST_MS)
  return Math.round(full * (0.75 + random() / 2))
}
