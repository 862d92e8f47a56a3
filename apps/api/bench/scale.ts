import { Client } from 'pg'

import { sendCommands } from './commands.ts'
import { type Figure, percentile } from './figures.ts'
import { multiplyCases } from './multiply-cases.ts'
import { type Product, startProduct } from './product.ts'

const SIZES = [10_000, 100_000, 1_000_000] as const
const COMMANDS = 800
const LOOKS = 60

/** What a caseworker's day is made of. */
const looks: Readonly<Record<string, readonly [path: string, input: object]>> = {
  'list of the unit': ['cases.list', {}],
  'list by status': ['cases.list', { status: 'waiting' }],
  'list of my own': ['cases.list', { assignee: 'me' }],
  'list of the overdue': ['cases.list', { overdue: true }],
  'list of one event': ['cases.list', { event: 'birth' }],
  'search by number': ['cases.list', { text: '1999-000000777' }],
  'search by event': ['cases.list', { text: 'fødsel' }],
  'search by person': ['cases.list', { text: '0000000777' }],
  counts: ['cases.counts', {}],
  'stuck groups': ['cases.stuckGroups', {}],
}

/**
 * The whole product over HTTP with ever more cases in its store, all of one authority, which is the hardest: what stays
 * flat stays flat, and ratios are to the smallest store.
 */
export async function measureScale(): Promise<Figure[]> {
  const product = await startProduct(3940)
  const store = new Client({ host: product.sockets, user: 'sagsgang', database: 'postgres' })
  await store.connect()
  const figures: Figure[] = []
  const first = new Map<string, number>()
  for (const size of SIZES) {
    await multiplyCases(store, size)
    for (const { name, value, unit } of await measureAt(product, store)) {
      const smallest = first.get(name) ?? value
      first.set(name, smallest)
      const ratio = value / smallest
      figures.push({ name: `${size}: ${name}`, value, unit, ratio, to: 'the smallest' })
    }
  }
  await store.end()
  await product.stop()
  return figures
}

async function measureAt(product: Product, store: Client): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const [name, [path, input]] of Object.entries(looks)) {
    const taken = await timed(() => product.call(path, input))
    figures.push({ name: `${name}, p50`, value: percentile(taken, 0.5), unit: 'ms' })
  }
  const started = performance.now()
  const steps = await sendCommands(product, COMMANDS)
  const seconds = (performance.now() - started) / 1000
  return [
    ...figures,
    { name: 'steps over HTTP', value: steps.length / seconds, unit: 'steps/s' },
    { name: 'a step, p99', value: percentile(steps, 0.99), unit: 'ms' },
    { name: 'memory', value: product.memory(), unit: 'MB' },
    { name: 'store per case', value: await bytesPerCase(store), unit: 'kB' },
  ]
}

async function timed(run: () => Promise<unknown>): Promise<readonly number[]> {
  const taken: number[] = []
  for (let look = 0; look < LOOKS; look += 1) {
    const started = performance.now()
    await run()
    taken.push(performance.now() - started)
  }
  return taken.toSorted((one, other) => one - other)
}

async function bytesPerCase(store: Client): Promise<number> {
  const { rows } = await store.query<{ size: number }>(
    'select pg_database_size(current_database())::float8 / (select count(*) from cases) / 1024 as size',
  )
  return rows[0]?.size ?? 0
}
