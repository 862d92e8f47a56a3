import type { CaseData, RegisterView } from '@sagsgang/events'
import type { FailureReason } from '@sagsgang/gctp'
import type {
  CasePerson,
  Effect,
  LandingPlace,
  Message,
  Snapshot,
  Status,
} from '@sagsgang/machines'
import type { Generated } from 'kysely'

import type { Big, Json } from './column-types.ts'
import type { LostSubmissionTable, SubmissionTable } from './submission-tables.ts'

/** The tables of `migrations/`, as Kysely sees them. See `column-types.ts` for what goes in as text. */
export interface Database {
  cases: CaseTable
  case_numbers: { year: number; last: number }
  case_persons: CasePersonTable
  journal: JournalTable
  landings: LandingTable
  effects: EffectTable
  person_turns: PersonTurnTable
  submissions: SubmissionTable
  lost_submissions: LostSubmissionTable
  forgotten_submissions: { before: Date }
  case_views: { case_id: string; view: Json<RegisterView>; looked_up_at: Date }
  gctp_messages: GctpMessageTable
  idempotency_keys: IdempotencyKeyTable
  sign_ons: SignOnTable
  audit: AuditTable
  resume_runs: { id: string; lease_until: Date | null }
  audit_key: AuditKeyTable
}

interface CaseTable {
  id: string
  number: string
  event: string
  definition_hash: string
  machine_version: Generated<number>
  authority: string
  parent_id: string | null
  parent_effect: string | null
  follow_on: string | null
  snapshot: Json<Snapshot>
  version: number
  status: Status
  stuck_cause: string | null
  assignee: string | null
  /** YYYY-MM-DD. */
  deadline: string | null
  purpose: string
  opened_by: string
  edited_by: string
  opened_at: Date
  changed_at: Date
}

/** The first entry of a journal: what the case was opened with. */
export interface OpenedEntry {
  readonly type: 'open'
  readonly data: CaseData
  readonly mode: 'report' | 'derived'
  readonly parent: string | null
  readonly persons?: readonly CasePerson[]
  readonly acceptedOn?: string
  readonly confirmed?: readonly string[]
  readonly ordered?: boolean
}

/** A case that was brought to another version of the machines: from here on its journal leads to this snapshot. */
export interface MigratedEntry {
  readonly type: 'migrated'
  readonly from: number
  readonly to: number
  readonly snapshot: Snapshot
}

interface LandingTable {
  id: string
  case_id: string
  authority: string
  place: LandingPlace
  reason: string
  case_version: number
  payload_hash: string
  state: Generated<'open' | 'approved' | 'rejected' | 'void'>
  proposed_by: string
  proposed_at: Date
  expires_at: Date
  decided_by: string | null
  decided_at: Date | null
  rejection: string | null
}

interface CasePersonTable {
  case_id: string
  role: string
  pnr: string
  name: string | null
  protected: boolean | null
}

interface JournalTable {
  position: Generated<string>
  case_id: string
  seq: number
  authority: string
  at: Date
  actor: string
  message: Json<Message | OpenedEntry | MigratedEntry>
  effects: Json<readonly Effect[]>
  dropped: Json<readonly string[]>
  state: Json<unknown>
  status: Status
  written_at: Generated<Date | null>
}

interface EffectTable {
  case_id: string
  effect_id: string
  authority: string
  event: string
  type: Effect['type']
  class: 'lookup' | 'update' | 'timer' | 'internal'
  effect: Json<Effect>
  state: Generated<'open' | 'done' | 'dropped' | 'dead'>
  clock: 'real' | 'register'
  due_at: Date
  attempts: Generated<number>
  losses: Generated<number>
  lease_until: Date | null
  worker: string | null
  fence: Big | null
  last_failure: string | null
  created_at: Date
}

interface PersonTurnTable {
  pnr: string
  case_id: string
  position: Big
  held: Generated<boolean>
  asked_at: Date
}

interface GctpMessageTable {
  id: Generated<string>
  case_id: string | null
  at: Date
  service: string
  action: string
  effect_id: string | null
  request: string
  reply: string | null
  outcome: string
  milliseconds: number
}

interface SignOnTable {
  register_user: string
  wrong: Generated<number>
  reason: FailureReason | null
  password_salt: Buffer | null
  password_hash: Buffer | null
  position: Big | null
  holder: string | null
  held_until: Date | null
  passwords: Buffer | null
}

interface IdempotencyKeyTable {
  actor: string
  key: string
  request_hash: string
  case_id: string | null
  version: number | null
  created_at: Date
}

interface AuditKeyTable {
  only_one: Generated<boolean>
  fingerprint: string
  demo_key: Buffer | null
}

interface AuditTable {
  seq: Big
  at: Date
  actor: string
  role: string
  authority: string
  action: string
  case_id: string | null
  person_ref: string | null
  purpose: string | null
  service: string | null
  outcome: string
  detail: Json<unknown>
  previous_hash: string
  hash: string
}
