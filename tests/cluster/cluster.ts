import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { z } from 'zod'

import { startEtcd } from './etcd.ts'
import { launch } from './launch.ts'
import { createMember, type Member } from './member.ts'
import { findPrograms } from './packages.ts'
import { freePort } from './relay.ts'
import { makeFolder, prepareSite, type Site } from './site.ts'

export interface Cluster {
  /** Through the balancer, to whoever is the primary. */
  readonly databaseUrl: string
  readonly members: readonly Member[]
  /** Whoever the balancer leads to; undefined where nobody holds the lock. */
  whoServes(): Promise<Member | undefined>
  /** Waits until there is a primary and everybody else follows it. */
  untilWhole(seconds: number): Promise<View>
  /** Asks Patroni to hand the lock over to the synchronous standby. */
  switchOver(): Promise<void>
}

export interface View {
  readonly primary: Member
  /** Those that follow it without a gap. */
  readonly standbys: readonly Member[]
  /** One of them must have a commit before it is acknowledged. */
  readonly isDoubled: boolean
}

const size = 3
const answer = z.object({
  members: z.array(
    z.looseObject({
      name: z.string(),
      role: z.string(),
      state: z.string(),
      lag: z.union([z.number(), z.string()]).optional(),
      timeline: z.number().optional(),
    }),
  ),
})

const newPassword = () => randomBytes(18).toString('hex')

/** Three etcd, three PostgreSQL under Patroni and the balancer before them, in a folder of their own. */
export async function startCluster(directory: string): Promise<Cluster> {
  const site = await prepareSite(directory, await findPrograms(), newPassword)
  const etcd = await startEtcd(site)
  const members: Member[] = []
  for (let number = 1; number <= size; number++) {
    members.push(await createMember(site, `member-${number}`, etcd))
  }
  const port = await startBalancer(site, members)
  for (const member of members) member.start()
  return {
    databaseUrl: `postgres://sagsgang:${site.passwords.store}@127.0.0.1:${port}/sagsgang`,
    members,
    whoServes: () => whoServes(members),
    untilWhole: (seconds) => untilWhole(members, seconds),
    switchOver: () => switchOver(members),
  }
}

async function startBalancer(site: Site, members: readonly Member[]): Promise<number> {
  const port = await freePort()
  const folder = await makeFolder(site, 'balancer')
  const addresses = members.flatMap((member, index) => [
    [`DATABASE_${index + 1}`, `127.0.0.1:${member.port}`],
    [`DATABASE_${index + 1}_HEALTH`, String(member.health)],
  ])
  launch({
    command: site.programs.haproxy,
    arguments: ['-db', '-f', join(site.directory, 'database.cfg')],
    environment: { DATABASE_BIND: `127.0.0.1:${port}`, ...Object.fromEntries(addresses) },
    folder,
    log: join(site.directory, 'balancer.log'),
    owner: site.owner,
  })
  return port
}

/** Any member knows; one that is cut off or frozen does not answer. */
async function askMembers(members: readonly Member[]) {
  for (const { health } of members) {
    const found = await fetch(`http://127.0.0.1:${health}/cluster`, {
      signal: AbortSignal.timeout(1_000),
    })
      .then((response) => response.json())
      .then((body) => answer.parse(body))
      .catch(() => undefined) // asked the next one
    if (found) return found.members
  }
  return []
}

async function viewOf(members: readonly Member[]): Promise<View | undefined> {
  const told = await askMembers(members)
  const named = (names: readonly string[]) => members.filter(({ name }) => names.includes(name))
  const [primary] = named(told.filter(({ role }) => role === 'leader').map(({ name }) => name))
  if (primary === undefined) return undefined
  const following = told.filter(
    ({ role, state, lag }) => role !== 'leader' && state === 'running' && lag === 0,
  )
  const synchronous = following.filter(({ role }) => role === 'sync_standby')
  return {
    primary,
    standbys: named(following.map(({ name }) => name)),
    isDoubled: synchronous.length > 0,
  }
}

async function untilWhole(members: readonly Member[], seconds: number): Promise<View> {
  const end = performance.now() + seconds * 1_000
  for (;;) {
    const view = await viewOf(members)
    if (view && isWhole(view, members) && (await isServing(view.primary))) return view
    if (performance.now() > end) throw new Error(`the cluster is not whole after ${seconds} s`)
    await wait(250)
  }
}

function isWhole({ standbys, isDoubled }: View, members: readonly Member[]): boolean {
  return isDoubled && standbys.length === members.length - 1
}

async function whoServes(members: readonly Member[]): Promise<Member | undefined> {
  const serving = await Promise.all(members.map(isServing))
  // Between two looks of Patroni a former primary may still say so: whoever took over counts.
  const found = members.filter((_, index) => serving[index])
  return found.length === 1 ? found[0] : undefined
}

async function isServing(primary: Member): Promise<boolean> {
  return fetch(`http://127.0.0.1:${primary.health}/primary`, {
    signal: AbortSignal.timeout(1_000),
  }).then(
    ({ ok }) => ok,
    () => false,
  )
}

async function switchOver(members: readonly Member[]): Promise<void> {
  const view = await viewOf(members)
  if (!view) throw new Error('no primary to switch over from')
  const response = await fetch(`http://127.0.0.1:${view.primary.health}/switchover`, {
    method: 'POST',
    body: JSON.stringify({ leader: view.primary.name }),
    signal: AbortSignal.timeout(40_000),
  })
  if (!response.ok) throw new Error(`switching over: ${await response.text()}`)
}
