import { randomUUID } from 'node:crypto'

import type { Kysely } from 'kysely'
import { afterAll, beforeAll } from 'vitest'

import type { Auditor } from '../audit/record.ts'
import type { CaseView } from '../case-view.ts'
import type { Database } from '../database/schema.ts'
import type { DriftBook } from '../drift/drift-book.ts'
import { realTimers } from '../edges.ts'
import type { Clock, Engine } from '../engine/ports.ts'
import { createServer } from '../http/server.ts'
import { modelledPrices } from '../metering/price-list.ts'
import { createPlanner } from '../planning/planner.ts'
import { waitFor } from '../procedures/wait-for.ts'
import type { RegisterPort } from '../register-client/register-port.ts'
import { startResumer } from '../stuck/resumer.ts'
import { createWorld } from './world.ts'

/** Everything, real and running: a database, the register over HTTP, the engine and the api. */
export interface System {
  readonly origin: string
  readonly registerUrl: string
  readonly db: Kysely<Database>
  readonly engine: Engine
  readonly drift: DriftBook
  readonly clock: Clock
  readonly port: RegisterPort
  readonly auditor: Auditor
  /** For tests that carry ordered runs on themselves. */
  readonly stopResumer: () => Promise<void>
  readonly stop: () => Promise<void>
}

const log = {
  info: () => {},
  warn: () => {},
  error: (details: object) => void process.stderr.write(`${JSON.stringify(details)}\n`),
}

async function startSystem(): Promise<System> {
  const world = await createWorld(log)
  const { deps, engine, drift, hints, registerUrl } = world
  const { db, clock, auditor, port } = deps
  const server = await createServer({
    db,
    clock,
    auditor,
    hints,
    log,
    engine,
    register: port,
    planner: createPlanner(deps),
    prices: modelledPrices,
    authMode: 'demo',
    host: '127.0.0.1',
    adminDirectory: null,
    isReady: async () => true,
  })
  const origin = await server.listen({ host: '127.0.0.1', port: 0 })
  const resumer = startResumer({ ...deps, engine, timers: realTimers, log })
  const stop = async () => {
    await resumer.stop()
    await server.close()
    await world.close()
  }
  const stopResumer = () => resumer.stop()
  return { origin, registerUrl, db, engine, drift, clock, port, auditor, stopResumer, stop }
}

/** One system for a test file, gone when the file is done. */
export function withSystem(): () => System {
  let system: System | undefined
  beforeAll(async () => {
    system = await startSystem()
  }, 60_000)
  afterAll(() => system?.stop(), 30_000)
  return () => {
    if (system === undefined) throw new Error('the system is there from beforeAll on')
    return system
  }
}

export interface Answered {
  readonly status: number
  // oxlint-disable-next-line typescript/no-explicit-any -- whatever came over the wire, for a test to look at
  readonly body: any
}

/** A call as anybody with a network would make it. */
export async function call(
  { origin }: System,
  procedure: string,
  input: unknown,
  user: string | null = 'caseworker',
): Promise<Answered> {
  const response = await fetch(`${origin}/trpc/${procedure}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(user !== null && { authorization: `Bearer demo:${user}` }),
    },
    body: input === undefined ? null : JSON.stringify(input),
  })
  return { status: response.status, body: await response.json() }
}

/** What a call answers when all is well. */
// oxlint-disable-next-line typescript/no-explicit-any -- whatever came over the wire, for a test to look at
export async function ask(...order: Parameters<typeof call>): Promise<any> {
  const { status, body } = await call(...order)
  if (status !== 200) throw new Error(`${order[1]} answered ${status}: ${JSON.stringify(body)}`)
  return body.result.data
}

/** The code and the word of a refusal. */
export async function refusal(...order: Parameters<typeof call>): Promise<readonly string[]> {
  const { body } = await call(...order)
  return [body.error?.data.code, body.error?.data.reason]
}

export const key = () => randomUUID()

export async function command(
  system: System,
  seen: CaseView,
  order: { readonly type: string; readonly [name: string]: unknown },
  user = 'caseworker',
): Promise<CaseView> {
  const { caseId, version: expectedVersion } = seen
  const input = { caseId, expectedVersion, idempotencyKey: key(), command: order }
  return ask(system, 'cases.command', input, user)
}

/** The case once it has one of these statuses. */
export async function reached(
  system: System,
  caseId: string,
  statuses: readonly string[],
  user = 'caseworker',
): Promise<CaseView> {
  const found = await waitFor<CaseView>(async () => {
    const view: CaseView = await ask(system, 'cases.get', { caseId }, user)
    return statuses.includes(view.status) && !isReleasing(view) ? view : undefined
  }, 8000)
  if (found !== undefined) return found
  const view: CaseView = await ask(system, 'cases.get', { caseId }, user)
  const rules = view.findings.map(({ rule }) => rule).join()
  throw new Error(`the case is ${view.status} and not ${statuses.join()}: ${rules}`)
}

/** Those who held still for an undo are being told to go on: until then no other one is taken. */
const isReleasing = ({ effects }: CaseView): boolean =>
  effects.some(({ type }) => type === 'release')

/** A draft that gives somebody an addressing name: the shortest of all cases. */
export function draftName(system: System, data: object, user = 'caseworker'): Promise<CaseView> {
  const order = { event: 'addressing-name', data, purpose: 'Anmeldelse modtaget' }
  return ask(system, 'cases.open', { ...order, idempotencyKey: key() }, user)
}

/** An addressing name submitted, where it has come to rest. */
export async function reportName(
  system: System,
  personnummer: string,
  addressingName: string,
): Promise<CaseView> {
  const startDate = system.clock.today()
  const data = { personnummer, addressingName, startDate, authority: '0851' }
  const drafted = await draftName(system, data)
  await command(system, drafted, { type: 'submit' })
  return reached(system, drafted.caseId, ['confirming', 'completed'])
}
