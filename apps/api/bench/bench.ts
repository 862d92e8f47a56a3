/** What the product costs beside the bare thing, as ratios of one run: figures of one machine mean little elsewhere. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { measureCodec } from './codec.ts'
import { measureCommands } from './commands.ts'
import { type Figure, toTable } from './figures.ts'
import { measurePlanning } from './planning.ts'
import { measureRestart } from './restart.ts'
import { measureScale } from './scale.ts'
import { measureSteps } from './steps.ts'
import { measureWholeCases } from './whole-cases.ts'

const results = join(import.meta.dirname, 'results')

const parts: Readonly<Record<string, () => Figure[] | Promise<Figure[]>>> = {
  codec: measureCodec,
  steps: measureSteps,
  cases: measureWholeCases,
  commands: measureCommands,
  planning: measurePlanning,
  scale: measureScale,
  restart: measureRestart,
}

const wanted = process.argv.slice(2)
const unknown = wanted.find((name) => !(name in parts))
if (unknown !== undefined) {
  process.stderr.write(`no part is called ${unknown}: ${Object.keys(parts).join(', ')}\n`)
  process.exit(64)
}
const figures: Figure[] = []
for (const [name, measure] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const measured = await measure()
  figures.push(...measured)
  process.stdout.write(`${toTable(measured)}\n`)
}
await mkdir(results, { recursive: true })
await writeFile(join(results, 'bench.json'), `${JSON.stringify(figures, null, 2)}\n`)
await writeFile(join(results, 'bench.txt'), `${toTable(figures)}\n`)
