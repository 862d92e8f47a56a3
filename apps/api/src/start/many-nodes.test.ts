import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

import { createRegister } from '@sagsgang/register'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'

import { createPostgresServer, freePort, type PostgresServer } from '../testing/postgres-server.ts'
import { until } from '../testing/stage.ts'

/** Two that people talk to and two that work, as processes of their own, on one server and one register. */
const directory = mkdtempSync(join(tmpdir(), 'sagsgang-nodes-'))
const running = new Set<ChildProcess>()
let server: PostgresServer
let register: Awaited<ReturnType<typeof createRegister>>
let apis: readonly string[]
let workers: readonly ChildProcess[]

beforeAll(async () => {
  server = await createPostgresServer()
  await server.start()
  register = await createRegister({
    dataDirectory: null,
    population: 200,
    port: 0,
    onReset: async () => {},
  })
  const ports = [await freePort(), await freePort()]
  // The first one makes the tables; the others would only wait for it.
  apis = ports.map((port) => `http://127.0.0.1:${port}`)
  const nodes = ports.map((port) => startNode('api', port))
  await Promise.all(nodes)
  workers = await Promise.all([startNode('worker'), startNode('worker')])
}, 120_000)

afterAll(async () => {
  const ending = [...running].map((child) => once(child, 'exit'))
  for (const child of running) child.kill('SIGTERM')
  await Promise.all(ending)
  await register.close()
  await server.remove()
  rmSync(directory, { recursive: true, force: true })
}, 60_000)

async function startNode(role: 'api' | 'worker', port = 0): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../main.ts')], {
    env: {
      PATH: process.env['PATH'],
      ROLE: role,
      PORT: String(port),
      DATABASE_URL: server.url,
      GCTP_URL: register.url,
      DATA_DIR: join(directory, randomUUID()),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  child.once('exit', () => running.delete(child))
  const said: string[] = []
  child.stderr.setEncoding('utf8').on('data', (text: string) => said.push(text))
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('ready')) return child
  }
  throw new Error(`it ended before it was ready: ${said.join('').slice(-2_000)}`)
}

const headers = { 'content-type': 'application/json', authorization: 'Bearer demo:senior' }

async function call(api: string, procedure: string, input: unknown) {
  const body = JSON.stringify(input)
  const response = await fetch(`${api}/trpc/${procedure}`, { method: 'POST', headers, body })
  const answer = z
    .object({
      result: z.object({ data: z.unknown() }).optional(),
      error: z.object({ data: z.object({ reason: z.string(), code: z.string() }) }).optional(),
    })
    .parse(await response.json())
  return { status: response.status, data: answer.result?.data, error: answer.error?.data }
}

const caseAnswer = z.object({
  caseId: z.string(),
  version: z.number(),
  status: z.string(),
  findings: z.array(z.object({ rule: z.string() })),
})

async function ask(api: string, procedure: string, input: unknown) {
  const { data, error } = await call(api, procedure, input)
  if (error) throw new Error(`${procedure} answered ${error.reason}`)
  return caseAnswer.parse(data)
}

async function submitMove(api: string, personnummer: string, house: number): Promise<string> {
  const moveDate = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' })
    .format(new Date())
    .replaceAll('-', '')
  const data = {
    personnummer,
    moveDate,
    municipalityCode: '0851',
    streetCode: '8511',
    houseNumber: String(house).padStart(3, '0'),
    moveReason: 'OWN',
    authority: '0851',
  }
  const purpose = 'Flytning anmeldt på selvbetjeningen'
  const opened = await ask(api, 'cases.open', {
    event: 'move',
    data,
    purpose,
    idempotencyKey: randomUUID(),
  })
  await tell(api, opened, { type: 'submit' })
  return opened.caseId
}

function tell(api: string, seen: z.infer<typeof caseAnswer>, command: object) {
  const { caseId, version: expectedVersion } = seen
  const input = { caseId, expectedVersion, idempotencyKey: randomUUID(), command }
  return ask(api, 'cases.command', input)
}

/** Confirms what is asked, at whichever of the two, until the case is reported. */
async function settled(api: string, caseId: string): Promise<string> {
  const end = Date.now() + 60_000
  while (Date.now() < end) {
    const seen = await ask(api, 'cases.get', { caseId })
    if (seen.status === 'completed' || seen.status === 'stuck') return seen.status
    const findings = seen.findings.map(({ rule }) => rule)
    if (seen.status === 'confirming')
      await tell(api, seen, { type: 'confirm', findings, reason: 'Set efter' }).catch(() => {})
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return 'not in time'
}

const peopleAnswer = z.array(z.object({ pnr: z.string(), birthDate: z.string() }))
const appliedAnswer = z.array(
  z.object({ service: z.string(), keys: z.record(z.string(), z.string()) }),
)
const control = async (path: string): Promise<unknown> =>
  (await fetch(`${register.origin}/control/${path}`)).json()

/** What somebody hears who watches at one of them. */
async function watch(api: string, heard: Set<string>, signal: AbortSignal): Promise<void> {
  const response = await fetch(`${api}/trpc/cases.watch`, { headers, signal })
  if (!response.body) throw new Error('nothing to hear')
  const decoder = new TextDecoder()
  for await (const chunk of response.body) {
    for (const [, caseId = ''] of decoder.decode(chunk).matchAll(/"caseId":"([^"]+)"/gu))
      heard.add(caseId)
  }
}

test('what one is told the other shows and hears', { timeout: 120_000 }, async () => {
  const [here = '', there = ''] = apis
  const heard = new Set<string>()
  const watching = new AbortController()
  const over = watch(there, heard, watching.signal).catch(() => {}) // aborted below
  const people = peopleAnswer.parse(await control('people?status=01&civilStatus=U&limit=1000'))
  const adults = people.filter(({ birthDate }) => birthDate < '20000101').slice(-8)
  const ids = await Promise.all(adults.map(({ pnr }, index) => submitMove(here, pnr, index + 1)))
  workers[0]?.kill('SIGKILL')
  const ends = await Promise.all(ids.map((id) => settled(there, id)))
  expect(new Set(ends)).toEqual(new Set(['completed']))
  await until(
    async () => ids.filter((id) => !heard.has(id)),
    (missing) => missing.length === 0,
  )
  watching.abort()
  await over
  const applied = appliedAnswer.parse(await control('applied'))
  expect(applied.map(({ keys }) => keys['PNR'] ?? '').toSorted()).toEqual(
    adults.map(({ pnr }) => pnr).toSorted(),
  )
})

const readiness = async (api: string) => (await fetch(`${api}/health/ready`)).status

test('a store that is away is told, and found again', { timeout: 60_000 }, async () => {
  const [api = ''] = apis
  expect(await readiness(api)).toBe(200)
  await server.stop()
  expect(await readiness(api)).toBe(503)
  const away = await call(api, 'cases.list', {})
  expect([away.status, away.error]).toEqual([
    503,
    { code: 'SERVICE_UNAVAILABLE', reason: 'storeUnavailable' },
  ])
  expect((await fetch(`${api}/health/live`)).status).toBe(200)
  await server.start({ default_transaction_read_only: 'on' })
  expect(await readiness(api)).toBe(503)
  const order = {
    event: 'move',
    data: {},
    purpose: 'Flytning anmeldt',
    idempotencyKey: randomUUID(),
  }
  expect((await call(api, 'cases.open', order)).error?.reason).toBe('storeUnavailable')
  await server.stop()
  await server.start()
  await until(
    () => readiness(api),
    (status) => status === 200,
  )
  expect((await call(api, 'cases.open', order)).status).toBe(200)
})
