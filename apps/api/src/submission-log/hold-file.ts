import { rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

export interface Hold {
  /** Lets go of it, and removes it. */
  release(): void
}

/**
 * Undefined where a living process holds it. A file that SQLite holds exclusively is let go of by the kernel however the
 * process ends; a process number would be given to somebody else.
 */
export function holdFile(path: string): Hold | undefined {
  const database = new DatabaseSync(path, { timeout: 0 })
  try {
    database.exec('begin exclusive')
  } catch {
    database.close()
    return undefined
  }
  return {
    release() {
      rmSync(path, { force: true })
      database.close()
    },
  }
}
