import { createHash } from 'node:crypto'

import { createClient, developmentProfile, type Poster } from '@sagsgang/gctp'
import { demoUser } from '@sagsgang/register'
import { Kysely, PostgresDialect, type PostgresPool } from 'kysely'

import { createAuditor } from '../audit/record.ts'
import { createClock } from '../clock.ts'
import type { Database } from '../database/schema.ts'
import { describeError } from '../describe-error.ts'
import type { Chance, Timers } from '../edges.ts'
import type { EffectDeps } from '../effects/deps.ts'
import { createHandlers } from '../effects/handlers.ts'
import { createEngine, type EngineOptions } from '../engine/engine.ts'
import type { Hints } from '../engine/hints.ts'
import type { Engine } from '../engine/ports.ts'
import { createRegisterPort } from '../register-client/register-port.ts'
import { createSignOnBook } from '../register-client/sign-on-book.ts'
import type { Random } from '../storm/random.ts'
import { createStoreGuard } from '../submission-log/store-guard.ts'
import type { SubmissionLog } from '../submission-log/submission-log.ts'
import { createWall, type Wall } from '../wall.ts'
import type { Life } from './life.ts'
import type { Twin } from './run.ts'
import type { Scheduler } from './scheduler.ts'

/** What one run of a process stands on, all of it the simulation's. */
export interface Footing {
  readonly life: Life
  readonly workers: EngineOptions['workers']
  readonly scheduler: Scheduler
  readonly random: Random
  readonly pool: PostgresPool
  readonly poster: Poster
  readonly submissionLog: SubmissionLog
  readonly hints: Hints
  /** How far its own clock is off, and how far the register's is ahead. */
  readonly skewMs: number
  readonly offset: () => number
  readonly say: (text: string) => void
  readonly onCompared: Parameters<typeof createStoreGuard>[0]['onCompared']
  /** How often the server has begun. */
  readonly starts: () => number
  readonly twin: Twin | undefined
}

export interface Product {
  readonly engine: Engine
  readonly deps: EffectDeps
  start(): Promise<void>
}

const GUARD_MS = 5_000

/** In the order of `main`: nothing is sent before the submission log has been compared with the store. */
async function start(
  { life, scheduler, workers, say, starts }: Footing,
  { engine, deps }: Pick<Product, 'engine' | 'deps'>,
): Promise<void> {
  if (workers !== 'none') {
    let compared = starts()
    await deps.storeGuard.look()
    const look = async () => {
      const looksAt = starts()
      await deps.storeGuard.look()
      compared = looksAt
    }
    const tellWhy = (error: unknown) => say(JSON.stringify(describeError(error)))
    // Another server may have forgotten what this process sent, whatever the queue holds.
    const isNeeded = () => compared !== starts()
    scheduler.every(life, GUARD_MS, () => void look().catch(tellWhy), isNeeded)
  }
  await engine.start()
}

const SETTLE_SECONDS = 900
const digested = (password: Buffer, salt: Buffer) =>
  Promise.resolve(createHash('sha256').update(salt).update(password).digest())
const auditKey = Buffer.alloc(32, 'simulation')

/** The product as `main` puts it together, on ports that can die. */
export function createProcess(footing: Footing): Product {
  const { life, scheduler, twin = { name: 'itself' } } = footing
  const effectDeps = depsOn(footing)
  const deps = twin.effectDeps?.(effectDeps) ?? effectDeps
  const made = createHandlers(deps)
  const log = logOf(footing)
  const options: EngineOptions = {
    db: deps.db,
    clock: deps.clock,
    timers: timersOf(life, scheduler),
    chance: deps.chance,
    handlers: twin.handlers?.(made) ?? made,
    auditor: deps.auditor,
    hints: footing.hints,
    log,
    settleSeconds: deps.settleSeconds,
    workers: footing.workers,
  }
  const engine = createEngine(twin.engineOptions?.(options) ?? options)
  const product = { engine: twin.engine?.(engine) ?? engine, deps }
  return { ...product, start: () => start(footing, product) }
}

function depsOn(footing: Footing): EffectDeps {
  const { pool, poster, scheduler, submissionLog, random } = footing
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  const wall = wallOf(footing)
  const clock = createClock(footing.offset, wall.now)
  const chance = chanceOf(random)
  const timers = timersOf(footing.life, scheduler)
  const auditor = createAuditor(auditKey, clock.realNow)
  const client = createClient({
    url: 'http://register.invalid/',
    user: demoUser,
    password: 'Hemmelig-1',
    poster,
    now: scheduler.now,
    onDate: wall.heard,
    signOnBook: createSignOnBook({ db, timers, chance, user: demoUser, derive: digested }),
  })
  return {
    db,
    port: createRegisterPort({ db, client, auditor, clock }),
    auditor,
    submissionLog,
    storeGuard: createStoreGuard({
      db,
      submissionLog,
      auditor,
      clock,
      onCompared: footing.onCompared,
    }),
    clock,
    chance,
    profile: developmentProfile,
    settleSeconds: SETTLE_SECONDS,
  }
}

function wallOf({ scheduler, skewMs }: Footing): Wall {
  return createWall({ monotonic: scheduler.now, machine: () => scheduler.now() + skewMs })
}

function timersOf(life: Life, scheduler: Scheduler): Timers {
  return {
    monotonic: scheduler.now,
    wait: (milliseconds) => scheduler.wait(life, milliseconds, 'waited'),
    every: (milliseconds, run) => scheduler.every(life, milliseconds, run),
  }
}

/** Ids as long as real ones, in their form. */
export function chanceOf(random: Random): Chance {
  const digits = (count: number) =>
    Array.from({ length: count }, () => random.below(16).toString(16)).join('')
  const newId = () => [8, 4, 4, 4, 12].map(digits).join('-')
  return { random: () => random.next(), newId }
}

function logOf({ say }: Footing): EngineOptions['log'] {
  const line = (...said: readonly unknown[]) => say(JSON.stringify(said))
  return { info: line, warn: line, error: line }
}
