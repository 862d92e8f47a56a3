/** `pnpm chaos`: kills the product's processes by a seed while people report, and says whether anything was lost. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { z } from 'zod'

import { toTable } from './chaos-table.ts'
import { killsIn } from './mishaps.ts'
import { runChaos, type ChaosReport } from './run.ts'

const root = join(import.meta.dirname, '../../..')
const page = join(root, 'docs/operations/chaos.md')
const results = join(root, 'tests/test-results')

const count = z.coerce.number().int().min(1)
const orders = z.object({
  kills: count.max(100_000).default(1_000),
  seed: count.max(2 ** 32).default(() => Date.now() % 1_000_000),
  minutes: count.max(24 * 60).default(75),
  write: z.boolean().default(false),
})

const { values } = parseArgs({
  options: {
    kills: { type: 'string' },
    seed: { type: 'string' },
    minutes: { type: 'string' },
    write: { type: 'boolean' },
  },
})
const { kills, seed, minutes, write } = orders.parse(values)
const restSeconds = 180
const say = (line: string) => void process.stdout.write(`${line}\n`)

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130))
// Whatever hangs, this does not.
setTimeout(() => process.exit(1), (minutes * 60 + 8 * restSeconds + 900) * 1000).unref()

say(`pnpm chaos --kills ${kills} --seed ${seed}`)
const report = await runChaos({ kills, seed, minutes, lanes: 8, restSeconds, say })
mkdirSync(results, { recursive: true })
writeFileSync(join(results, 'chaos.json'), `${JSON.stringify(report, null, 2)}\n`)
say(`\n${toTable(report)}\n`)
for (const { id, says } of report.violations) say(`${id}: ${says}`)
if (report.violations.length > 0) {
  writeFileSync(join(results, 'chaos.log'), `${report.last.join('\n')}\n`)
  say(`\nagain: pnpm chaos --kills ${kills} --seed ${seed}`)
}
const isDone = killsIn(report.harm) === kills
if (!isDone) say(`only ${killsIn(report.harm)} of ${kills} kills in ${minutes} minutes`)
if (write) writePage(report)
process.exit(report.violations.length === 0 && isDone ? 0 : 1)

function writePage(told: ChaosReport): void {
  mkdirSync(join(page, '..'), { recursive: true })
  writeFileSync(
    page,
    `# Chaos

Two processes that answer, three that work, a register and a database are killed, frozen and lied to, in an order drawn from a
seed, while caseworkers report nine main events, take some back and correct others, and send the same order to whichever node
answers. \`pnpm chaos\` does it, and writes this page with \`--write\`. What is killed comes back by itself a moment later.

A kill is \`kill -9\`: of a process of ours, of the database as a whole, or of one of the database's own processes, after which it
ends every connection and recovers. The register loses requests, loses or cuts replies, applies late, is slow or closed, and changes
its mind about once a second. Of the workers that are frozen, in runs of 200 kills and more, every fourth stands still until others hold
it for dead (half a minute), and some for longer than any lease (two minutes); then it goes on where it was. Nothing in the product knows that it is being tried: there are no switches for it.

When the kills are over, people do what is theirs to do, the register's clock passes the settle time, and then every answered order must
stand in a journal, every case must have ended or wait for somebody it can name, and the register's own list of updates must hold one
for each report that says it was registered, and none besides. A doubt that was left to a person must have been given by somebody
else's update on the same people, or by the register having been asked as often as it may be.

${toTable(told)}

Seed ${told.seed}, ${new Date().toISOString().slice(0, 10)}, on a machine of ${String(availableParallelism())} processors.
`,
  )
}
