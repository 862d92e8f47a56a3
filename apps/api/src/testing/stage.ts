import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'

import { textOf } from '@sagsgang/events'
import type { Release } from '@sagsgang/machines'
import { afterEach, expect } from 'vitest'

import { canonicalJson } from '../audit/canonical-json.ts'
import { createAuditor } from '../audit/record.ts'
import { createClock } from '../clock.ts'
import { realChance, realTimers } from '../edges.ts'
import { findCase } from '../engine/case-row.ts'
import { createEngine, type EngineOptions } from '../engine/engine.ts'
import { createHints } from '../engine/hints.ts'
import type { Actor, Answer, EffectHandlers, Engine, Handled, StoredCase } from '../engine/ports.ts'
import { replay } from '../engine/replay.ts'
import { resetCases } from '../engine/reset-cases.ts'
import type { TestDatabase } from './database.ts'

/** An engine on a real database, in a world that answers as the test says and says yes to everything else. */
export interface Stage {
  readonly engine: Engine
  readonly opened: (pnr?: string) => Promise<StoredCase>
  readonly send: (caseId: string, type: 'submit' | 'resume') => Promise<StoredCase>
  readonly get: (caseId: string) => Promise<StoredCase>
  /** The case once `holds` is true of it. */
  readonly until: (caseId: string, holds: (stored: StoredCase) => boolean) => Promise<StoredCase>
  readonly stop: () => Promise<void>
}

export const caseworker: Actor = {
  user: 'caseworker',
  name: 'Sagsbehandler',
  role: 'caseworker',
  authority: '0851',
}

// A fictitious number: nobody looks it up here.
const PNR = '0101010101'

export const answer = (value: Answer): Promise<Handled> =>
  Promise.resolve({ type: 'answer', answer: value })

const yes = (value: Answer) => () => answer(value)
const dialogue = { service: 'NAVNG-I', keys: {}, authority: '0851', timestamp: '1' }

export const agreeable: EffectHandlers = {
  check: (_trx, { case: { snapshot } }) =>
    Promise.resolve({
      type: 'checked',
      findings: [],
      reportOn: null,
      insteadOf: null,
      reports: 1,
      persons: [{ role: 'person', pnr: textOf(snapshot.context.data, 'personnummer') }],
    }),
  lookUp: yes({ type: 'lookedUp' }),
  initiate: yes({ type: 'initiated', dialogue }),
  validate: yes({ type: 'validated' }),
  save: yes({ type: 'saved', output: {}, persons: [], acceptedOn: '20261123' }),
  readBack: yes({ type: 'absent', resend: true }),
  pollQueue: yes({ type: 'stillQueued' }),
  offer: () =>
    Promise.resolve({ type: 'offered', followOns: [], deadlines: [], offersUntil: '20261223' }),
  verify: yes({ type: 'verified', differences: [] }),
  plan: yes({ type: 'planned', steps: [] }),
  verifyUndo: yes({ type: 'verified', differences: [] }),
}

export interface StageOptions {
  readonly handlers?: Partial<EffectHandlers>
  readonly workers?: EngineOptions['workers']
  /** Of the machines; that of the package where it is not said. */
  readonly release?: Release
  /** Milliseconds that the register's clock is ahead. */
  readonly offset?: () => number
  /** Whatever else the engine is to stand on. */
  readonly engine?: Partial<EngineOptions>
}

export async function setStage(database: TestDatabase, options: StageOptions = {}): Promise<Stage> {
  const db = database.db()
  const clock = createClock(options.offset ?? (() => 0))
  const hints = createHints(db, database.connected().options)
  const engine = createEngine({
    db,
    clock,
    timers: realTimers,
    chance: realChance,
    hints,
    handlers: { ...agreeable, ...options.handlers },
    auditor: createAuditor(new Uint8Array(32), clock.realNow),
    log: { info: () => {}, warn: () => {}, error: () => {} },
    settleSeconds: 900,
    workers: options.workers ?? 'alone',
    ...(options.release && { release: options.release }),
    ...options.engine,
  })
  await engine.start()
  const get = async (caseId: string) => {
    const stored = await findCase(db, caseId)
    if (!stored) throw new Error(`no case ${caseId}`)
    return stored
  }
  return {
    engine,
    get,
    opened: (pnr = PNR) => openCase(engine, pnr),
    send: (caseId, type) => send(engine, caseId, type),
    until: (caseId, holds) => until(() => get(caseId), holds),
    stop: async () => {
      await engine.stop()
      await hints.close()
    },
  }
}

async function openCase(engine: Engine, pnr: string): Promise<StoredCase> {
  const data = { personnummer: pnr, authority: '0851' }
  const order = { event: 'naming', data, purpose: 'anmeldt navn til barnet', actor: caseworker }
  const stepped = await engine.open({ ...order, idempotencyKey: randomUUID() })
  if (stepped.type === 'refused') throw new Error(stepped.reason)
  return stepped.case
}

async function send(
  engine: Engine,
  caseId: string,
  type: 'submit' | 'resume',
): Promise<StoredCase> {
  const command = { caseId, message: { type }, actor: caseworker } as const
  const stepped = await engine.send({ ...command, expectedVersion: null, idempotencyKey: null })
  if (stepped.type === 'refused') throw new Error(stepped.reason)
  return stepped.case
}

const LONGEST_MS = 15_000

export async function until<T>(look: () => Promise<T>, holds: (found: T) => boolean): Promise<T> {
  const deadline = performance.now() + LONGEST_MS
  for (;;) {
    const found = await look()
    if (holds(found)) return found
    if (performance.now() > deadline) throw new Error(`did not come about: ${brief(found)}`)
    await wait(10)
  }
}

function brief(found: unknown): string {
  return canonicalJson(found).slice(0, 2_000)
}

/** What a case still waits for, as the queue has it. */
export function openEffects(database: TestDatabase, caseId: string) {
  return database
    .db()
    .selectFrom('effects')
    .select(['type', 'attempts', 'last_failure'])
    .where('case_id', '=', caseId)
    .where('state', '=', 'open')
    .execute()
}

/** Every case is where its journal leaves it, and no journal has a gap. */
export async function findStray(database: TestDatabase): Promise<readonly string[]> {
  const db = database.db()
  const cases = await db.selectFrom('cases').selectAll().execute()
  const strays: string[] = []
  for (const { id, snapshot, version } of cases) {
    const entries = await db
      .selectFrom('journal')
      .select('seq')
      .where('case_id', '=', id)
      .orderBy('seq')
      .execute()
    const isWhole =
      entries.length === version && entries.every(({ seq }, index) => seq === index + 1)
    const replayed = await replay(db, id, null)
    if (!isWhole || canonicalJson(replayed) !== canonicalJson(snapshot)) strays.push(id)
  }
  return strays
}

/** Stages for a test, struck when it is over; whatever it did, every case stands where its journal leaves it. */
export function withStages(database: TestDatabase): (options: StageOptions) => Promise<Stage> {
  const stages: Stage[] = []
  afterEach(async () => {
    // Only what rests can be compared: a case on the move is ahead of the journal read a moment before.
    await Promise.all(stages.splice(0).map((stage) => stage.stop()))
    const strays = await findStray(database)
    await resetCases(database.db())
    expect(strays).toEqual([])
  })
  return async (options) => {
    const stage = await setStage(database, options)
    stages.push(stage)
    return stage
  }
}
