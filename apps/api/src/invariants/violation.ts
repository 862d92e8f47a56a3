/** What holds of every store, whatever the world did to it: numbered as the promises are. */
export const invariants = {
  I1: 'one intent is applied at most once, unless a person said that it was not applied',
  I2: 'what the register applied is known to the case as saved, or as in doubt',
  I3: 'what is confirmed was applied exactly once',
  I4: 'an acknowledged command stands in the journal once, where it was answered to stand',
  I5: 'the snapshot, its columns and the queue are what the journal leads to, and no number is left out',
  I6: 'every save was noted as intended before it left, and the audit chain holds',
  I7: 'an effect is answered once, by whoever holds it, and one that has ended is held by nobody',
  I8: 'when faults are over, every case is over or waits for something named',
  I9: 'no personal number stands in a log, an address or an error',
  I10: 'nothing of one authority is read or written by another',
  I11: 'nobody is reported on by two cases at a time',
  I12: 'no three wrong sign-ons follow each other',
} as const

export type InvariantId = keyof typeof invariants

export interface Violation {
  readonly id: InvariantId
  /** Null where no single case is meant. */
  readonly caseId: string | null
  /** No personal data. */
  readonly says: string
}
