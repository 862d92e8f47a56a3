import { execFile } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'

/** Where Debian puts what the cluster is made of. */
export interface Programs {
  readonly etcd: string
  readonly patroni: string
  readonly haproxy: string
  /** The folder of `postgres`, `initdb` and their like. */
  readonly postgres: string
}

const run = promisify(execFile)
const oldestServer = 15
const programs = {
  etcd: '/usr/bin/etcd',
  patroni: '/usr/bin/patroni',
  haproxy: '/usr/sbin/haproxy',
  openssl: '/usr/bin/openssl',
} as const
const packages = {
  etcd: 'etcd-server',
  patroni: 'patroni',
  haproxy: 'haproxy',
  openssl: 'openssl',
} as const satisfies Record<keyof typeof programs, string>

/** Installs what is missing. Nothing that is installed already is upgraded, started or stopped. */
export async function findPrograms(): Promise<Programs> {
  const names = Object.keys(programs).filter(isProgram)
  const missing: string[] = names
    .filter((name) => !existsSync(programs[name]))
    .map((name) => packages[name])
  if (findServer() === undefined) missing.push('postgresql')
  if (missing.length > 0) await install(missing)
  const postgres = findServer()
  if (postgres === undefined) throw new Error(`no PostgreSQL of version ${oldestServer} or later`)
  return { ...programs, postgres }
}

const isProgram = (name: string): name is keyof typeof programs => name in programs

function findServer(): string | undefined {
  return globSync('/usr/lib/postgresql/*/bin')
    .filter((folder) => Number(folder.split('/')[4]) >= oldestServer)
    .find((folder) => existsSync(`${folder}/postgres`))
}

async function install(missing: readonly string[]): Promise<void> {
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) {
    throw new Error(`install ${missing.join(', ')}: only root on Debian can have it done here`)
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await quietly(async () => {
    await run('apt-get', ['update', '-q'], { env })
    await run('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...missing], { env })
  })
}

const policy = '/usr/sbin/policy-rc.d'

/** Debian starts the services of a package as it installs it, unless this file says no. */
async function quietly(work: () => Promise<void>): Promise<void> {
  if (existsSync(policy)) return await work()
  await writeFile(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 })
  try {
    await work()
  } finally {
    await rm(policy)
  }
}
