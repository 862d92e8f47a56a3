import type { Generated } from 'kysely'

import type { Big, Json } from './column-types.ts'

export type SubmissionState =
  | 'sending'
  | 'confirmed'
  | 'refused'
  | 'warned'
  | 'unsent'
  | 'waiting'
  | 'inDoubt'
  | 'notApplied'

export interface SubmissionTable {
  id: string
  case_id: string
  effect_id: string
  report: number
  attempt: number
  state: SubmissionState
  service: string
  authority: string
  actor: string
  request_hash: string
  dialogue: string
  watermark: Date
  /** Null where the submission log brought it back. */
  entries_before: Json<unknown> | null
  expected: Json<unknown> | null
  fence: Big | null
  output: Json<unknown> | null
  created_at: Date
  settled_at: Date | null
  recovered_at: Generated<Date | null>
  met_by: Generated<string | null>
  logged_state: Generated<SubmissionState | null>
  rounds: Generated<number>
  absent_at: Generated<Date | null>
}

export interface LostSubmissionTable {
  id: string
  case_id: string
  effect_id: string
  report: number
  attempt: number
  logged_state: SubmissionState
  service: string
  authority: string
  request_hash: string
  dialogue: string
  watermark: Date
  logged_at: Date
  found_at: Date
  decided_at: Generated<Date | null>
  decided_by: Generated<string | null>
  outcome: Generated<'applied' | 'notApplied' | null>
  reason: Generated<string | null>
}
