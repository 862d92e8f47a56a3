import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, chmodSync, chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { Client } from 'pg'

import { findBinaries } from '../database/binaries.ts'
import { findServerUser } from '../database/server-user.ts'

/** A PostgreSQL on a port of this machine, as somebody else would run it: stopped, started and set up by the test. */
export interface PostgresServer {
  readonly url: string
  readonly data: string
  readonly port: number
  /** Makes a file that the server may read. */
  readonly handOver: (file: string) => void
  start(settings?: Readonly<Record<string, string>>): Promise<void>
  /** Fast: sessions are ended. Or at once, as by a power cut. */
  stop(how?: 'fast' | 'atOnce'): Promise<void>
  remove(): Promise<void>
}

const USER = 'sagsgang'
const signals = { fast: 'SIGINT', atOnce: 'SIGQUIT' } as const

export async function createPostgresServer(encoding = 'UTF8'): Promise<PostgresServer> {
  const directory = mkdtempSync(join(tmpdir(), 'sagsgang-server-'))
  chmodSync(directory, 0o755)
  const user = findServerUser()
  const binaries = findBinaries(directory, user)
  const home = mkdtempSync(join(directory, 'home-'))
  const data = join(home, 'data')
  const options = { ...user, cwd: home, env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' } }
  const handOver = (file: string) => {
    if (user) chownSync(file, user.uid, user.gid)
  }
  handOver(home)
  const making = ['-D', data, '-U', USER, '-A', 'trust', '-E', encoding, '--no-locale', '-N']
  execFileSync(binaries.initdb, making, { ...options, stdio: 'ignore' })
  const port = await freePort()
  const url = `postgres://${USER}@127.0.0.1:${port}/postgres`
  let server: ChildProcess | null = null
  const stop: PostgresServer['stop'] = async (how = 'fast') => {
    if (!server) return
    const ended = once(server, 'exit')
    server.kill(signals[how])
    await ended
    server = null
  }
  return {
    url,
    data,
    port,
    handOver,
    stop,
    async start(settings = {}) {
      const all = {
        listen_addresses: '127.0.0.1',
        port: String(port),
        unix_socket_directories: '',
        ...settings,
      }
      const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
      server = spawn(binaries.postgres, ['-D', data, ...flags], { ...options, stdio: 'ignore' })
      await answering(url, server)
    },
    async remove() {
      await stop('atOnce')
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

// Below those that a system hands out by itself, one of which somebody else would have while ours is being started again.
const FIRST = 15_000
const EACH = 100
const PLACES = 170

let given = 0

/** A port that is free, and stays so for a server that is started again: no other process of ours is given it. */
export async function freePort(): Promise<number> {
  for (let turn = 0; turn < EACH; turn += 1) {
    const port = FIRST + (process.pid % PLACES) * EACH + (given % EACH)
    given += 1
    if (await isFree(port)) return port
  }
  throw new Error('no port is free')
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1')
  const isOurs = await once(server, 'listening').then(
    () => true,
    () => false,
  )
  if (!isOurs) return false
  server.close()
  await once(server, 'close')
  return true
}

async function answering(url: string, server: ChildProcess): Promise<void> {
  for (let look = 0; look < 600; look++) {
    if (server.exitCode !== null) throw new Error('the server ended before it answered')
    const client = new Client({ connectionString: url, ssl: false })
    client.on('error', () => {}) // the attempt below tells
    const answers = await client.connect().then(
      () => true,
      // A server that wants a certificate answers too.
      (error: unknown) => error instanceof Error && 'code' in error && error.code === '28000',
    )
    await client.end().catch(() => {})
    if (answers) return
    await wait(50)
  }
  throw new Error('the server does not answer')
}

/** Lines for `pg_hba.conf`, before all others. */
export function admitOnly({ data }: PostgresServer, lines: readonly string[]): void {
  const file = readdirSync(data).includes('pg_hba.conf') ? join(data, 'pg_hba.conf') : null
  if (!file) throw new Error('the server has not been made yet')
  rmSync(file)
  appendFileSync(file, `${lines.join('\n')}\n`, { mode: 0o644 })
}
