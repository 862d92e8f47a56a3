import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { z } from 'zod'

import { lastingPort } from '../src/lasting-port.ts'
import { launch } from './launch.ts'
import { makeFolder, type Site } from './site.ts'

const size = 3
// Patient, as all three share the cores of one machine with everything else.
const patience = ['--heartbeat-interval', '300', '--election-timeout', '3000']

/** Three who agree on who the primary is. Answers the ports they are reached at. */
export async function startEtcd(site: Site): Promise<readonly number[]> {
  const members: { readonly name: string; readonly port: number; readonly peer: string }[] = []
  for (let number = 1; number <= size; number++) {
    const peer = `http://127.0.0.1:${await lastingPort()}`
    members.push({ name: `etcd-${number}`, port: await lastingPort(), peer })
  }
  const all = members.map((member) => `${member.name}=${member.peer}`).join(',')
  for (const { name, port, peer } of members) {
    const folder = await makeFolder(site, name)
    const address = `http://127.0.0.1:${port}`
    const told = {
      '--name': name,
      '--data-dir': join(folder, 'data'),
      '--listen-client-urls': address,
      '--advertise-client-urls': address,
      '--listen-peer-urls': peer,
      '--initial-advertise-peer-urls': peer,
      '--initial-cluster': all,
      '--initial-cluster-state': 'new',
      '--log-level': 'warn',
      // Patroni before 3.0.3 overwrites another's lock by the newer interface (docs/decisions/0022).
      '--enable-v2': 'true',
    }
    launch({
      command: site.programs.etcd,
      arguments: [...Object.entries(told).map((words) => words.join('=')), ...patience],
      folder,
      log: join(site.directory, `${name}.log`),
      owner: site.owner,
    })
  }
  for (const { port } of members) await untilDecided(port)
  return members.map(({ port }) => port)
}

const version = z.object({ etcdcluster: z.string().regex(/^\d/u) })

/** Patroni breaks on a cluster that has not agreed on its own version yet. */
async function untilDecided(port: number): Promise<void> {
  const end = performance.now() + 60_000
  for (;;) {
    const isDecided = await fetch(`http://127.0.0.1:${port}/version`)
      .then(async (response) => version.safeParse(await response.json()).success)
      .catch(() => false) // not up yet
    if (isDecided) return
    if (performance.now() > end) throw new Error('etcd does not come up')
    await wait(200)
  }
}
