import { join } from 'node:path'

import { developmentProfile, findService } from '@sagsgang/gctp'
import type { Logger } from 'pino'

import { loadAuditKey } from '../audit/key.ts'
import { createAuditor } from '../audit/record.ts'
import { createClock } from '../clock.ts'
import type { Config } from '../config.ts'
import { takesWrites } from '../database/takes-writes.ts'
import { describeError } from '../describe-error.ts'
import { createDriftBook } from '../drift/drift-book.ts'
import { realChance, realTimers } from '../edges.ts'
import type { EffectDeps } from '../effects/deps.ts'
import { createHandlers } from '../effects/handlers.ts'
import { createEngine } from '../engine/engine.ts'
import { createHints, type Hints } from '../engine/hints.ts'
import type { Engine } from '../engine/ports.ts'
import { resetCases } from '../engine/reset-cases.ts'
import { createServer } from '../http/server.ts'
import { verifyAtStart } from '../invariants/verify-at-start.ts'
import { loadPriceList } from '../metering/price-list.ts'
import { createPlanner } from '../planning/planner.ts'
import { createOpening } from '../register-client/opening.ts'
import { createRegisterPort } from '../register-client/register-port.ts'
import { seedEmptyStore } from '../seeding/seed.ts'
import { startResumer } from '../stuck/resumer.ts'
import { createWall } from '../wall.ts'
import { prepareDataDirectory } from './data-directory.ts'
import { type OpenDatabase, openDatabase } from './open-database.ts'
import { openRegisterClients } from './open-register-clients.ts'
import { type OpenRegister, openRegister } from './open-register.ts'
import { openSubmissionLog } from './open-submission-log.ts'
import type { Parts } from './parts.ts'
import { portRefusal, refuseTakenPort } from './taken-port.ts'

export interface Started {
  /** Where the api answers; null in a process that only works. */
  readonly url: string | null
  /** Settles when the embedded database has ended. */
  readonly databaseEnded: Promise<void>
}

// A start is busy enough with those who waited for it.
const VERIFY_AFTER_MS = 1_000
const ADMIN_DIRECTORY = join(import.meta.dirname, '../../../admin/dist')

/** Builds everything and starts it, part by part; whoever gave the parts stops them, also when a later one fails. */
export async function start(config: Config, log: Logger, parts: Parts): Promise<Started> {
  prepareDataDirectory(config.dataDirectory)
  if (config.role !== 'worker') await refuseTakenPort(config.host, config.port)
  // The server ends its connections when it stops, and then nothing is lost.
  const onLost = (error: Error) => {
    if (!parts.isStopping()) log.warn({ code: codeOf(error) }, 'connection lost')
  }
  const database = await openDatabase(config, onLost, parts.add)
  const register = await openRegister(config, () => resetCases(database.db), parts.add)
  const hints = createHints(database.db, database.options)
  parts.add({ name: 'hints', stop: () => hints.close() })
  const effects = await openEffects(config, { database, register, log, parts })
  const { effectDeps } = effects
  const engine = await startEngine(config, { database, ...effects, hints, log, parts })
  if (config.role !== 'api') {
    const { stop: stopResuming } = startResumer({
      ...effects.workDeps,
      engine,
      timers: realTimers,
      log,
    })
    parts.add({ name: 'resumer', stop: stopResuming })
  }
  if (config.role === 'all' && register.control !== null) {
    const onFailure = (error: unknown) => log.error(describeError(error), 'a case was not seeded')
    const mark = config.databaseUrl === null ? join(config.dataDirectory, 'seeding') : null
    const seeds = { ...effectDeps, engine, registerUrl: register.control, onFailure }
    await seedEmptyStore(seeds, mark)
  }
  const url =
    config.role === 'worker'
      ? null
      : await serve(config, { database, effectDeps, hints, engine, log, parts })
  const stop = verifyAtStart({ db: database.db, log, delayMs: VERIFY_AFTER_MS })
  parts.add({ name: 'verification', stop })
  return {
    url,
    databaseEnded: database.embedded?.ended ?? new Promise(() => {}),
  }
}

interface Standing {
  readonly database: OpenDatabase
  readonly parts: Parts
}

interface Effects {
  /** For what people ask for. */
  readonly effectDeps: EffectDeps
  /** For the workers, on their own connections. */
  readonly workDeps: EffectDeps
}

interface Opening extends Standing {
  readonly register: OpenRegister
  readonly log: Logger
}

async function openEffects(
  config: Config,
  { database: { db, work }, register, log, parts }: Opening,
): Promise<Effects> {
  const { monotonic } = realTimers
  const onApart = (seconds: number) => log.warn({ seconds }, 'the clock of this machine is wrong')
  const wall = createWall({ monotonic, machine: Date.now, onApart })
  const clock = createClock(register.offset, wall.now)
  const auditor = createAuditor(await loadAuditKey(db, config), clock.realNow)
  const profile = developmentProfile
  const drift = createDriftBook({ db, clock, timers: realTimers, profile, findService, log })
  parts.add({ name: 'drift', stop: drift.stop })
  const heard = { onDate: wall.heard, onReply: drift.told }
  const standing = { db: work, url: register.url, auditor, clock, log, parts, ...heard }
  const clients = await openRegisterClients(config, standing)
  const submitting = await openSubmissionLog(config, { db: work, auditor, clock, log, parts })
  const depsOn = (connections: OpenDatabase['db']): EffectDeps => ({
    db: connections,
    port: createRegisterPort({ db: connections, ...clients, auditor, clock }),
    auditor,
    ...submitting,
    clock,
    chance: realChance,
    profile,
    settleSeconds: SETTLE_SECONDS,
  })
  return { effectDeps: depsOn(db), workDeps: depsOn(work) }
}

// Longer than the register has ever been said to take: a shorter time would take a late save for an absent one.
const SETTLE_SECONDS = 900

interface Working extends Standing {
  readonly effectDeps: EffectDeps
  readonly hints: Hints
  readonly log: Logger
}

async function startEngine(
  { role, databaseUrl, lookUpsPerDay }: Config,
  { database: { db, work }, effectDeps, workDeps, hints, log, parts }: Working & Effects,
): Promise<Engine> {
  const { clock, auditor, settleSeconds } = effectDeps
  const handlers = createHandlers(workDeps)
  const isAlone = role === 'all' && databaseUrl === null
  const workers = role === 'api' ? 'none' : isAlone ? 'alone' : 'some'
  const engine = createEngine({
    db,
    work,
    clock,
    timers: realTimers,
    chance: realChance,
    handlers,
    auditor,
    hints,
    log,
    settleSeconds,
    lookUpsPerDay,
    isRegisterOpen: createOpening(developmentProfile.openingHours, clock),
    workers,
  })
  await engine.start()
  parts.add({ name: 'engine', stop: () => engine.stop() })
  return engine
}

async function serve(
  { host, port, authMode, priceListFile }: Config,
  {
    database: { db },
    effectDeps,
    hints,
    engine,
    log,
    parts,
  }: Working & { readonly engine: Engine },
): Promise<string> {
  const { clock, auditor, port: register } = effectDeps
  const server = await createServer({
    db,
    hints,
    engine,
    clock,
    auditor,
    register,
    authMode,
    host,
    log,
    planner: createPlanner(effectDeps),
    prices: loadPriceList(priceListFile),
    adminDirectory: ADMIN_DIRECTORY,
    isReady: () => takesWrites(db),
  })
  parts.add({ name: 'server', stop: () => server.close() })
  return server.listen({ host, port }).catch((error: unknown) => {
    throw portRefusal(error, 'PORT', port)
  })
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
