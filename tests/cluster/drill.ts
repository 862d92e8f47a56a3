import { setTimeout as wait } from 'node:timers/promises'

import { Client } from 'pg'

import { gather } from '../src/chaos/gather.ts'
import { bringToRest } from '../src/chaos/rest.ts'
import { patiently } from '../src/chaos/town.ts'
import { judge, type Violation } from '../src/chaos/verdict.ts'
import type { Cluster } from './cluster.ts'
import { courses, type Fault, faults, provoke } from './faults.ts'
import { type Office, openOffice, troubled } from './office.ts'
import { isCommitWithheld } from './second-disk.ts'

export interface DrillOrder {
  readonly times: number
  /** No fault is begun after this, however few there were; the verdict is given all the same. */
  readonly minutes: number
  readonly seed: number
  readonly say: (line: string) => void
}

/** One fault, from the first sign of it until the former primary follows the new one. */
export interface Round {
  readonly fault: Fault
  readonly from: string
  readonly to: string
  /** The longest time without an accepted command. */
  readonly silentSeconds: number
  readonly wholeSeconds: number
}

export interface DrillReport {
  readonly seconds: number
  readonly rounds: readonly Round[]
  readonly cases: number
  readonly entries: number
  readonly acknowledged: number
  /** Orders that were sent again, as no answer came. */
  readonly repeated: number
  readonly unanswered: number
  readonly updates: number
  readonly lostReplies: number
  readonly violations: readonly Broken[]
}

/** A promise of the product or of the cluster that did not hold. */
type Broken =
  | Violation
  | { readonly id: 'cluster' | 'silence' | 'forgotten'; readonly says: string }

interface Played {
  readonly rounds: readonly Round[]
  /** Why no more could be played. */
  readonly broken: readonly Broken[]
}

/** No longer may nobody be able to work. */
export const LONGEST_SECONDS = 30
const REST_SECONDS = 300

export async function runDrill(cluster: Cluster, order: DrillOrder): Promise<DrillReport> {
  const started = performance.now()
  const careless: readonly Broken[] = (await isCommitWithheld(cluster))
    ? []
    : [{ id: 'cluster', says: 'a commit was acknowledged that only one member had' }]
  const office = await openOffice(cluster, order.seed)
  try {
    const { rounds, broken } = await playRounds(cluster, office, order)
    await office.close()
    const facts = await findFacts(office)
    const forgotten = await findForgotten(cluster)
    return {
      seconds: Math.round((performance.now() - started) / 1_000),
      rounds,
      cases: facts.cases.length,
      entries: facts.cases.reduce((sum, { told }) => sum + told.length, 0),
      acknowledged: facts.acknowledged.length,
      repeated: office.crew.caller.ledger.repeated,
      unanswered: office.crew.caller.ledger.unanswered,
      updates: facts.applied.length,
      lostReplies: facts.applied.filter(({ reply }) => reply === 'lost').length,
      violations: [
        ...careless,
        ...broken,
        ...judge(facts),
        ...forgotten,
        ...rounds.flatMap(tooLong),
      ],
    }
  } finally {
    await office.fleet.stop()
  }
}

async function playRounds(
  cluster: Cluster,
  office: Office,
  { times, minutes, say }: DrillOrder,
): Promise<Played> {
  const rounds: Round[] = []
  const program = Array.from({ length: times }, () => faults).flat()
  const end = performance.now() + minutes * 60_000
  try {
    for (const fault of program) {
      if (performance.now() > end) break
      const round = await playRound(cluster, office, fault)
      rounds.push(round)
      say(`${rounds.length}/${program.length} ${describe(round)}, ${office.told()} cases`)
      await calm(office)
    }
    return { rounds, broken: [] }
  } catch (error) {
    const says = error instanceof Error ? error.message : 'unknown'
    return { rounds, broken: [{ id: 'cluster', says }] }
  }
}

function describe({ fault, from, to, silentSeconds, wholeSeconds }: Round): string {
  const { saying } = courses[fault]
  return `${saying}: ${from} to ${to}, silent for ${silentSeconds} s, whole after ${wholeSeconds} s`
}

async function playRound(cluster: Cluster, { pulse }: Office, fault: Fault): Promise<Round> {
  const before = await cluster.untilWhole(120)
  await pulse.beat()
  const started = performance.now()
  const after = await provoke(cluster, fault, before)
  await pulse.beat()
  return {
    fault,
    from: before.primary.name,
    to: after.primary.name,
    silentSeconds: rounded(pulse.longestSilence(started)),
    wholeSeconds: rounded((performance.now() - started) / 1_000),
  }
}

const rounded = (seconds: number): number => Math.round(seconds * 10) / 10

// Long enough for every save on the wire to have reached the register, or to have failed to.
const LANDED_MS = 3_000

/** What is in doubt is settled on the register's clock, which is moved on while nothing is on the wire. */
async function calm({ fleet: { control } }: Office): Promise<void> {
  await patiently(() => control.faults({}))
  await wait(LANDED_MS)
  await patiently(() => control.advance({ seconds: 1_000 }))
  await patiently(() => control.faults(troubled))
}

async function findFacts({ fleet, crew }: Office) {
  const rest = await bringToRest(fleet, crew, REST_SECONDS)
  return gather(fleet, crew.caller, rest.found)
}

/** Saves that the logs beside the store knew of when the store did not: commits that a failover lost. */
async function findForgotten({ databaseUrl }: Cluster): Promise<readonly Broken[]> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  const { rows } = await client.query<{ id: string }>(
    'select id from submissions where recovered_at is not null union all select id from lost_submissions',
  )
  await client.end()
  return rows.map(({ id }) => ({
    id: 'forgotten',
    says: `the store had forgotten submission ${id}`,
  }))
}

function tooLong({ fault, silentSeconds }: Round): readonly Broken[] {
  if (silentSeconds <= LONGEST_SECONDS) return []
  return [
    { id: 'silence', says: `${courses[fault].saying}: nobody could work for ${silentSeconds} s` },
  ]
}
