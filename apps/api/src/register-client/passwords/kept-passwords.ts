/**
 * What is known of the password of one user of the register. A new one is kept before it is ever sent, and the one before
 * it until the register has taken the new one: whatever gets lost, one of them is right.
 */
export interface Passwords {
  readonly current: string
  readonly candidate: Candidate | null
  /** Since when at the latest the register has known the current one, in milliseconds; null: nobody told us. */
  readonly since: number | null
  /** The configured password that was taken over: when another one is configured, it is worth a try. */
  readonly takenOver: string
  /** How often each was said since one was last accepted, where it may have been wrong. */
  readonly doubts: Readonly<Record<Which, number>>
  /** What the register called wrong since then, in that order. */
  readonly refused: readonly Which[]
  readonly trouble: 'signOnRefused' | 'locked' | null
}

export type Which = 'current' | 'candidate' | 'configured'

/** May be the password already: from its first sending on, and until the register says so or a day has passed. */
export interface Candidate {
  readonly password: string
  readonly firstSentAt: number
  readonly lastSentAt: number
  /** What the register has shown since the last sending. */
  readonly absence: Absence | null
  /** It breaks a rule, or came too soon. */
  readonly isRefused: boolean
}

/** `notYet`: it was not taken, and may still be on its way. */
export type Absence = 'notYet' | 'proven'

export interface Choice {
  readonly which: Which
  readonly password: string
}

export const noDoubts: Passwords['doubts'] = { current: 0, candidate: 0, configured: 0 }
