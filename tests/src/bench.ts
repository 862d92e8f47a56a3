/** `pnpm bench`: what the engine costs beside the bare thing, and what more workers are worth. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const wanted = process.argv.slice(2)
/** Measured by programs of their own; the rest are parts of the api's. */
const own: Readonly<Record<string, string>> = {
  reader: 'packages/gctp/bench/bench.ts',
  // Whole processes of the product: the api's own measurements know nothing of several.
  workers: 'tests/src/chaos/throughput.ts',
}
const others = wanted.filter((part) => !(part in own))

function measure(file: string, parts: readonly string[]): void {
  const { status } = spawnSync(process.execPath, [join(root, file), ...parts], { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

if (wanted.length === 0 || others.length > 0) measure('apps/api/bench/bench.ts', others)
for (const [part, file] of Object.entries(own)) {
  if (wanted.length === 0 || wanted.includes(part)) measure(file, [])
}
