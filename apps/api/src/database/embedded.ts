import { type ChildProcess, spawn } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { Client } from 'pg'

import { StartRefused } from '../start/start-refused.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import { lockDirectory } from './directory-lock.ts'
import { endLeftoverServer } from './leftover-server.ts'
import { findServerUser, refuseClosedParent, type ServerUser } from './server-user.ts'

/** A running PostgreSQL of our own, on a Unix socket only. */
export interface Embedded {
  readonly connection: { readonly host: string; readonly user: string; readonly database: string }
  /** Settles when the server has ended, whoever ended it. */
  readonly ended: Promise<void>
  stop(): Promise<void>
}

interface Place {
  readonly home: string
  readonly data: string
  readonly sockets: string
  readonly user: ServerUser | null
  readonly binaries: Binaries
}

const OWNER = 'sagsgang'
const READY_MS = 60_000
// A Unix socket's path holds about a hundred bytes; the server adds its own file name.
const LONGEST_SOCKET_DIRECTORY = 80
const PARTIAL = 'data.partial'

/** Starts, or makes and starts, the database in `<directory>/postgres`. */
export async function startEmbedded(directory: string): Promise<Embedded> {
  const home = join(resolve(directory), 'postgres')
  const user = prepareHome(home)
  const lock = lockDirectory(directory)
  try {
    const place = locatePlace(home, user)
    await endLeftoverServer(place.data)
    await createCluster(place)
    const server = await startServer(place)
    const ended = once(server, 'exit').then(() => {})
    return {
      ended,
      connection: embeddedConnection(directory),
      stop: async () => {
        await stopServer(server)
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** Where the server of a directory answers while somebody runs it. */
export function embeddedConnection(directory: string): Embedded['connection'] {
  return {
    host: socketsOf(join(resolve(directory), 'postgres')),
    user: OWNER,
    database: 'postgres',
  }
}

function prepareHome(home: string): ServerUser | null {
  const user = findServerUser()
  mkdirSync(home, { recursive: true })
  if (!user) return user
  refuseClosedParent(home, user)
  giveTo(home, user)
  return user
}

function giveTo(path: string, user: ServerUser | null): void {
  if (user) chownSync(path, user.uid, user.gid)
  chmodSync(path, 0o700)
}

function socketsOf(home: string): string {
  const near = join(home, 'sockets')
  const name = createHash('sha256').update(home).digest('hex').slice(0, 12)
  return near.length <= LONGEST_SOCKET_DIRECTORY ? near : join(tmpdir(), `sagsgang-${name}`)
}

function locatePlace(home: string, user: ServerUser | null): Place {
  const sockets = socketsOf(home)
  mkdirSync(sockets, { recursive: true })
  giveTo(sockets, user)
  return { home, data: join(home, 'data'), sockets, user, binaries: findBinaries(home, user) }
}

// Made beside its place and renamed into it: a start cut short leaves no half cluster. What a killed start was making
// may still be at it, so that each has a name of its own.
async function createCluster(place: Place): Promise<void> {
  if (existsSync(place.data)) return
  removePartial(place.home)
  const partial = join(place.home, `${PARTIAL}-${randomUUID()}`)
  const log = openLog(place)
  const child = spawn(
    place.binaries.initdb,
    ['-D', partial, '-U', OWNER, '-A', 'trust', '-E', 'UTF8', '--no-locale'],
    { ...place.user, stdio: ['ignore', log, log], cwd: place.home, env: serverEnvironment() },
  )
  closeSync(log)
  const code = await exitOf(child)
  if (code !== 0)
    throw new StartRefused(`the embedded database could not be made: see ${logFile(place)}`, 1)
  renameSync(partial, place.data)
}

function removePartial(home: string): void {
  for (const name of readdirSync(home).filter((entry) => entry.startsWith(PARTIAL))) {
    rmSync(join(home, name), { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
}

async function startServer(place: Place): Promise<ChildProcess> {
  const until = performance.now() + READY_MS
  while (performance.now() < until) {
    const child = spawnServer(place)
    if (await isReady(child, place, until)) return child
    // Children of a killed server hold its memory for a moment; until they notice, a new one refuses to start.
    await wait(250)
  }
  throw new StartRefused(`the embedded database does not start: see ${logFile(place)}`, 1)
}

function spawnServer(place: Place): ChildProcess {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: place.sockets,
    unix_socket_permissions: '0700',
    max_connections: '40',
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    // Details and statements hold personal data.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const log = openLog(place)
  const child = spawn(place.binaries.postgres, ['-D', place.data, ...flags], {
    ...place.user,
    stdio: ['ignore', log, log],
    cwd: place.home,
    env: serverEnvironment(),
  })
  closeSync(log)
  return child
}

async function isReady(child: ChildProcess, place: Place, until: number): Promise<boolean> {
  while (performance.now() < until && child.exitCode === null && child.signalCode === null) {
    const client = new Client({ host: place.sockets, user: OWNER, database: 'postgres' })
    client.on('error', () => {}) // the connection attempt below tells
    const connected = await client.connect().then(
      () => true,
      () => false,
    )
    await client.end().catch(() => {})
    if (connected) return true
    await wait(30)
  }
  return false
}

async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const ended = once(server, 'exit')
  server.kill('SIGINT')
  const timer = setTimeout(() => server.kill('SIGQUIT'), 20_000)
  await ended
  clearTimeout(timer)
}

async function exitOf(child: ChildProcess): Promise<number | null> {
  const [code] = await once(child, 'exit')
  return typeof code === 'number' ? code : null
}

function openLog(place: Place): number {
  return openSync(logFile(place), 'a', 0o600)
}

function logFile(place: Place): string {
  return join(place.home, 'server.log')
}

// Nothing of ours: a PGDATA or PGPORT meant for another server must not steer this one.
function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' }
}
