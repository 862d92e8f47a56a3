import type { StoredCase } from './ports.ts'

/**
 * Cases as this process left them, the latest used last. Never the truth: whoever acts on one writes under its version,
 * and reads the store where that is refused.
 */
export interface CaseCache {
  readonly take: (caseId: string) => StoredCase | undefined
  readonly keep: (stored: StoredCase) => void
}

// A snapshot is a few kilobytes; a caseworker has few cases in hand at a time.
const MOST_CASES = 500

export function createCaseCache(most: number = MOST_CASES): CaseCache {
  const cases = new Map<string, StoredCase>()
  return {
    // Gone until it is kept again: what failed under it is not tried again.
    take: (caseId) => {
      const stored = cases.get(caseId)
      cases.delete(caseId)
      return stored
    },
    keep: (stored) => {
      cases.delete(stored.id)
      cases.set(stored.id, stored)
      const [oldest] = cases.keys()
      if (cases.size > most && oldest !== undefined) cases.delete(oldest)
    },
  }
}
