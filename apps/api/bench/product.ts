import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { startProductProcess } from '../src/testing/product-process.ts'

/** The whole product in a process of its own, on an empty directory. */
export interface Product {
  readonly url: string
  /** Where its database listens. */
  readonly sockets: string
  readonly call: (path: string, input: unknown) => Promise<unknown>
  /** Megabytes that the process holds. */
  readonly memory: () => number
  readonly stop: () => Promise<void>
}

export async function startProduct(port: number): Promise<Product> {
  const directory = await mkdtemp(join(tmpdir(), 'sagsgang-bench-'))
  await chmod(directory, 0o755)
  const data = join(directory, 'data')
  const child = await startProductProcess(data, { api: port, register: port + 1 })
  const url = `http://127.0.0.1:${port}`
  return {
    url,
    sockets: join(data, 'postgres/sockets'),
    call: (path, input) => call(url, path, input),
    memory: () => memoryOf(child),
    stop: async () => {
      child.kill('SIGTERM')
      await once(child, 'exit')
      await rm(directory, { recursive: true, force: true })
    },
  }
}

async function call(url: string, path: string, input: unknown): Promise<unknown> {
  const response = await fetch(`${url}/trpc/${path}`, {
    method: 'POST',
    headers: { authorization: 'Bearer demo:caseworker', 'content-type': 'application/json' },
    body: JSON.stringify(input),
  })
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  return response.json()
}

function memoryOf({ pid }: ChildProcess): number {
  const [, kilobytes] =
    /^VmRSS:\s+(\d+) kB/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) / 1024
}
