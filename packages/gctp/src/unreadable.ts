import type { Read, UnreadableReason } from './message.ts'

/** How the parts of the reader give up; it never leaves `attempt`. */
export class UnreadableMessage extends Error {
  override name = 'UnreadableMessage'
  readonly reason: UnreadableReason

  constructor(reason: UnreadableReason, options?: ErrorOptions) {
    super(`message is unreadable: ${reason}`, options)
    this.reason = reason
  }
}

/** Runs a reader and turns its giving up into an answer. */
export function attempt<T>(read: () => T): Read<T> {
  try {
    return { type: 'read', message: read() }
  } catch (error) {
    if (error instanceof UnreadableMessage) return { type: 'unreadable', reason: error.reason }
    throw error
  }
}
