import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'

import { createProcedures, type Procedures } from '../api.ts'
import type { Fleet } from './fleet.ts'
import { surveyTown, type Town } from './town.ts'

/** Cases of the simplest kind, that need hardly a person once they are submitted: a contact address for so many people. */
export interface Errands {
  readonly caseIds: readonly string[]
  /** From the first order until the last case was completed. */
  readonly seconds: number
}

const AT_A_TIME = 8
const CALL_MS = 60_000

interface Order {
  readonly count: number
  /** How many were run before: these are other people. */
  readonly after: number
  /** No longer than this. */
  readonly seconds: number
}

export async function runErrands(
  { urls, control }: Pick<Fleet, 'urls' | 'control'>,
  { count, after, seconds }: Order,
): Promise<Errands> {
  const town = await surveyTown(control)
  const people = await choose(town, after + count)
  const apis = urls.map((url) => createProcedures(url, 'caseworker', CALL_MS))
  const day = await town.day(-1)
  const started = performance.now()
  const left = people.slice(after)
  const caseIds: string[] = []
  const report = async (_: unknown, lane: number): Promise<void> => {
    for (let pnr = left.pop(); pnr !== undefined; pnr = left.pop())
      caseIds.push(await submit(getAt(apis, lane + left.length), pnr, day))
  }
  await Promise.all(Array.from({ length: AT_A_TIME }, report))
  await untilCompleted(getAt(apis, 0), after + count, seconds)
  return { caseIds, seconds: (performance.now() - started) / 1000 }
}

/** Grown people of Aalborg about whom nothing is protected, which somebody would have to confirm. */
async function choose(town: Town, count: number): Promise<readonly string[]> {
  const chosen: string[] = []
  for (const { pnr, status, municipality, birthDate } of town.everybody) {
    const isGrown = status === '01' && municipality === '0851' && birthDate < '20030101'
    if (!isGrown) continue
    const { rows } = await town.look(pnr)
    if ((rows['protection'] ?? []).length === 0) chosen.push(pnr)
    if (chosen.length === count) return chosen
  }
  throw new Error(`only ${chosen.length} grown people in Aalborg`)
}

async function submit(api: Procedures, personnummer: string, startDate: string): Promise<string> {
  const data = { personnummer, startDate, lines: ['c/o Kontoret', 'Havnevej 3'], authority: '0851' }
  const purpose = 'Anmeldelse modtaget på selvbetjeningen'
  const order = { event: 'contact-address', data, purpose, idempotencyKey: randomUUID() }
  const { caseId, version } = await api.cases.open.mutate(order)
  const command = { type: 'submit' } as const
  const input = { caseId, expectedVersion: version, idempotencyKey: randomUUID(), command }
  await api.cases.command.mutate(input)
  return caseId
}

async function untilCompleted(api: Procedures, count: number, seconds: number): Promise<void> {
  const deadline = Date.now() + seconds * 1000
  for (;;) {
    const { cases } = await api.operations.overview.query()
    const ended = cases.filter(({ status }) => status === 'completed')
    if (ended.reduce((sum, one) => sum + one.count, 0) >= count) return
    if (Date.now() > deadline) throw new Error(`still ${JSON.stringify(cases)}`)
    if (cases.some(({ status }) => status === 'confirming')) await confirmAll(api)
    await wait(100)
  }
}

/** Hardly anybody: whom a rule warns about after all. */
async function confirmAll(api: Procedures): Promise<void> {
  const { cases } = await api.cases.list.query({ status: 'confirming', limit: 200 })
  for (const { caseId } of cases) {
    const { version, findings } = await api.cases.get.query({ caseId })
    const rules = findings.map(({ rule }) => rule)
    const command = { type: 'confirm', findings: rules, reason: 'set efter hos borgeren' } as const
    const input = { caseId, expectedVersion: version, idempotencyKey: randomUUID(), command }
    await api.cases.command.mutate(input)
  }
}

function getAt<T>(list: readonly T[], index: number): T {
  const found = list[index % list.length]
  if (found === undefined) throw new Error('nobody answers')
  return found
}
