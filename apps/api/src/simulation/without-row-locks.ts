const LOCKING =
  /\bfor\s+(?:no\s+key\s+update|key\s+share|update|share)(?:\s+of\s+\w+)?(?:\s+skip\s+locked|\s+nowait)?/gu
const known = new Map<string, string>()

/**
 * A statement that takes no row locks. Nobody is there to be kept out where one transaction runs at a time; and the server
 * remembers, for each lock that lies in one and the same transaction, all those before it.
 */
export function withoutRowLocks(text: string): string {
  const bare = known.get(text) ?? text.replace(LOCKING, '')
  known.set(text, bare)
  return bare
}
