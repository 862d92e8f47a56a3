import { z } from 'zod'

import type { Member } from './member.ts'

/** Who is who, as etcd has it. */
export interface View {
  readonly primary: Member
  /** The standby that must have a commit before it is acknowledged. */
  readonly doubles: Member
  /** How many follow the primary and are not behind. */
  readonly followers: number
}

// What a standby may be behind as Patroni last saw it, which is seconds ago.
const LARGEST_LAG = 1_048_576

const cluster = z.object({
  members: z.array(
    z.looseObject({
      name: z.string(),
      role: z.string(),
      state: z.string(),
      lag: z.union([z.number(), z.string()]).optional(),
    }),
  ),
})
type Told = z.infer<typeof cluster>['members'][number]

/** Undefined while there is no primary, or none with a second disk. */
export async function findView(members: readonly Member[]): Promise<View | undefined> {
  const told = await askMembers(members)
  const inRole = (role: string) => told.find((one) => one.role === role)?.name
  const primary = members.find(({ name }) => name === inRole('leader'))
  const doubles = members.find(({ name }) => name === inRole('sync_standby'))
  if (!primary || !doubles) return undefined
  return { primary, doubles, followers: told.filter(isFollowing).length }
}

function isFollowing({ role, state, lag }: Told): boolean {
  const isBehind = typeof lag !== 'number' || lag > LARGEST_LAG
  return role !== 'leader' && (state === 'running' || state === 'streaming') && !isBehind
}

/** Any member knows; one that is cut off or frozen does not answer. */
async function askMembers(members: readonly Member[]): Promise<readonly Told[]> {
  for (const { health } of members) {
    const found = await fetch(`http://127.0.0.1:${health}/cluster`, {
      signal: AbortSignal.timeout(1_000),
    })
      .then((response) => response.json())
      .then((body) => cluster.parse(body).members)
      .catch(() => undefined) // asked the next one
    if (found) return found
  }
  return []
}

/** Whoever the balancer leads to; undefined while nobody holds the lock. */
export async function whoServes(members: readonly Member[]): Promise<Member | undefined> {
  const serving = await Promise.all(members.map(isServing))
  const found = members.filter((_, index) => serving[index])
  // A former primary may say so until it looks again.
  return found.length === 1 ? found[0] : undefined
}

export async function isServing({ health }: Member): Promise<boolean> {
  const asked = fetch(`http://127.0.0.1:${health}/primary`, { signal: AbortSignal.timeout(1_000) })
  return asked.then(
    ({ ok }) => ok,
    () => false,
  )
}
