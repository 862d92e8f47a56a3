import { randomInt } from 'node:crypto'
import { cpSync, globSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { startCluster } from './cluster.ts'
import { runDrill } from './drill.ts'
import { enclose, enclosed, toldToStop } from './enclosure.ts'
import { toTable, writeResult } from './last-result.ts'

// `pnpm cluster [--times 10] [--minutes 60] [--seed 1] [--write]`: a real PostgreSQL cluster on this machine, the product on it, and faults.

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '120' },
    seed: { type: 'string', default: String(randomInt(1, 1_000_000)) },
    write: { type: 'boolean', default: false },
  },
})
const times = Number(values.times)
const minutes = Number(values.minutes)
const say = (line: string) => void process.stdout.write(`${line}\n`)

/** Besides the faults: installing, starting, the last of them, and the verdict. */
const longestMinutes = minutes + 40

const directory = enclosed()
process.exitCode =
  directory === undefined
    ? await enclose({ command: [process.execPath, ...process.argv.slice(1)], longestMinutes })
    : await Promise.race([toldToStop().then(() => 130), drill(directory)])
if (directory !== undefined) process.exit()

async function drill(place: string): Promise<number> {
  const seed = Number(values.seed)
  const cluster = await startCluster(place)
  const { primary } = await cluster.untilWhole(120)
  say(`three members, ${primary.name} is the primary; seed ${seed}`)
  const report = await runDrill(cluster, { times, minutes, seed, say })
  say(toTable(report))
  say(JSON.stringify(report))
  if (values.write) writeResult(report)
  if (report.violations.length === 0) return 0
  say(`what the servers said is in ${keepLogs(place)}`)
  return 1
}

function keepLogs(place: string): string {
  const kept = join(import.meta.dirname, '../test-results/cluster')
  for (const name of globSync('*.log', { cwd: place })) cpSync(join(place, name), join(kept, name))
  return kept
}
