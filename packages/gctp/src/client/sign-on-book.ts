import type { FailureReason } from './contract.ts'

/** The register locks a user at the fifth wrong sign-on in a row; others may share the number. */
export const mostWrong = 2

/** What the register has said to the password that is tried. */
export interface SignOnRefusal {
  readonly reason: FailureReason
  /** How often in a row. */
  readonly count: number
}

/** What came of saying a password. `unsent`: the register certainly heard nothing. `unheard`: it may have. */
export type SignOnVerdict =
  | 'accepted'
  | 'wrong'
  | 'expired'
  | 'newRefused'
  | 'locked'
  | 'refused'
  | 'unsent'
  | 'unheard'

/** A turn to sign on: nobody else who keeps the same book does so meanwhile. */
export interface SignOnTurn {
  /** Whoever keeps the book may know better than whoever began the turn. */
  readonly password: string
  /** Whether another one is worth a try, should this one be wrong. */
  readonly hasOther: boolean
  /** Of this very password: another one is worth a try. */
  readonly refusal: SignOnRefusal | null
  /** Whether somebody has settled it since. */
  readonly isMended: () => Promise<boolean>
  readonly end: (refusal: SignOnRefusal | null, verdict: SignOnVerdict | null) => Promise<void>
}

/** Kept by all who sign on as one user, for they share the number of tries after which the register locks them out. */
export interface SignOnBook {
  /** Null where no turn is to be had. */
  readonly begin: (password: string) => Promise<SignOnTurn | null>
}

interface Kept extends SignOnRefusal {
  readonly password: string
  readonly at: number
}

/** For whoever is alone: the calls of one client take turns by themselves. */
export function createOwnBook(
  isMended: (withinMs: number) => Promise<boolean>,
  now: () => number,
): SignOnBook {
  let kept: Kept | null = null
  return {
    begin: (password) => {
      if (kept?.password !== password) kept = null
      const known = kept
      return Promise.resolve({
        password,
        hasOther: false,
        refusal: known,
        isMended: () => isMended(now() - (known?.at ?? now())),
        end: async (refusal) => {
          const at = refusal === known && known ? known.at : now()
          kept = refusal && { ...refusal, password, at }
        },
      })
    },
  }
}
