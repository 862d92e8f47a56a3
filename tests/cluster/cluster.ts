import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { lastingPort } from '../src/lasting-port.ts'
import { startEtcd } from './etcd.ts'
import { launch } from './launch.ts'
import { createMember, type Member } from './member.ts'
import { findPrograms } from './packages.ts'
import { makeFolder, prepareSite, type Site } from './site.ts'
import { findView, isServing, type View, whoServes } from './view.ts'

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

const size = 3
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
  const port = await lastingPort()
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

async function untilWhole(members: readonly Member[], seconds: number): Promise<View> {
  const end = performance.now() + seconds * 1_000
  for (;;) {
    const view = await findView(members)
    const isWhole = view?.followers === members.length - 1
    if (isWhole && (await isServing(view.primary))) return view
    if (performance.now() > end) throw new Error(`the cluster is not whole after ${seconds} s`)
    await wait(250)
  }
}

async function switchOver(members: readonly Member[]): Promise<void> {
  const view = await findView(members)
  if (!view) throw new Error('no primary to switch over from')
  const response = await fetch(`http://127.0.0.1:${view.primary.health}/switchover`, {
    method: 'POST',
    body: JSON.stringify({ leader: view.primary.name }),
    signal: AbortSignal.timeout(40_000),
  })
  if (!response.ok) throw new Error(`switching over: ${await response.text()}`)
}
