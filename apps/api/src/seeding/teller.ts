import { randomUUID } from 'node:crypto'

import type { CaseData } from '@sagsgang/events'
import type { Command, Snapshot, Status } from '@sagsgang/machines'
import { sql, type Kysely } from 'kysely'

import { demoIdentities } from '../access/identities.ts'
import type { Database } from '../database/schema.ts'
import type { Actor, Engine, Stepped } from '../engine/ports.ts'
import { waitFor } from '../procedures/wait-for.ts'

const patience = 5000

interface Standing {
  readonly status: Status
  readonly snapshot: Snapshot
}

/** Brings cases to life as people would: by the engine's own door, waiting for what comes of each command. */
export interface Teller {
  readonly open: (event: string, data: CaseData, purpose: string) => Promise<string>
  readonly tell: (caseId: string, command: Command, by?: string) => Promise<void>
  /** Submits, and confirms on the way whatever must be confirmed, unless the case is to stop there. */
  readonly submitTo: (caseId: string, wanted: Status) => Promise<void>
  readonly waitUntil: (caseId: string, wanted: Status) => Promise<void>
  /** The case that a follow-on was opened as. */
  readonly childOf: (caseId: string, followOn: string) => Promise<string>
}

export function createTeller(db: Kysely<Database>, engine: Engine): Teller {
  const tell: Teller['tell'] = async (caseId, message, by = 'caseworker') => {
    const actor = getActor(by)
    const order = { caseId, message, actor, expectedVersion: null, idempotencyKey: null }
    getCaseId(await engine.send(order), message.type)
  }
  const waitUntil = (caseId: string, wanted: Status) => waitUntilStatus(db, caseId, wanted)
  return {
    tell,
    waitUntil,
    open: async (event, data, purpose) => {
      const actor = getActor('caseworker')
      const idempotencyKey = `seed-${randomUUID()}`
      return getCaseId(await engine.open({ event, data, purpose, actor, idempotencyKey }), event)
    },
    submitTo: async (caseId, wanted) => {
      await tell(caseId, { type: 'submit' })
      const findings = wanted === 'confirming' ? [] : await warningsOf(db, caseId, wanted)
      if (findings.length > 0) {
        const reason = 'Oplysningen er gennemgået og i orden'
        await tell(caseId, { type: 'confirm', findings, reason })
      }
      await waitUntil(caseId, wanted)
    },
    childOf: async (caseId, followOn) => {
      const child = await waitFor(() => findChild(db, caseId, followOn), patience)
      if (child === undefined) throw new Error(`the follow-on ${followOn} was not opened`)
      return child
    },
  }
}

function getActor(user: string): Actor {
  const actor = demoIdentities.find((identity) => identity.user === user)
  if (actor === undefined) throw new Error(`nobody is called ${user}`)
  return actor
}

function getCaseId(stepped: Stepped, what: string): string {
  if (stepped.type === 'refused') throw new Error(`${what} was refused: ${stepped.reason}`)
  return stepped.case.id
}

async function getStanding(db: Kysely<Database>, caseId: string): Promise<Standing> {
  const { rows } = await sql<Standing>`
    select status, snapshot from cases where id = ${caseId}`.execute(db)
  if (rows[0] === undefined) throw new Error(`no case ${caseId}`)
  return rows[0]
}

/** The rules whose warnings keep the case waiting; none where it went straight on. */
async function warningsOf(
  db: Kysely<Database>,
  caseId: string,
  wanted: Status,
): Promise<readonly string[]> {
  const standing = await waitFor(async () => {
    const now = await getStanding(db, caseId)
    return now.status === 'confirming' || now.status === wanted ? now : undefined
  }, patience)
  if (standing?.status !== 'confirming') return []
  const { findings, confirmed } = standing.snapshot.context
  return findings
    .filter(({ severity, rule }) => severity === 'warning' && !confirmed.includes(rule))
    .map(({ rule }) => rule)
}

async function waitUntilStatus(
  db: Kysely<Database>,
  caseId: string,
  wanted: Status,
): Promise<void> {
  const ask = async () => ((await getStanding(db, caseId)).status === wanted ? true : undefined)
  if (await waitFor(ask, patience)) return
  const { status, snapshot } = await getStanding(db, caseId)
  const rules = snapshot.context.findings.map(({ rule }) => rule).join(', ')
  throw new Error(`case ${caseId} is ${status} and not ${wanted}: ${rules}`)
}

async function findChild(
  db: Kysely<Database>,
  caseId: string,
  followOn: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from cases where parent_id = ${caseId} and follow_on = ${followOn}`.execute(db)
  return rows[0]?.id
}
