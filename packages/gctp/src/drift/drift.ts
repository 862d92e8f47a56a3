/** One way in which an answer differs from what is described. It stops nothing, and somebody should look at it. */
export interface Drift {
  readonly type: DriftType
  /** A field's code, a part of the message, a receipt's code, or why nothing could be read. */
  readonly place: string
  /** What was said, where it tells of nobody; else its shape. */
  readonly sample: string
}

export const driftTypes = [
  /** An element or an attribute that the grammar does not know. */
  'newElement',
  'newAttribute',
  /** A word for the state of a conversation that the profile does not know. */
  'newState',
  /** A role, block or table that the service is not described to have, or one that it lacks. */
  'newPlace',
  'missingPlace',
  'newField',
  'missingField',
  /** Fields in another order than the description's. */
  'otherOrder',
  /** A value that is in no list of its field's codes. */
  'newCode',
  /** A value that does not fit the format of its field. */
  'otherFormat',
  /** A receipt's code that nobody documented. */
  'newReceipt',
  /** No message at all: the answer of a call that failed, or whose outcome nobody knows. */
  'unreadable',
] as const

export type DriftType = (typeof driftTypes)[number]

/** Whoever takes down how an answer differs. */
export type Note = (type: DriftType, place: string, sample: string) => void
