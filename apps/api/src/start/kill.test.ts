import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'

import { until } from '../testing/stage.ts'

/** The product as somebody starts it: a process of its own, killed and started again on one directory. */
const directory = mkdtempSync(join(tmpdir(), 'sagsgang-kill-'))
chmodSync(directory, 0o755) // the database's own user must be able to enter
const running = new Set<ChildProcess>()

afterAll(async () => {
  for (const child of running) child.kill('SIGTERM')
  await Promise.all([...running].map((child) => once(child, 'exit')))
  rmSync(directory, { recursive: true, force: true })
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

interface Product {
  readonly child: ChildProcess
  readonly api: string
}

async function startProduct(ports: { api: number; register: number }): Promise<Product> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../main.ts')], {
    env: {
      PATH: process.env['PATH'],
      DATA_DIR: directory,
      PORT: String(ports.api),
      REGISTER_PORT: String(ports.register),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  const said: string[] = []
  child.stderr.setEncoding('utf8').on('data', (text: string) => said.push(text))
  void once(child, 'exit').then(() => running.delete(child))
  for await (const line of createInterface({ input: child.stdout })) {
    const [, api] = /^ready (http\S+)$/u.exec(line) ?? []
    if (api) return { child, api }
  }
  throw new Error(`it ended before it was ready: ${said.join('').slice(-2_000)}`)
}

const caseAnswer = z.object({
  caseId: z.string(),
  version: z.number(),
  status: z.string(),
  findings: z.array(z.object({ rule: z.string() })),
})
type Case = z.infer<typeof caseAnswer>

async function ask(api: string, procedure: string, input: unknown): Promise<unknown> {
  const response = await fetch(`${api}/trpc/${procedure}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer demo:senior' },
    body: JSON.stringify(input),
  })
  const answer = z
    .object({ result: z.object({ data: z.unknown() }).optional(), error: z.unknown().optional() })
    .parse(await response.json())
  if (!answer.result) throw new Error(`${procedure}: ${JSON.stringify(answer.error)}`)
  return answer.result.data
}

async function command(api: string, seen: Case, order: Record<string, unknown>): Promise<Case> {
  const { caseId, version: expectedVersion } = seen
  const input = { caseId, expectedVersion, idempotencyKey: randomUUID(), command: order }
  return caseAnswer.parse(await ask(api, 'cases.command', input))
}

const peopleAnswer = z.array(z.object({ pnr: z.string(), birthDate: z.string() }))
const appliedAnswer = z.array(
  z.object({ service: z.string(), keys: z.record(z.string(), z.string()) }),
)

async function control(register: number, path: string): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${register}/control/${path}`)
  return response.json()
}

async function openAndSubmit(api: string, personnummer: string, house: number): Promise<string> {
  const data = {
    personnummer,
    municipalityCode: '0851',
    streetCode: '8511',
    houseNumber: String(house).padStart(3, '0'),
    moveDate: today(),
    moveReason: 'OWN',
    authority: '0851',
  }
  const purpose = 'Flytning anmeldt på selvbetjeningen'
  const order = { event: 'move', data, purpose, idempotencyKey: randomUUID() }
  const opened = caseAnswer.parse(await ask(api, 'cases.open', order))
  await command(api, opened, { type: 'submit' })
  return opened.caseId
}

function today(): string {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' })
  return day.format(new Date()).replaceAll('-', '')
}

const underWay = new Set(['checking', 'confirming', 'reporting', 'waiting'])

/** Confirms what is asked, as a person would, until the case rests. */
async function settle(api: string, caseId: string): Promise<Case> {
  return until(
    async () => {
      const one = caseAnswer.parse(await ask(api, 'cases.get', { caseId }))
      if (one.status !== 'confirming') return one
      const findings = one.findings.map(({ rule }) => rule)
      return command(api, one, { type: 'confirm', findings, reason: 'Set efter' }).catch(() => one)
    },
    ({ status }) => !underWay.has(status),
  )
}

/** A save that was cut off is cleared up by the register, once it has had its time. */
async function arrive(api: string, register: number, caseId: string): Promise<string> {
  const seen = await settle(api, caseId)
  if (seen.status !== 'inDoubt') return seen.status
  await fetch(`http://127.0.0.1:${register}/control/clock`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ advance: { seconds: 901 } }),
  })
  const later = await until(
    async () => caseAnswer.parse(await ask(api, 'cases.get', { caseId })),
    ({ status }) => status !== 'inDoubt' && !underWay.has(status),
  )
  return later.status
}

test('cases that were running at a kill reach their end', { timeout: 90_000 }, async () => {
  const ports = { api: await freePort(), register: await freePort() }
  const first = await startProduct(ports)
  const path = 'people?status=01&civilStatus=U&limit=1000'
  const people = peopleAnswer.parse(await control(ports.register, path))
  const adults = people.filter(({ birthDate }) => birthDate < '20000101')
  const chosen = adults.slice(-24).map(({ pnr }) => pnr)
  const before = appliedAnswer.parse(await control(ports.register, 'applied')).length
  const cases = await Promise.all(
    chosen.map((pnr, index) => openAndSubmit(first.api, pnr, index + 1)),
  )
  for (const caseId of cases) void settle(first.api, caseId).catch(() => {}) // until it is killed
  await until(
    async () => appliedAnswer.parse(await control(ports.register, 'applied')).length,
    (count) => count > before + 2,
  )
  first.child.kill('SIGKILL')
  await once(first.child, 'exit')

  const second = await startProduct(ports)
  const ends: string[] = []
  for (const caseId of cases) ends.push(await arrive(second.api, ports.register, caseId))
  expect(ends).toEqual(cases.map(() => 'completed'))

  const applied = appliedAnswer.parse(await control(ports.register, 'applied')).slice(before)
  const touched = applied.map(({ service, keys }) => `${service} ${keys['PNR'] ?? ''}`)
  expect(touched.toSorted()).toEqual([...new Set(touched)].toSorted())
  expect(touched).toHaveLength(chosen.length)

  for (const caseId of cases) {
    const journal = z
      .array(z.object({ seq: z.number() }))
      .parse(await ask(second.api, 'cases.journal', { caseId }))
    const seqs = journal.map(({ seq }) => seq).toSorted((one, other) => one - other)
    expect(seqs).toEqual(seqs.map((_, index) => index + 1))
  }
  second.child.kill('SIGTERM')
  const [code] = await once(second.child, 'exit')
  expect(code).toBe(0)
})
