import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

import { z } from 'zod'

/** The cables of one member to all of etcd, in a process of their own: nothing that keeps the drill busy may hold up a byte. */
export interface Cables {
  readonly ports: readonly number[]
  cut(): void
  mend(): void
}

const ready = z.object({ ports: z.array(z.number()) })

export async function layCables(targets: readonly number[]): Promise<Cables> {
  const child = fork(join(import.meta.dirname, 'cable-process.ts'), targets.map(String))
  const [message] = await once(child, 'message')
  const { ports } = ready.parse(message)
  return { ports, cut: () => void child.send('cut'), mend: () => void child.send('mend') }
}
