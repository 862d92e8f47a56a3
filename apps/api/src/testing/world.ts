import { createClient, developmentProfile, findService, type Profile } from '@sagsgang/gctp'
import { createRegister, demoUser } from '@sagsgang/register'
import type { BareRegister } from '@sagsgang/register'
import { afterAll, beforeAll, beforeEach, vi } from 'vitest'

import { createAuditor } from '../audit/record.ts'
import { createClock } from '../clock.ts'
import { createDriftBook, type DriftBook } from '../drift/drift-book.ts'
import { realChance, realTimers } from '../edges.ts'
import type { EffectDeps } from '../effects/deps.ts'
import { createHandlers } from '../effects/handlers.ts'
import type { EngineDeps } from '../engine/engine-deps.ts'
import { createEngine } from '../engine/engine.ts'
import { createHints, type Hints } from '../engine/hints.ts'
import { resetCases } from '../engine/reset-cases.ts'
import { createRegisterPort } from '../register-client/register-port.ts'
import { createSignOnBook } from '../register-client/sign-on-book.ts'
import { openFileLog } from '../submission-log/file-log.ts'
import { createStoreGuard } from '../submission-log/store-guard.ts'
import { openTestDatabase, type TestStore } from './database.ts'

/** The engine with the development register, both real: a case is reported, and the register tells what became of it. */
export interface World {
  readonly deps: EffectDeps
  readonly engine: ReturnType<typeof createEngine>
  readonly drift: DriftBook
  readonly hints: Hints
  /** Where the register listens. */
  readonly registerUrl: string
  /** The same register, to look inside. */
  readonly bare: BareRegister
  /** A control address of the register. */
  readonly control: <T>(path: string) => Promise<T>
  readonly put: (path: string, body: object) => Promise<void>
  /** Moves the register's clock, which is the engine's too. */
  advance(by: { readonly days?: number; readonly seconds?: number }): Promise<void>
  close(): Promise<void>
}

type Log = EngineDeps['log']
type DevelopmentRegister = Awaited<ReturnType<typeof createRegister>>

const settleSeconds = 900

const silent: Log = { info: () => {}, warn: () => {}, error: () => {} }

async function depsFor(
  { connected, directory }: Pick<TestStore, 'connected' | 'directory'>,
  register: DevelopmentRegister,
  log: Log,
  profile: Profile,
) {
  const { db } = connected
  const clock = createClock(() => register.offset())
  const auditor = createAuditor(Buffer.alloc(32, 'test'), clock.realNow)
  const drift = createDriftBook({ db, clock, timers: realTimers, profile, findService, log })
  const client = createClient({
    url: register.url,
    user: demoUser,
    password: 'Hemmelig-1',
    profile,
    signOnBook: createSignOnBook({ db, timers: realTimers, chance: realChance, user: demoUser }),
    onReply: drift.told,
  })
  const port = createRegisterPort({ db, client, auditor, clock })
  const process = { id: realChance.newId(), now: clock.realNow() }
  const submissionLog = await openFileLog(directory, process)
  const storeGuard = createStoreGuard({ db, submissionLog, auditor, clock, onCompared: () => {} })
  const deps: EffectDeps = {
    db,
    port,
    auditor,
    submissionLog,
    storeGuard,
    clock,
    chance: realChance,
    profile,
    settleSeconds,
  }
  return { client, deps, drift }
}

/** Closing it leaves the store and the register as they are: another world may go on with them. */
export async function createWorldOn(
  store: TestStore,
  register: DevelopmentRegister,
  log: Log = silent,
  profile: Profile = developmentProfile,
): Promise<World> {
  const { db, options } = store.connected
  const { deps, client, drift } = await depsFor(store, register, log, profile)
  const hints = createHints(db, options)
  const handlers = createHandlers(deps)
  const engine = createEngine({
    ...deps,
    timers: realTimers,
    hints,
    handlers,
    log,
    workers: 'alone',
  })
  await deps.storeGuard.look()
  await engine.start()
  const { control, put } = controlOf(register.origin)
  return {
    deps,
    engine,
    drift,
    hints,
    registerUrl: register.origin,
    bare: register.bare,
    control,
    put,
    async advance({ days = 0, seconds = 0 }) {
      await put('clock', { advance: { days, seconds } })
      engine.wake()
    },
    async close() {
      await engine.stop()
      await hints.close()
      await client.close()
      await drift.stop()
      await deps.submissionLog.close()
    },
  }
}

export async function createWorld(log: Log = silent): Promise<World> {
  const store = await openTestDatabase()
  const onReset = () => resetCases(store.connected.db)
  const register = await createRegister({ dataDirectory: null, population: 200, port: 0, onReset })
  const world = await createWorldOn(store, register, log)
  return {
    ...world,
    async close() {
      await world.close()
      await register.close()
      await store.stop()
    },
  }
}

function controlOf(origin: string) {
  return {
    put: async (path: string, body: object): Promise<void> => {
      const headers = { 'content-type': 'application/json' }
      const order = { method: 'PUT', headers, body: JSON.stringify(body) }
      const answer = await fetch(`${origin}/control/${path}`, order)
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
    },
    control: async <T>(path: string): Promise<T> => {
      const answer = await fetch(`${origin}/control/${path}`)
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the caller knows what the address shows
      return (await answer.json()) as T
    },
  }
}

/** One world per test file; faults are over before each test. */
export function withWorld(): () => World {
  vi.setConfig({ testTimeout: 30_000 })
  let world: World | undefined
  beforeAll(async () => {
    world = await createWorld()
  }, 60_000)
  afterAll(() => world?.close())
  beforeEach(() => world?.put('faults', {}))
  return () => {
    if (!world) throw new Error('the world is there from beforeAll on')
    return world
  }
}
