import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'

import { Client } from 'pg'

import { createCaller } from '../src/chaos/caller.ts'
import { startCaseworkers } from '../src/chaos/caseworkers.ts'
import { type Fleet, startFleet } from '../src/chaos/fleet.ts'
import { createRandom } from '../src/chaos/random.ts'
import { surveyTown } from '../src/chaos/town.ts'

// `node tests/cluster/sizing.ts --cases 3000`: what a store, its processes and its register are asked to bear per case.

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '3000' },
    minutes: { type: 'string', default: '15' },
  },
})
const LANES = 24
const say = (line: string) => void process.stdout.write(`${line}\n`)

const fleet = await startFleet({ apis: 2, workers: 3 })
const client = new Client({ connectionString: fleet.server.url })
try {
  await client.connect()
  await fill(Number(values.cases), Number(values.minutes))
  await measure()
} finally {
  await client.end()
  await fleet.stop()
}

/** People report and nothing goes wrong. */
async function fill(cases: number, minutes: number): Promise<void> {
  const random = createRandom(1)
  const crew = {
    caller: createCaller(fleet.urls, random.fork()),
    town: await surveyTown(fleet.control),
    refused: () => {}, // by the rules of the register
    tried: new Map<string, number>(),
  }
  const caseworkers = startCaseworkers(crew, random.fork(), LANES)
  const end = performance.now() + minutes * 60_000
  while (caseworkers.told() < cases && performance.now() < end) await wait(500)
  await caseworkers.stop()
}

async function measure(): Promise<void> {
  await client.query('vacuum analyze')
  const cases = await count('cases')
  const entries = await count('journal')
  say(`${cases} cases, ${entries} journal entries, ${await count('submissions')} saves`)
  say(`${await count('audit')} audit rows`)
  const { rows: calls } = await client.query<{ action: string; calls: string }>(
    'select action, count(*) as calls from gctp_messages group by action order by 2 desc',
  )
  for (const { action, calls: made } of calls) {
    say(`${action}: ${(Number(made) / cases).toFixed(1)} calls of the register per case`)
  }
  const { rows: events } = await client.query<{ event: string; cases: string; entries: string }>(
    `select event, count(*) as cases, (select count(*) from journal join cases other on other.id = case_id
      where other.event = cases.event) as entries from cases group by event order by 2 desc`,
  )
  for (const { event, cases: opened, entries: written } of events) {
    say(`${event}: ${opened} cases, ${Math.round(Number(written) / Number(opened))} entries each`)
  }
  const { rows: tables } = await client.query<{ name: string; bytes: string; rows: string }>(
    `select relname as name, pg_total_relation_size(relid) as bytes, n_live_tup as rows
     from pg_stat_user_tables order by 2 desc`,
  )
  for (const { name, bytes, rows } of tables) {
    say(`${name}: ${Math.round(Number(bytes) / cases)} bytes per case, ${rows} rows`)
  }
  const { rows: whole } = await client.query<{ bytes: string }>(
    'select pg_database_size(current_database()) as bytes',
  )
  say(`the database: ${Math.round(Number(whole[0]?.bytes) / cases)} bytes per case`)
  say(`submission logs: ${Math.round(logBytes(fleet) / cases)} bytes per case`)
  const { rows: held } = await client.query<{ count: string }>(
    "select count(*) from pg_stat_activity where application_name = 'sagsgang'",
  )
  say(`${held[0]?.count} connections of ${fleet.apis.length + fleet.workers.length} processes`)
  for (const line of memory()) say(line)
}

async function count(table: string): Promise<number> {
  const { rows } = await client.query<{ count: string }>(`select count(*) from ${table}`)
  return Number(rows[0]?.count)
}

function logBytes({ environment }: Fleet): number {
  const root = join(environment['DATA_DIR'] ?? '', '..')
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /submissions-[^/]*\.log$/u.test(name))
    .reduce((sum, name) => sum + statSync(join(root, name)).size, 0)
}

/** What the kernel says each process of the product holds, and held at most. */
function memory(): readonly string[] {
  return readdirSync('/proc').flatMap((pid) => {
    try {
      const environment = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0')
      const data = environment.find((line) => line.startsWith('DATA_DIR='))
      const root = join(fleet.environment['DATA_DIR'] ?? '', '..')
      if (!data?.includes(root)) return []
      const status = readFileSync(`/proc/${pid}/status`, 'utf8')
      const megabytes = (word: string) =>
        Math.round(Number(new RegExp(`^${word}:\\s+(\\d+)`, 'mu').exec(status)?.[1]) / 1024)
      return [
        `${data.split('/').at(-1)}: ${megabytes('VmRSS')} MB, at most ${megabytes('VmHWM')} MB`,
      ]
    } catch {
      return [] // gone meanwhile, or nobody's
    }
  })
}
