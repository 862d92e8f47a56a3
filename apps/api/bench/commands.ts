import { randomUUID } from 'node:crypto'

import { z } from 'zod'

import { type Figure, percentile } from './figures.ts'
import { type Product, startProduct } from './product.ts'

const COMMANDS = 1500
const LANES = 8
const answered = z.object({
  result: z.object({ data: z.object({ caseId: z.string(), version: z.number() }) }),
})

/** Milliseconds that a caseworker's command takes over HTTP, with eight of them at work on the whole product. */
export async function measureCommands(): Promise<Figure[]> {
  const product = await startProduct(3930)
  const sorted = await sendCommands(product, COMMANDS)
  const memory = product.memory()
  await product.stop()
  return [
    { name: 'command over HTTP, p50', value: percentile(sorted, 0.5), unit: 'ms' },
    { name: 'command over HTTP, p99', value: percentile(sorted, 0.99), unit: 'ms' },
    { name: 'memory of the product at work', value: memory, unit: 'MB' },
  ]
}

/** What each of so many commands took, sorted. */
export async function sendCommands(product: Product, count: number): Promise<readonly number[]> {
  const lanes = Array.from({ length: LANES }, () => work(product, count / LANES))
  return (await Promise.all(lanes)).flat().toSorted((one, other) => one - other)
}

async function work({ call }: Product, count: number): Promise<number[]> {
  const order = { event: 'move', data: {}, purpose: 'measure a command' }
  const opened = read(await call('cases.open', { ...order, idempotencyKey: randomUUID() }))
  const taken: number[] = []
  let { version } = opened
  for (let index = 0; index < count; index += 1) {
    const started = performance.now()
    const filled = read(
      await call('cases.command', {
        caseId: opened.caseId,
        expectedVersion: version,
        idempotencyKey: randomUUID(),
        command: { type: 'fill', data: { houseNumber: String(index % 100).padStart(3, '0') } },
      }),
    )
    taken.push(performance.now() - started)
    version = filled.version
  }
  return taken
}

const read = (body: unknown) => answered.parse(body).result.data
