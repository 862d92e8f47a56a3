import { once } from 'node:events'
import { createServer } from 'node:net'

import { StartRefused } from './start-refused.ts'

/** Said at once, and not after everything else has been started. */
export async function refuseTakenPort(host: string, port: number): Promise<void> {
  const server = createServer()
  try {
    server.listen({ host, port })
    await once(server, 'listening')
  } catch (error) {
    throw portRefusal(error, 'PORT', port)
  }
  server.close()
  await once(server, 'close')
}

/** A port that is taken is a matter for whoever set it; anything else is passed on. */
export function portRefusal(error: unknown, variable: string, port: number): unknown {
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
  if (!isTaken) return error
  return new StartRefused(
    `port ${port} is in use by another program: stop it, or set ${variable} to another port`,
    1,
    { cause: error },
  )
}
