import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export interface ProductPorts {
  readonly api: number
  readonly register: number
}

/** The whole product in a process of its own, once it says that it is ready. Nothing else of the environment steers it. */
export async function startProductProcess(
  dataDirectory: string,
  { api, register }: ProductPorts,
): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../main.ts')], {
    env: {
      PATH: process.env['PATH'],
      DATA_DIR: dataDirectory,
      PORT: String(api),
      REGISTER_PORT: String(register),
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('ready ')) return child
  }
  throw new Error('the product ended before it was ready')
}
