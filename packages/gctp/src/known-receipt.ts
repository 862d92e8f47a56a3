export interface Text {
  readonly da: string
  readonly en: string
}

/**
 * What a code means for the call that it answers: `refused` and `lapsed` were certainly not carried
 * out, after a `fault` nobody knows.
 */
export type ReceiptClass = 'done' | 'refused' | 'warning' | 'lapsed' | 'signOn' | 'fault'

/** When the same call may be made once more. */
export type RetryRule =
  | 'nothing'
  /** Not as it is: it would be refused again. */
  | 'corrected'
  /** As it is, once a person has confirmed it. */
  | 'confirmed'
  /** In a new conversation, by itself. */
  | 'anew'
  /** By itself, once, after signing on. */
  | 'signedOn'
  /** Once somebody has settled the access: the register locks whoever goes on trying. */
  | 'accessMended'
  /** Later, by itself; a save only where the register shows nothing of it. */
  | 'later'

export interface KnownReceipt {
  readonly code: number
  readonly class: ReceiptClass
  readonly text: Text
  /** What somebody can do about it. */
  readonly advice: Text
  readonly retry: RetryRule
}
