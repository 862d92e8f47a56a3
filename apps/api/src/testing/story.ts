import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'

import type { CaseData } from '@sagsgang/events'
import { statusOf } from '@sagsgang/machines'
import type { Command, Status } from '@sagsgang/machines'

import { demoIdentities } from '../access/identities.ts'
import { findCase, toStoredCase } from '../engine/case-row.ts'
import type { Actor, Stepped, StoredCase } from '../engine/ports.ts'
import type { World } from './world.ts'

const purpose = 'Indberetning efter anmeldelse'

export function actorNamed(user: string): Actor {
  const found = demoIdentities.find((identity) => identity.user === user)
  if (!found) throw new Error(`nobody is called ${user}`)
  return found
}

function caseOf(stepped: Stepped): StoredCase {
  if (stepped.type === 'refused') throw new Error(`refused: ${stepped.reason}`)
  return stepped.case
}

export async function openCase(
  { engine }: World,
  event: string,
  data: CaseData,
  as = 'senior',
): Promise<string> {
  const order = { event, data, purpose, actor: actorNamed(as), idempotencyKey: randomUUID() }
  return caseOf(await engine.open(order)).id
}

/** A case of an addressing name: the surname and the first name's first letter, which is short and nobody's own. */
export async function abbreviate(world: World, personnummer: string): Promise<string> {
  const { firstNames, lastName } = await currentRow(world, personnummer, 'name')
  return openCase(world, 'addressing-name', {
    personnummer,
    startDate: world.deps.clock.today(),
    addressingName: `${lastName},${String(firstNames).slice(0, 1)}`,
    authority: '0851',
  })
}

export async function tell(
  { engine, deps }: World,
  caseId: string,
  message: Command,
  as = 'senior',
): Promise<StoredCase> {
  if (message.type === 'correct') await untilCorrected(deps, caseId)
  const order = { caseId, message, actor: actorNamed(as), expectedVersion: null }
  return caseOf(await engine.send({ ...order, idempotencyKey: null }))
}

/** A correction that is over may still be telling its case so: until then no other one is taken. */
async function untilCorrected({ db }: World['deps'], caseId: string): Promise<void> {
  for (let look = 0; look < 200; look += 1) {
    const stored = await findCase(db, caseId)
    if (!stored?.snapshot.context.corrections.some(({ state }) => state === 'open')) return
    await wait(10)
  }
}

/**
 * Those who held still for an undo are being told to go on: until then no other one is taken. And who is in doubt looks
 * first: the settle time, which a test passes by moving the clock, begins only then.
 */
function isPassing({ snapshot }: StoredCase): boolean {
  const passing = statusOf(snapshot) === 'inDoubt' ? ['release', 'readBack'] : ['release']
  return Object.values(snapshot.context.open).some(({ type }) => passing.includes(type))
}

/** The case once it has come to one of these; what it has come to instead is told. */
export async function arrive(
  { deps }: World,
  caseId: string,
  ...wanted: readonly Status[]
): Promise<StoredCase> {
  const deadline = Date.now() + 10_000
  for (;;) {
    const stored = await findCase(deps.db, caseId)
    if (!stored) throw new Error(`no case ${caseId}`)
    const status = statusOf(stored.snapshot)
    if (wanted.includes(status) && !isPassing(stored)) return stored
    if (Date.now() > deadline) throw new Error(`still ${status}: ${JSON.stringify(told(stored))}`)
    await wait(10)
  }
}

function told({ snapshot: { context, value } }: StoredCase) {
  const { findings, open, differences, blockers } = context
  return { value, findings: findings.map(({ rule }) => rule), open, differences, blockers }
}

/** Submits and confirms what has to be confirmed, until the case has come to where it was to come. */
export async function submitTo(
  world: World,
  caseId: string,
  ...wanted: readonly Status[]
): Promise<StoredCase> {
  await tell(world, caseId, { type: 'submit' })
  const first = await arrive(world, caseId, 'confirming', ...wanted)
  if (statusOf(first.snapshot) !== 'confirming' || wanted.includes('confirming')) return first
  const findings = first.snapshot.context.findings.map(({ rule }) => rule)
  await tell(world, caseId, { type: 'confirm', findings, reason: 'Oplysningen er set efter' })
  return arrive(world, caseId, ...wanted)
}

/** A death is over once somebody has said whether anybody has lost a guardian. */
export async function completeDeath(world: World, caseId: string): Promise<StoredCase> {
  await submitTo(world, caseId, 'followOns')
  await tell(world, caseId, {
    type: 'waiveFollowOn',
    followOn: 'guardian@wards-of-the-deceased',
    reason: 'Afdøde var ingens værge',
  })
  return arrive(world, caseId, 'completed')
}

export interface ShownRow {
  readonly current: boolean
  readonly mark: string | null
  readonly start: string
  readonly end: string | null
  readonly derivedMark: string | null
  readonly [column: string]: string | boolean | null
}

/** A person's rows of one kind, as the register's own window shows them. */
export async function rowsOf(
  world: World,
  pnr: string,
  entity: string,
): Promise<readonly ShownRow[]> {
  const shown = await world.control<{ rows: Record<string, readonly ShownRow[]> }>(`person/${pnr}`)
  return shown.rows[entity] ?? []
}

export async function currentRow(world: World, pnr: string, entity: string): Promise<ShownRow> {
  const found = (await rowsOf(world, pnr, entity)).find(({ current }) => current)
  if (!found) throw new Error(`no current ${entity}`)
  return found
}

export interface Applied {
  readonly service: string
  readonly event: string
  readonly keys: Readonly<Record<string, string>>
}

/** Every update that changed the register, in order. */
export function applied(world: World): Promise<readonly Applied[]> {
  return world.control('applied')
}

/** The case that a follow-on was opened as, once it is there. */
export async function childOf(world: World, caseId: string, followOn: string): Promise<StoredCase> {
  const deadline = Date.now() + 10_000
  for (;;) {
    const found = await world.deps.db
      .selectFrom('cases')
      .selectAll()
      .where('parent_id', '=', caseId)
      .where('follow_on', '=', followOn)
      .executeTakeFirst()
    if (found) return toStoredCase(found)
    if (Date.now() > deadline) throw new Error(`${followOn} was not opened`)
    await wait(10)
  }
}
