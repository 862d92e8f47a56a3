/** Under which token each conversation was begun: the register knows it under no other. */
export interface DialogueTokens {
  readonly began: (timestamp: string | null, token: string | null) => void
  /** Null where nobody knows: then the newest serves as well as any. */
  readonly of: (timestamp: string | undefined) => string | null
  readonly ended: (timestamp: string | undefined) => void
}

/** More than are ever open at a time; the oldest are forgotten, and lapse. */
const MOST_OPEN = 10_000

export function createDialogueTokens(): DialogueTokens {
  const tokens = new Map<string, string>()
  return {
    began(timestamp, token) {
      if (timestamp === null || token === null) return
      tokens.set(timestamp, token)
      const [oldest] = tokens.keys()
      if (tokens.size > MOST_OPEN && oldest !== undefined) tokens.delete(oldest)
    },
    of: (timestamp) => (timestamp === undefined ? null : (tokens.get(timestamp) ?? null)),
    ended: (timestamp) => void (timestamp !== undefined && tokens.delete(timestamp)),
  }
}
