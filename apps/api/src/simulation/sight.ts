import type { WireRegister } from '@sagsgang/register'
import { Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely'

import type { Database } from '../database/schema.ts'
import type { Weather } from './ground.ts'
import type { House } from './house.ts'
import type { Life } from './life.ts'
import type { QueueBook } from './queue-book.ts'
import type { Acknowledged, CarriedSave, Decision, Sight } from './run.ts'
import type { Scheduler } from './scheduler.ts'
import type { Store } from './store.ts'
import type { Carried } from './wire.ts'

/** Whoever sees everything, and the book it is written down in. */
export interface Witness {
  readonly sight: Sight
  readonly carried: Carried[]
  readonly acknowledged: Told[]
  readonly decisions: Decision[]
  readonly others: Map<string, string>
  failovers: number
  /** Settles when this run of a process is over. */
  untilDead(life: Life): Promise<'dead'>
  onDeath(life: Life): void
}

/** What somebody was told is done, and up to which commit. */
type Told = { -readonly [Member in keyof Acknowledged]: Acknowledged[Member] } & {
  readonly commit: number
}

export interface WitnessParts {
  readonly seed: number
  readonly scheduler: Scheduler
  readonly store: Store
  readonly queue: QueueBook['effects']
  readonly register: WireRegister
  readonly house: House
  readonly weather: Weather
}

export function createSight(parts: WitnessParts): Witness {
  const { seed, scheduler, store, queue, register, house, weather } = parts
  const carried: Carried[] = []
  const acknowledged: Told[] = []
  const decisions: Decision[] = []
  const others = new Map<string, string>()
  const book = { failovers: 0 }
  const sight: Sight = {
    seed,
    get now() {
      return new Date(scheduler.now())
    },
    get registerNow() {
      return new Date(register.store.clock.now())
    },
    query: (text, values = []) => store.look(text, values),
    db: lookingDb(store),
    queue,
    register,
    get saves() {
      return savesIn(carried, register)
    },
    calls: carried,
    acknowledged,
    decisions,
    others,
    get processes() {
      return house.sights()
    },
    get failovers() {
      return book.failovers
    },
    get isStormy() {
      return weather.isStormy
    },
  }
  return Object.assign(book, {
    sight,
    carried,
    acknowledged,
    decisions,
    others,
    ...createMourning(),
  })
}

/** Whoever waits for an answer of somebody who dies is told so. */
function createMourning(): Pick<Witness, 'untilDead' | 'onDeath'> {
  const mourners = new Map<Life, (() => void)[]>()
  return {
    untilDead: (life) =>
      new Promise((resolve) => {
        mourners.set(life, [...(mourners.get(life) ?? []), () => resolve('dead')])
      }),
    onDeath(life) {
      for (const tell of mourners.get(life) ?? []) tell()
      mourners.delete(life)
    },
  }
}

/** A conversation is carried out once at most: whatever the register did in it, this save made it do. */
function savesIn(carried: readonly Carried[], register: WireRegister): readonly CarriedSave[] {
  const saves = carried.filter((call) => call.requestHash !== null)
  if (saves.length === 0) return []
  const applied = Map.groupBy(register.store.applied(), ({ dialogue }) => dialogue)
  return saves.flatMap(({ requestHash, ...call }) => {
    if (requestHash === null) return []
    const dates = (applied.get(call.dialogue) ?? []).map(({ at }) => new Date(at))
    return [{ ...call, requestHash, applied: dates }]
  })
}

/** For those who only look: no turn is waited for, and nothing may be changed. */
function lookingDb(store: Store): Kysely<Database> {
  const query = async (text: string, values: readonly unknown[] = []) => {
    const isOwn = /^(begin|commit|rollback)/u.test(text)
    const rows = isOwn ? [] : await store.look(text, values)
    return { command: 'SELECT', rowCount: rows.length, rows }
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- cursors are the other overload, and nobody uses them
  const client = { query, release: () => {} } as unknown as PostgresPoolClient
  const pool = { options: {}, connect: () => Promise.resolve(client), end: () => Promise.resolve() }
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
}
