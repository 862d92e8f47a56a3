/** At most one unresolved report per person at a time, and when each was last proven to have changed. */
export interface Turns {
  /** All of them at once, or none. */
  take(caseId: string, pnrs: readonly string[]): boolean
  giveUp(caseId: string): void
  /** How much had been proven when somebody looked. */
  now(): number
  proved(pnrs: readonly string[]): void
  isChangedSince(look: number, pnrs: readonly string[]): boolean
}

export function createTurns(): Turns {
  const holders = new Map<string, string>()
  const changes = new Map<string, number>()
  let proofs = 0
  return {
    take(caseId, pnrs) {
      if (pnrs.some((pnr) => holders.has(pnr) && holders.get(pnr) !== caseId)) return false
      for (const pnr of pnrs) holders.set(pnr, caseId)
      return true
    },
    giveUp(caseId) {
      for (const [pnr, holder] of holders) if (holder === caseId) holders.delete(pnr)
    },
    now: () => proofs,
    proved(pnrs) {
      proofs += 1
      for (const pnr of pnrs) changes.set(pnr, proofs)
    },
    isChangedSince: (look, pnrs) => pnrs.some((pnr) => (changes.get(pnr) ?? 0) > look),
  }
}
