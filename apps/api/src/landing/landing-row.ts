import { say, type Text } from '@sagsgang/events'
import { landingName, type LandingPlace } from '@sagsgang/machines'
import { type Kysely, sql } from 'kysely'

import { authorize } from '../access/authorize.ts'
import { takesRight } from '../access/takes-right.ts'
import type { LandingState, LandingView } from '../case-view.ts'
import type { Database } from '../database/schema.ts'
import { hashOfBody } from '../engine/idempotency.ts'
import type { Actor } from '../engine/ports.ts'
import type { Reason } from '../errors.ts'

/** A proposal as it lies in the store, with what of its case decides whether it still holds. */
export interface LandingRow {
  readonly id: string
  readonly caseId: string
  readonly authority: string
  readonly place: LandingPlace
  readonly reason: string
  readonly caseVersion: number
  readonly payloadHash: string
  readonly state: 'open' | 'approved' | 'rejected' | 'void'
  readonly proposedBy: string
  readonly proposedAt: Date
  readonly expiresAt: Date
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
  readonly rejection: string | null
  /** Where the case stands now, and who edited it last. */
  readonly version: number
  readonly editedBy: string
  readonly openedBy: string
}

const columns = sql`
  l.id, l.case_id as "caseId", l.authority, l.place, l.reason, l.case_version as "caseVersion",
  l.payload_hash as "payloadHash", l.state, l.proposed_by as "proposedBy", l.proposed_at as "proposedAt",
  l.expires_at as "expiresAt", l.decided_by as "decidedBy", l.decided_at as "decidedAt", l.rejection,
  c.version, c.edited_by as "editedBy", c.opened_by as "openedBy"`

export async function findLanding(
  db: Kysely<Database>,
  { caseId, landingId }: { readonly caseId: string; readonly landingId: string },
): Promise<LandingRow | undefined> {
  const { rows } = await sql<LandingRow>`
    select ${columns} from landings l join cases c on c.id = l.case_id
    where l.id = ${landingId} and l.case_id = ${caseId}`.execute(db)
  return rows[0]
}

/** The latest of a case, whatever became of it. */
export async function latestLanding(
  db: Kysely<Database>,
  caseId: string,
): Promise<LandingRow | undefined> {
  const { rows } = await sql<LandingRow>`
    select ${columns} from landings l join cases c on c.id = l.case_id
    where l.case_id = ${caseId} order by l.proposed_at desc, l.id desc limit 1`.execute(db)
  return rows[0]
}

const mostOpen = 200

/** What waits for a second person in a house, the oldest first; what has become void or old is left out. */
export async function openLandings(
  db: Kysely<Database>,
  authority: string,
  now: Date,
): Promise<readonly LandingRow[]> {
  const { rows } = await sql<LandingRow>`
    select ${columns} from landings l join cases c on c.id = l.case_id
    where l.authority = ${authority} and l.state = 'open' and l.case_version = c.version and l.expires_at > ${now}
    order by l.proposed_at, l.id limit ${mostOpen}`.execute(db)
  return rows.filter((row) => stateOf(row, now) === 'open')
}

/** What an approval binds to: nobody approves anything else than was proposed. */
export function payloadHash(of: Pick<LandingRow, 'caseId' | 'caseVersion' | 'place' | 'reason'>) {
  const { caseId, caseVersion, place, reason } = of
  return hashOfBody({ caseId, caseVersion, place, reason })
}

/** Any change makes a proposal void, and a day makes it old: neither needs writing down. */
export function stateOf(row: LandingRow, now: Date): LandingState {
  if (row.state !== 'open') return row.state
  if (row.version !== row.caseVersion || row.payloadHash !== payloadHash(row)) return 'void'
  return row.expiresAt <= now ? 'expired' : 'open'
}

const ended = {
  approved: 'landingVoid',
  rejected: 'landingVoid',
  void: 'landingVoid',
  expired: 'landingExpired',
} as const satisfies Record<Exclude<LandingState, 'open'>, Reason>

/** Why this person may not approve it; undefined where they may. */
export function whyNotApprove(row: LandingRow, actor: Actor, now: Date): Reason | undefined {
  const verdict = authorize(actor, 'cases.approveLanding', row)
  if (verdict.type === 'denied') return verdict.reason
  const state = stateOf(row, now)
  if (state !== 'open') return ended[state]
  const isSecond = row.proposedBy !== actor.user && row.editedBy !== actor.user
  return isSecond ? undefined : 'secondPersonNeeded'
}

const words: Readonly<Partial<Record<Reason, Text>>> = {
  landingVoid: say(
    'Sagen er ændret siden, eller nogen har taget stilling',
    'The case has changed since, or somebody has decided',
  ),
  landingExpired: say('Forslaget er mere end et døgn gammelt', 'The proposal is over a day old'),
  secondPersonNeeded: say(
    'Kræver en anden end den, der foreslog det eller sidst ændrede sagen',
    'Takes somebody else than who proposed it or edited the case last',
  ),
}

export function toLandingView(row: LandingRow, actor: Actor, now: Date): LandingView {
  const reason = whyNotApprove(row, actor, now)
  return {
    landingId: row.id,
    caseId: row.caseId,
    to: row.place,
    name: landingName(row.place),
    reason: row.reason,
    version: row.caseVersion,
    state: stateOf(row, now),
    proposedBy: row.proposedBy,
    proposedAt: row.proposedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    decidedBy: row.decidedBy,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    rejection: row.rejection,
    approval:
      reason === undefined
        ? { allowed: true }
        : { allowed: false, reason: words[reason] ?? takesRight(reason) },
  }
}
