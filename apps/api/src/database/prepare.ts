import { setTimeout as wait } from 'node:timers/promises'

import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type { Pool, PoolClient } from 'pg'

import { isPassing, spoilsConnection } from './is-passing.ts'

// Each of our statements is one text, so there are few; lists of many lengths must not fill a server's memory.
const MOST_NAMES = 300

// A server that restarts is back within this time, and nothing has been said to it yet.
const PAUSES_MS = [50, 150, 400, 1_000]

/**
 * Has the server plan each statement once per connection. Planning the step's one large statement costs more than
 * carrying it out: measured, twice as many steps per second. A connection is waited for, and not used again once the
 * server behind it is going down, takes no writes or has other tables than its plans were made for.
 */
export function preparing(pool: Pool): PostgresPool {
  const names = new Map<string, string>()
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text)
    if (known !== undefined || names.size >= MOST_NAMES) return known
    const name = `s${names.size}`
    names.set(text, name)
    return name
  }
  return {
    options: pool.options,
    connect: async () => toPreparing(await connectPatiently(pool), nameOf),
    end: () => pool.end(),
  }
}

async function connectPatiently(pool: Pool): Promise<PoolClient> {
  for (const pause of PAUSES_MS) {
    try {
      return await pool.connect()
    } catch (error) {
      // Whoever has waited for a free one long enough is told so.
      if (!isPassing(error) || isTimeout(error)) throw error
      await wait(pause * (0.75 + Math.random() / 2))
    }
  }
  return pool.connect()
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && /timeout/iu.test(error.message)
}

function toPreparing(
  client: PoolClient,
  nameOf: (text: string) => string | undefined,
): PostgresPoolClient {
  let isSpoilt = false
  const query = (text: string, parameters: readonly unknown[]) => {
    const name = parameters.length > 0 ? nameOf(text) : undefined
    const asked = client.query({
      text,
      values: [...parameters],
      ...(name !== undefined && { name }),
    })
    return asked.catch((error: unknown) => {
      isSpoilt ||= spoilsConnection(error)
      throw error
    })
  }
  return {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- cursors are the other overload, and nobody uses them
    query: query as unknown as PostgresPoolClient['query'],
    release: () => client.release(isSpoilt),
  }
}
