import type { ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { z } from 'zod'

import { connect } from '../database/connect.ts'
import { copyCase } from './copy-case.ts'
import { freePort } from './postgres-server.ts'
import { type ProductPorts, startProductProcess } from './product-process.ts'

interface Restarts {
  /** Milliseconds from being started until all answered, with the few cases that every store begins with. */
  readonly few: number
  /** The same with so many open cases more. */
  readonly many: number
}

/** How long the product takes to be back after it was killed at work. */
export async function measureRestarts(openCases: number): Promise<Restarts> {
  const directory = mkdtempSync(join(tmpdir(), 'sagsgang-restart-'))
  chmodSync(directory, 0o755) // the database's own user must be able to enter
  const ports = { api: await freePort(), register: await freePort() }
  const first = await startProductProcess(directory, ports)
  const [second, few] = await restart(first, directory, ports)
  const caseId = await openWaiting(ports)
  await multiply(directory, caseId, openCases)
  // Work is under way when it happens.
  await put(ports.register, { closed: false })
  await wait(300)
  const [third, many] = await restart(second, directory, ports)
  third.kill('SIGTERM')
  await once(third, 'exit')
  rmSync(directory, { recursive: true, force: true })
  return { few, many }
}

async function multiply(directory: string, caseId: string, count: number): Promise<void> {
  const host = join(directory, 'postgres/sockets')
  const { db } = await connect({ host, user: 'sagsgang', database: 'postgres' }, () => {})
  await copyCase(db, caseId, count)
  await db.destroy()
}

async function restart(
  child: ChildProcess,
  directory: string,
  ports: ProductPorts,
): Promise<[ChildProcess, number]> {
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
  const started = performance.now()
  const next = await startProductProcess(directory, ports)
  return [next, performance.now() - started]
}

/** A case whose lookup waits for a register that is closed. */
async function openWaiting({ api, register }: ProductPorts): Promise<string> {
  await put(register, { closed: true })
  const data = { personnummer: '0709614096', addressingName: 'Anne', authority: '0851' }
  const order = { event: 'addressing-name', data, purpose: 'Anmeldelse modtaget' }
  const { caseId } = await ask(api, 'cases.open', { ...order, idempotencyKey: randomUUID() })
  const command = { type: 'submit' }
  const input = { caseId, expectedVersion: 1, idempotencyKey: randomUUID(), command }
  await ask(api, 'cases.command', input)
  return caseId
}

const answered = z.object({ result: z.object({ data: z.object({ caseId: z.string() }) }) })

async function ask(port: number, procedure: string, input: object) {
  const response = await fetch(`http://127.0.0.1:${port}/trpc/${procedure}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer demo:caseworker' },
    body: JSON.stringify(input),
  })
  return answered.parse(await response.json()).result.data
}

async function put(port: number, faults: object): Promise<void> {
  await fetch(`http://127.0.0.1:${port}/control/faults`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(faults),
  })
}
