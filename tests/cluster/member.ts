import { readdirSync, readFileSync } from 'node:fs'
import { symlink } from 'node:fs/promises'
import { join } from 'node:path'

import { lastingPort } from '../src/lasting-port.ts'
import { type Cables, layCables } from './cable.ts'
import { type Launched, launch } from './launch.ts'
import { makeFolder, type Site } from './site.ts'

/** One PostgreSQL with the Patroni that minds it. */
export interface Member {
  readonly name: string
  readonly port: number
  /** Where its Patroni answers. */
  readonly health: number
  /** Starts Patroni, as the machine's service manager would after a crash. */
  start(): void
  /** SIGKILL to Patroni and to the postmaster, at once. */
  kill(): void
  /** SIGSTOP to Patroni and to every process of PostgreSQL: a machine that hangs. */
  freeze(): void
  thaw(): void
  /** No byte to or from etcd any more, and nobody is told. */
  cutOff(): void
  reconnect(): void
}

export async function createMember(
  site: Site,
  name: string,
  etcd: readonly number[],
): Promise<Member> {
  const folder = await makeFolder(site, name)
  const [port, health] = [await lastingPort(), await lastingPort()]
  const cables = await layCables(etcd)
  const data = join(folder, 'data')
  await symlink(join(site.directory, 'certificates'), join(folder, 'certificates'))
  let patroni: Launched | undefined
  const everyone = () => [...(patroni ? [patroni.pid] : []), ...serversOf(data)]
  return {
    name,
    port,
    health,
    start() {
      patroni = launch({
        command: site.programs.patroni,
        arguments: ['patroni.yaml'],
        environment: environment(site, { name, port, health, data, cables }),
        folder: site.directory,
        log: join(site.directory, `${name}.log`),
        owner: site.owner,
      })
    },
    kill() {
      const [postmaster] = serversOf(data)
      for (const pid of [patroni?.pid, postmaster]) if (pid !== undefined) signal(pid, 'SIGKILL')
    },
    freeze: () => everyone().forEach((pid) => signal(pid, 'SIGSTOP')),
    thaw: () => everyone().forEach((pid) => signal(pid, 'SIGCONT')),
    cutOff: () => cables.cut(),
    reconnect: () => cables.mend(),
  }
}

interface Placed {
  readonly name: string
  readonly port: number
  readonly health: number
  readonly data: string
  readonly cables: Cables
}

/** What production says in `compose.yaml`, with the addresses of this machine. */
function environment(site: Site, { name, port, health, data, cables }: Placed) {
  const { programs, passwords, directory } = site
  const authority = join(directory, 'certificates', 'ca.crt')
  return {
    PATRONI_NAME: name,
    PATRONI_RESTAPI_LISTEN: `127.0.0.1:${health}`,
    PATRONI_RESTAPI_CONNECT_ADDRESS: `127.0.0.1:${health}`,
    PATRONI_POSTGRESQL_LISTEN: `127.0.0.1:${port}`,
    PATRONI_POSTGRESQL_CONNECT_ADDRESS: `127.0.0.1:${port}`,
    PATRONI_POSTGRESQL_DATA_DIR: data,
    PATRONI_POSTGRESQL_BIN_DIR: programs.postgres,
    PATRONI_POSTGRESQL_PGPASS: join(directory, name, 'pgpass'),
    // Only through the cables, and not to addresses that etcd itself tells of.
    PATRONI_ETCD_HOSTS: cables.ports.map((own) => `'127.0.0.1:${own}'`).join(','),
    PATRONI_ETCD_USE_PROXIES: 'true',
    PATRONI_SUPERUSER_USERNAME: 'postgres',
    PATRONI_SUPERUSER_PASSWORD: passwords.superuser,
    PATRONI_REPLICATION_USERNAME: 'replicator',
    PATRONI_REPLICATION_PASSWORD: passwords.replication,
    PATRONI_REPLICATION_SSLMODE: 'verify-ca',
    PATRONI_REPLICATION_SSLROOTCERT: authority,
    PATRONI_REWIND_USERNAME: 'rewinder',
    PATRONI_REWIND_PASSWORD: passwords.rewind,
    PATRONI_REWIND_SSLMODE: 'verify-ca',
    PATRONI_REWIND_SSLROOTCERT: authority,
    STORE_PASSWORD_FILE: join(directory, 'store-password'),
  }
}

/** The postmaster, and then those it has started. */
function serversOf(data: string): number[] {
  const postmaster = postmasterOf(data)
  if (postmaster === undefined) return []
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === postmaster)
  return [postmaster, ...children]
}

function postmasterOf(data: string): number | undefined {
  try {
    return Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0])
  } catch {
    return undefined // not running
  }
}

function parentOf(pid: number): number | undefined {
  try {
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /su, '')
    return Number(afterName.split(' ')[1])
  } catch {
    return undefined // gone meanwhile
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // Gone already, which is as good.
  }
}
