import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

import { CONFIGURATION_EXIT, StartRefused } from '../start/start-refused.ts'

/** The account that PostgreSQL runs under when we are root, which it refuses to run as. */
export interface ServerUser {
  readonly uid: number
  readonly gid: number
}

const NOBODY: ServerUser = { uid: 65534, gid: 65534 }

export function findServerUser(): ServerUser | null {
  if (process.getuid?.() !== 0) return null
  if (!existsSync('/etc/passwd')) return NOBODY
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : NOBODY
}

/** The first directory on the way to `path` that the user may not enter. */
export function findClosedParent(path: string, user: ServerUser): string | undefined {
  const parents: string[] = []
  for (let parent = dirname(path); ; parent = dirname(parent)) {
    parents.unshift(parent)
    if (parent === dirname(parent)) break
  }
  return parents.find((parent) => !mayExecute(parent, user))
}

/** Root hands its folder over to the server's user, who must be able to get there. */
export function refuseClosedParent(path: string, user: ServerUser): void {
  const closed = findClosedParent(path, user)
  if (closed === undefined) return
  throw new StartRefused(
    `the embedded database cannot run as root and its user may not enter ${closed}: open that directory, or set DATABASE_URL to a PostgreSQL server`,
    CONFIGURATION_EXIT,
  )
}

/** Whether the user may enter a directory or run a file. */
export function mayExecute(path: string, user: ServerUser): boolean {
  const { mode, uid, gid } = statSync(path)
  if (uid === user.uid) return (mode & 0o100) !== 0
  if (gid === user.gid) return (mode & 0o010) !== 0
  return (mode & 0o001) !== 0
}
