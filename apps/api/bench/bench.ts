/** What the product costs beside the bare thing, as ratios of one run: figures of one machine mean little elsewhere. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { measureCodec } from './codec.ts'
import { measureCommands } from './commands.ts'
import { toTable } from './figures.ts'
import { measurePlanning } from './planning.ts'
import { measureSteps } from './steps.ts'

const results = join(import.meta.dirname, 'results')

const figures = [
  ...measureCodec(),
  ...(await measureSteps()),
  ...(await measureCommands()),
  ...(await measurePlanning()),
]
await mkdir(results, { recursive: true })
await writeFile(join(results, 'bench.json'), `${JSON.stringify(figures, null, 2)}\n`)
process.stdout.write(`${toTable(figures)}\n`)
