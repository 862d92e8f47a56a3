import { rmSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { createControl, type Control } from '../control.ts'
import { lastingPort } from '../lasting-port.ts'
import { createEar, type Ear } from './ear.ts'
import { startMember, type Kind, type Member } from './member.ts'
import { startServer, type Server } from './server.ts'

const apps = join(import.meta.dirname, '../../../apps')
const packages = join(import.meta.dirname, '../../../packages')

/** The product on several processes: a database, a register, some that answer and some that work. */
export interface Fleet {
  readonly server: Server
  readonly register: Member
  readonly apis: readonly Member[]
  readonly workers: readonly Member[]
  /** Every process, the database first. */
  readonly members: readonly Member[]
  /** Where the apis answer. */
  readonly urls: readonly string[]
  readonly control: Control
  readonly ear: Ear
  /** The environment of any process on this store. */
  readonly environment: Readonly<Record<string, string>>
  /** One more that answers or works, started with further words to node. */
  add(joining: Joining): Promise<Joined>
  whenUp(): Promise<void>
  /** Stops everything, the database last, and throws the data away. */
  stop(): Promise<void>
}

interface Joining {
  readonly kind: 'api' | 'worker'
  readonly name: string
  readonly words: readonly string[]
}

interface Joined {
  readonly member: Member
  /** Where it answers, if it does. */
  readonly url: string
}

export interface FleetSize {
  readonly apis: number
  readonly workers: number
}

/** With a database of its own, or one that somebody else has set up. */
export async function startFleet(size: FleetSize, openServer = startServer): Promise<Fleet> {
  const directory = await mkdtemp(join(tmpdir(), 'sagsgang-fleet-'))
  await chmod(directory, 0o755)
  const ear = createEar()
  const started: Member[] = []
  const drop = () => {
    for (const member of started) member.drop()
    rmSync(directory, { recursive: true, force: true })
  }
  process.once('exit', drop)
  const keep = (member: Member): Member => {
    started.push(member)
    return member
  }
  const stop = async () => {
    for (const member of started.toReversed()) await member.stop()
    process.off('exit', drop)
    await rm(directory, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    return await fill({ directory, ear, keep, stop, openServer }, size)
  } catch (error) {
    await stop()
    throw error
  }
}

interface Building {
  readonly directory: string
  readonly ear: Ear
  readonly keep: (member: Member) => Member
  readonly stop: () => Promise<void>
  readonly openServer: typeof startServer
}

async function fill(building: Building, size: FleetSize): Promise<Fleet> {
  const { directory, ear, keep, stop, openServer } = building
  const server = openServer({ home: join(directory, 'postgres'), port: await lastingPort(), ear })
  keep(server.member)
  const port = await lastingPort()
  const origin = `http://127.0.0.1:${port}`
  const path = process.env['PATH'] ?? ''
  const basic = { PATH: path, NODE_COMPILE_CACHE: join(directory, 'compiled') }
  const launch = (
    kind: Kind,
    name: string,
    settings: Readonly<Record<string, string>>,
    words: readonly string[] = [],
  ) =>
    keep(
      startMember({
        name,
        kind,
        command: process.execPath,
        words: [...words, kind === 'register' ? registerMain : apiMain],
        options: { env: { ...settings, DATA_DIR: join(directory, name) } },
        ready: /^ready /,
        stopSignal: 'SIGTERM',
        ear,
      }),
    )
  const register = launch('register', 'register', { ...basic, REGISTER_PORT: String(port) })
  await Promise.all([server.member.whenUp(), register.whenUp()])
  const environment = {
    ...basic,
    DATABASE_URL: server.url,
    GCTP_URL: `${origin}/cpr-online-gctp/gctp`,
  }
  const ports = await Promise.all(Array.from({ length: size.apis }, lastingPort))
  const apis = ports.map((own, index) =>
    launch('api', `api-${index + 1}`, { ...environment, ROLE: 'api', PORT: String(own) }),
  )
  const workers = Array.from({ length: size.workers }, (_, index) =>
    launch('worker', `worker-${index + 1}`, { ...environment, ROLE: 'worker' }),
  )
  const members = [server.member, register, ...apis, ...workers]
  const whenUp = async () => void (await Promise.all(members.map((member) => member.whenUp())))
  await whenUp()
  return {
    server,
    register,
    apis,
    workers,
    members,
    urls: ports.map((own) => `http://127.0.0.1:${own}`),
    control: createControl(origin),
    ear,
    environment: { ...environment, DATA_DIR: join(directory, 'operator') },
    async add({ kind, name, words }) {
      const own = String(await lastingPort())
      const member = launch(kind, name, { ...environment, ROLE: kind, PORT: own }, words)
      await member.whenUp()
      return { member, url: `http://127.0.0.1:${own}` }
    },
    whenUp,
    stop,
  }
}

const apiMain = join(apps, 'api/src/main.ts')
const registerMain = join(packages, 'register/src/main.ts')
