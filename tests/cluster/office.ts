import { createCaller } from '../src/chaos/caller.ts'
import { startCaseworkers } from '../src/chaos/caseworkers.ts'
import { startFleet, type Fleet } from '../src/chaos/fleet.ts'
import { createRandom } from '../src/chaos/random.ts'
import type { Crew } from '../src/chaos/tend.ts'
import { surveyTown } from '../src/chaos/town.ts'
import type { Cluster } from './cluster.ts'
import { type Pulse, startPulse } from './pulse.ts'

/** The product on the cluster, with people at work. */
export interface Office {
  readonly fleet: Fleet
  readonly crew: Crew
  readonly pulse: Pulse
  told(): number
  /** Nobody begins anything more. */
  close(): Promise<void>
}

const SIZE = { apis: 2, workers: 3 }
const LANES = 6

/** What the register does wrong all the time. */
export const troubled = {
  seed: 7,
  loseReply: 0.08,
  loseRequest: 0.05,
  truncateReply: 0.04,
  delayMs: 25,
}

export async function openOffice(cluster: Cluster, seed: number): Promise<Office> {
  const fleet = await startFleet(SIZE, () => serverOf(cluster))
  const random = createRandom(seed)
  const crew: Crew = {
    caller: createCaller(fleet.urls, random.fork()),
    town: await surveyTown(fleet.control),
    refused: () => {}, // by the rules of the register, which are not at trial here
    tried: new Map(),
  }
  await fleet.control.faults(troubled)
  const caseworkers = startCaseworkers(crew, random.fork(), LANES)
  const someone = crew.town.find(random.fork(), ({ birthDate }) => birthDate < '20000101')
  if (!someone) throw new Error('nobody lives in the town')
  const pulse = startPulse(crew.caller, someone.pnr)
  return {
    fleet,
    crew,
    pulse,
    told: caseworkers.told,
    async close() {
      await Promise.all([caseworkers.stop(), pulse.stop()])
      await fleet.control.faults({})
    },
  }
}

/** A database that is somebody else's to start and to stop. */
function serverOf({ databaseUrl }: Cluster): Fleet['server'] {
  return {
    url: databaseUrl,
    killBackend: () => Promise.resolve(false),
    member: {
      name: 'cluster',
      kind: 'database',
      falls: [],
      isUp: () => true,
      whenUp: () => Promise.resolve(),
      kill: () => Promise.resolve(),
      freeze() {},
      thaw() {},
      stop: () => Promise.resolve(),
      drop() {},
    },
  }
}
