/** A sliding minute per user. Real time: a moved register clock frees nobody. */
export interface RateLimit {
  /** False where the user has used up the minute; counts the call otherwise. */
  readonly take: (user: string) => boolean
}

export function createRateLimit(perMinute: number, realNow: () => Date): RateLimit {
  const calls = new Map<string, readonly number[]>()
  const take = (user: string) => {
    const now = realNow().getTime()
    const recent = (calls.get(user) ?? []).filter((at) => at > now - 60_000)
    const isFree = recent.length < perMinute
    calls.set(user, isFree ? [...recent, now] : recent)
    return isFree
  }
  return { take }
}
