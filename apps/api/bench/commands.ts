import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

import { z } from 'zod'

import { type Figure, percentile } from './figures.ts'

const COMMANDS = 1500
const LANES = 8
const answered = z.object({
  result: z.object({ data: z.object({ caseId: z.string(), version: z.number() }) }),
})

/** Milliseconds that a caseworker's command takes over HTTP, with eight of them at work on the whole product. */
export async function measureCommands(): Promise<Figure[]> {
  const directory = await mkdtemp(join(tmpdir(), 'sagsgang-bench-'))
  await chmod(directory, 0o755)
  const child = spawn(process.execPath, [join(import.meta.dirname, '../src/main.ts')], {
    env: { ...process.env, DATA_DIR: join(directory, 'data'), PORT: '3930', REGISTER_PORT: '3931' },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const url = await ready(createInterface({ input: child.stdout }))
  const taken = (await Promise.all(Array.from({ length: LANES }, () => work(url)))).flat()
  child.kill('SIGTERM')
  await once(child, 'exit')
  await rm(directory, { recursive: true, force: true })
  const sorted = taken.toSorted((one, other) => one - other)
  return [
    { name: 'command over HTTP, p50', value: percentile(sorted, 0.5), unit: 'ms' },
    { name: 'command over HTTP, p99', value: percentile(sorted, 0.99), unit: 'ms' },
  ]
}

async function ready(lines: AsyncIterable<string>): Promise<string> {
  for await (const line of lines) if (line.startsWith('ready ')) return line.slice(6)
  throw new Error('the product did not start')
}

async function work(url: string): Promise<number[]> {
  const opened = await call(url, 'cases.open', {
    event: 'move',
    data: {},
    purpose: 'measure a command',
    idempotencyKey: randomUUID(),
  })
  const taken: number[] = []
  let { version } = opened
  for (let count = 0; count < COMMANDS / LANES; count += 1) {
    const started = performance.now()
    const filled = await call(url, 'cases.command', {
      caseId: opened.caseId,
      expectedVersion: version,
      idempotencyKey: randomUUID(),
      command: { type: 'fill', data: { houseNumber: String(count % 100).padStart(3, '0') } },
    })
    taken.push(performance.now() - started)
    version = filled.version
  }
  return taken
}

async function call(url: string, path: string, input: unknown) {
  const response = await fetch(`${url}/trpc/${path}`, {
    method: 'POST',
    headers: { authorization: 'Bearer demo:caseworker', 'content-type': 'application/json' },
    body: JSON.stringify(input),
  })
  return answered.parse(await response.json()).result.data
}
