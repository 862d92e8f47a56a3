/**
 * Keeps quiet towards a register that is closed: one call at a time finds out whether it has opened. What waits uses no
 * attempts and goes out in order once a call comes through.
 */
export interface Breaker {
  /** What may be sent to the register now. */
  ask(now: number): 'all' | 'probe' | 'nothing'
  /** Whether it is known to be closed: what stands in line behind the probe waits. */
  isShut(): boolean
  /** A call found the register closed. */
  closed(now: number): void
  /** A call came through. */
  came(): void
}

const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 2_000
const LONGEST_CALL_MS = 35_000

interface Shut {
  readonly pauseMs: number
  readonly probeAt: number
  /** A call is out that will tell. */
  readonly isProbing: boolean
}

export function createBreaker(): Breaker {
  let shut: Shut | null = null
  return {
    ask(now) {
      if (!shut) return 'all'
      if (now < shut.probeAt) return 'nothing'
      // Until the probe has answered, or must have, there is no other.
      shut = { ...shut, probeAt: now + LONGEST_CALL_MS, isProbing: true }
      return 'probe'
    },
    isShut: () => shut !== null,
    closed(now) {
      // Calls that were out when the register closed tell nothing new.
      if (shut && !shut.isProbing) return
      const pauseMs = shut ? Math.min(shut.pauseMs * 1.5, LONGEST_PAUSE_MS) : FIRST_PAUSE_MS
      shut = { pauseMs, probeAt: now + pauseMs, isProbing: false }
    },
    came() {
      shut = null
    },
  }
}
