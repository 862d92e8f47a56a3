import { once } from 'node:events'
import { createServer } from 'node:net'

// Below those that a system hands out by itself, one of which somebody else would have while ours is being started again.
const FIRST = 15_000
const EACH = 100
const PLACES = 170

let given = 0

/** A port that is free, and stays so for a process that is killed and comes back: no other process of ours is given it. */
export async function lastingPort(): Promise<number> {
  for (let turn = 0; turn < EACH; turn += 1) {
    const port = FIRST + (process.pid % PLACES) * EACH + (given % EACH)
    given += 1
    if (await isFree(port)) return port
  }
  throw new Error('no port is free')
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch {
    return false
  }
  server.close()
  await once(server, 'close')
  return true
}
