import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

import { StartRefused } from '../start/start-refused.ts'

export interface DirectoryLock {
  release(): void
}

/** Somebody else is running on it. */
export class DirectoryTaken extends StartRefused {
  override name = 'DirectoryTaken'
}

/**
 * One process per directory. A file that SQLite holds exclusively is let go of by the kernel however the process
 * ends, which a file holding a process number is not.
 */
export function lockDirectory(directory: string): DirectoryLock {
  const path = resolve(directory)
  mkdirSync(path, { recursive: true })
  const database = new DatabaseSync(join(path, 'lock'), { timeout: 0 })
  try {
    database.exec('begin exclusive')
  } catch (cause) {
    database.close()
    throw new DirectoryTaken(
      `another process is already running on ${path}: stop it first, or set DATA_DIR to another directory`,
      1,
      { cause },
    )
  }
  return { release: () => database.close() }
}
